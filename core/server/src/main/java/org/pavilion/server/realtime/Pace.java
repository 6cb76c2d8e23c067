package org.pavilion.server.realtime;

import java.util.concurrent.TimeUnit;

/**
 * How long a fan-out thread gathers before its next flush. A frame costs the kernel 5–6 µs however
 * much it carries, so the more there is to deliver, the longer it pays to wait.
 */
final class Pace {
    private static final long WINDOW_NS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long BUSY = 60_000;
    private static final long FULL = 200_000;
    private static final long BUSY_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long FULL_NS = TimeUnit.MILLISECONDS.toNanos(50);

    private long since;
    private long counted;
    private long perSecond;

    /** @param now of {@link System#nanoTime} */
    Pace(long now) {
        since = now;
    }

    /** Takes note of what one flush delivered. */
    void count(int deliveries, long now) {
        counted += deliveries;
        long passed = now - since;
        if (passed >= WINDOW_NS) {
            perSecond = counted * TimeUnit.SECONDS.toNanos(1) / passed;
            counted = 0;
            since = now;
        }
    }

    /** Nanoseconds between the beginnings of two flushes: 0, 20 ms or 50 ms. */
    long tick() {
        if (perSecond < BUSY) {
            return 0;
        }
        return perSecond < FULL ? BUSY_NS : FULL_NS;
    }
}
