package org.pavilion.server.event;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assertions;

/** Waits for a condition with a deadline, for tests of what happens on other threads. */
public final class Await {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private Await() {}

    public static void until(BooleanSupplier condition) throws InterruptedException {
        var end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                Assertions.fail("did not happen within " + DEADLINE);
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
