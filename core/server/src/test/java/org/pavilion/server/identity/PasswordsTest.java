package org.pavilion.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Problem;

final class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @AfterEach
    void close() {
        passwords.close();
    }

    @Test
    void knowsAPasswordByItsHashAlone() {
        var stored = passwords.hash("Kranich über Wasser");

        assertTrue(passwords.matches("Kranich über Wasser", Optional.of(stored)));
        assertFalse(passwords.matches("Kranich uber Wasser", Optional.of(stored)));
        assertFalse(passwords.matches("Kranich über Wasser", Optional.empty()));
        assertNotEquals(stored, passwords.hash("Kranich über Wasser"), "a salt of its own each time");
        assertTrue(stored.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), stored);
    }

    @Test
    void answersThatItIsBusyBeyondItsQueue() {
        int most = 4 + Passwords.QUEUE;
        var done = new AtomicInteger();
        var busy = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 3 * most; i++) {
                people.execute(() -> {
                    try {
                        passwords.hash("Kranich über Wasser");
                        done.incrementAndGet();
                    } catch (Problem e) {
                        assertEquals("login.busy", e.code());
                        assertTrue(e.retryAfterMs() > 0);
                        busy.incrementAndGet();
                    }
                });
            }
        }
        assertEquals(3 * most, done.get() + busy.get());
        assertTrue(busy.get() > 0, "somebody was asked to come back");
        assertTrue(done.get() >= Passwords.QUEUE, "whoever waited got an answer");
    }
}
