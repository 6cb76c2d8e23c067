package org.pavilion.server.storage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The time limit of the job on one writer thread. Its monitor is what keeps an interrupt from hitting
 * the job after the one it was meant for.
 */
final class JobClock {
    private static final long LIMIT = Duration.ofMillis(250).toNanos();
    private static final long GIVE_UP = Duration.ofSeconds(2).toNanos();

    private final Runnable interrupt;
    private @Nullable Job<?> job;
    private long since;
    private boolean interrupted;
    private boolean abandoned;

    /** {@code interrupt} stops what the writer thread does, in Java and in SQLite. */
    JobClock(Runnable interrupt) {
        this.interrupt = interrupt;
    }

    synchronized void start(Job<?> next) {
        job = next;
        since = System.nanoTime();
        interrupted = false;
    }

    synchronized void restart() {
        since = System.nanoTime();
    }

    /** Ends the job's time; clears an interrupt that came for it. True when the job was too slow. */
    synchronized boolean stop() {
        job = null;
        Thread.interrupted();
        return interrupted;
    }

    /** Whether the thread was given up: it must not touch anything any more. */
    synchronized boolean abandoned() {
        return abandoned;
    }

    /** Called by the watch: interrupts a slow job; returns a job that did not heed it, once. */
    synchronized @Nullable Job<?> look() {
        if (job == null || abandoned) {
            return null;
        }
        var age = System.nanoTime() - since;
        if (age > GIVE_UP) {
            abandoned = true;
            return job;
        }
        if (age > LIMIT && !interrupted) {
            interrupted = true;
            interrupt.run();
        }
        return null;
    }
}
