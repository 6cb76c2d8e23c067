package org.pavilion.server.plugin;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.pavilion.api.Problem;

/** Spares a failing plugin: five server faults within a minute open it for half a minute. */
final class Circuit {
    private static final int FAULTS = 5;
    private static final long WINDOW = Duration.ofSeconds(60).toNanos();
    private static final long OPEN = Duration.ofSeconds(30).toNanos();

    private final LongSupplier nanos;
    private final Deque<Long> faults = new ArrayDeque<>();
    private long openUntil;
    private boolean open;

    Circuit(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Throws {@code plugin.degraded} (503) while open. After that time one more fault opens it again. */
    synchronized void admit() {
        if (!open) {
            return;
        }
        long left = openUntil - nanos.getAsLong();
        if (left > 0) {
            throw new Problem("plugin.degraded", 503, "this plugin failed too often and rests for a moment")
                    .retryAfter(Math.max(1, Duration.ofNanos(left).toMillis()));
        }
    }

    synchronized void fault() {
        long now = nanos.getAsLong();
        faults.addLast(now);
        while (!faults.isEmpty() && now - faults.getFirst() > WINDOW) {
            faults.removeFirst();
        }
        if (open || faults.size() >= FAULTS) {
            open = true;
            openUntil = now + OPEN;
            faults.clear();
        }
    }

    synchronized void fine() {
        if (open && openUntil - nanos.getAsLong() <= 0) {
            open = false;
        }
    }

    synchronized boolean isOpen() {
        return open;
    }
}
