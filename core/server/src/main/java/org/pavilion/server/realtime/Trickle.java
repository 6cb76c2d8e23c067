package org.pavilion.server.realtime;

import java.util.concurrent.TimeUnit;

/** How many frames one connection may send: 20 a second, 60 at once. Frames come one at a time. */
final class Trickle {
    private static final long FRAME_NS = TimeUnit.SECONDS.toNanos(1) / 20;
    private static final long BURST_NS = 60 * FRAME_NS;

    private long paidUntil;

    Trickle(long now) {
        paidUntil = now - BURST_NS;
    }

    /** Takes one; nanoseconds to wait when there is none, else 0. */
    long take(long now) {
        long from = Math.max(paidUntil, now - BURST_NS);
        if (from + FRAME_NS > now) {
            return from + FRAME_NS - now;
        }
        paidUntil = from + FRAME_NS;
        return 0;
    }
}
