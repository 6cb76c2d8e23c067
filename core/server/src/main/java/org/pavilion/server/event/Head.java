package org.pavilion.server.event;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The last visible position of the log, which only grows, and those who wait for more. */
final class Head {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private long seq;

    void raise(long to) {
        lock.lock();
        try {
            if (to > seq) {
                seq = to;
                raised.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    long get() {
        lock.lock();
        try {
            return seq;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the head is beyond the position; false when the limit passed before. */
    boolean awaitBeyond(long position, Duration limit) throws InterruptedException {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (seq <= position && left > 0) {
                left = raised.awaitNanos(left);
            }
            return seq > position;
        } finally {
            lock.unlock();
        }
    }
}
