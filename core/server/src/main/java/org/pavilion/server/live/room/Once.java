package org.pavilion.server.live.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.function.Supplier;
import org.pavilion.api.Caller;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Problem;

/** Makes a command safe to send twice: the same key does it once and answers the same. */
public record Once(JsonText json, Caller caller, Optional<String> key) {
    private static final int LONGEST_KEY = 64;
    private static final String SCOPE = "live";

    public Once {
        if (key.filter(text -> text.isBlank() || text.length() > LONGEST_KEY).isPresent()) {
            throw Problem.invalid("/key", "a key has 1 to " + LONGEST_KEY + " characters");
        }
    }

    /** Does the work first thing in a write, or returns what the same command answered before. */
    public <T extends Record> T run(Journal journal, String command, Class<T> type, Supplier<T> work) {
        if (key.isEmpty()) {
            return work.get();
        }
        var stored = journal.idempotent(SCOPE, caller.ref() + "/" + key.get(), digest(command));
        if (stored.isPresent()) {
            return json.read(new String(stored.get(), StandardCharsets.UTF_8), type);
        }
        var answer = work.get();
        journal.remember(json.text(answer).getBytes(StandardCharsets.UTF_8));
        return answer;
    }

    private static byte[] digest(String command) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(command.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
