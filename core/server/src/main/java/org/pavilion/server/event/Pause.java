package org.pavilion.server.event;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Where a loop waits between two rounds until somebody wakes it; wakes do not add up. */
final class Pause {
    private final Semaphore wakes = new Semaphore(0);

    void wake() {
        if (wakes.availablePermits() == 0) {
            wakes.release();
        }
    }

    /** Returns at once when it was woken since the last time. */
    void atMost(Duration limit) throws InterruptedException {
        if (wakes.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            wakes.drainPermits();
        }
    }
}
