package org.pavilion.server.storage;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The time limit of the job on one writer thread: 250 ms of processor time, one second altogether. A
 * machine that is busy elsewhere must not make honest writes fail, hence the processor's clock; an
 * owner's first writes load their classes and get longer.
 *
 * <p>Its monitor is what keeps an interrupt from hitting the job after the one it was meant for.
 */
final class JobClock {
    private static final long CPU_LIMIT = Duration.ofMillis(250).toNanos();
    private static final long LIMIT = Duration.ofSeconds(1).toNanos();
    private static final long COLD_LIMIT = Duration.ofMillis(1900).toNanos();
    private static final long GIVE_UP = Duration.ofSeconds(2).toNanos();
    private static final long AFTER_INTERRUPT = Duration.ofMillis(500).toNanos();
    private static final int COLD_RUNS = 20;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<String, Integer> runs = new HashMap<>();
    private final Thread thread;
    private final Runnable interrupt;
    private @Nullable Job<?> job;
    private @Nullable Job<?> watched;
    private long watchedCpu;
    private long since;
    private long interruptedAt;
    private boolean cold;
    private boolean interrupted;
    private boolean abandoned;

    /** {@code interrupt} stops what the thread does, in Java and in SQLite. */
    JobClock(Thread thread, Runnable interrupt) {
        this.thread = thread;
        this.interrupt = interrupt;
    }

    synchronized void start(Job<?> next) {
        job = next;
        since = System.nanoTime();
        interrupted = false;
        cold = runs.merge(next.owner(), 1, Integer::sum) <= COLD_RUNS;
    }

    synchronized void restart() {
        since = System.nanoTime();
        watched = null;
    }

    /** Ends the job's time; clears an interrupt that came for it. True when the job was too slow. */
    synchronized boolean stop() {
        job = null;
        watched = null; // or an idle writer would hold what its last job was made of, a plugin's classes too
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
        var now = System.nanoTime();
        if (interrupted) {
            abandoned = now - since > GIVE_UP && now - interruptedAt > AFTER_INTERRUPT;
            return abandoned ? job : null;
        }
        if (tooSlow(now - since)) {
            interrupted = true;
            interruptedAt = now;
            interrupt.run();
        }
        return null;
    }

    private boolean tooSlow(long age) {
        if (cold) {
            return age > COLD_LIMIT;
        }
        // Reading the processor's clock for every job would cost more than most jobs.
        var cpu = threads.getThreadCpuTime(thread.threadId());
        if (watched != job) {
            watched = job;
            watchedCpu = cpu;
        }
        return age > LIMIT || cpu - watchedCpu > CPU_LIMIT;
    }
}
