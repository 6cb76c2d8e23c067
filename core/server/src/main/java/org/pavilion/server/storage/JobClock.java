package org.pavilion.server.storage;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time limit of the job on one writer thread: 250 ms of processor time, one second altogether. A
 * machine that is busy elsewhere must not make honest writes fail, hence the processor's clock; an
 * owner's first writes load their classes and get longer. Between two looks of the watch at most a
 * tenth of a second counts: when the whole machine stood still, the watch did so too.
 *
 * <p>Its monitor is what keeps an interrupt from hitting the job after the one it was meant for.
 */
final class JobClock {
    private static final long CPU_LIMIT = Duration.ofMillis(250).toNanos();
    private static final long LIMIT = Duration.ofSeconds(1).toNanos();
    private static final long COLD_LIMIT = Duration.ofMillis(1900).toNanos();
    private static final long GIVE_UP = Duration.ofSeconds(2).toNanos();
    private static final long AFTER_INTERRUPT = Duration.ofMillis(500).toNanos();
    private static final long MOST_A_LOOK = Duration.ofMillis(100).toNanos();
    private static final int COLD_RUNS = 20;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<String, Integer> runs = new HashMap<>();
    private final Thread thread;
    private final Runnable interrupt;
    private final LongSupplier nanos;
    private @Nullable Job<?> job;
    private @Nullable Job<?> watched;
    private long watchedCpu;
    private long looked;
    private long age;
    private long interruptedAt;
    private boolean cold;
    private boolean interrupted;
    private boolean abandoned;

    /** {@code interrupt} stops what the thread does, in Java and in SQLite. */
    JobClock(Thread thread, Runnable interrupt) {
        this(thread, interrupt, System::nanoTime);
    }

    JobClock(Thread thread, Runnable interrupt, LongSupplier nanos) {
        this.thread = thread;
        this.interrupt = interrupt;
        this.nanos = nanos;
    }

    synchronized void start(Job<?> next) {
        job = next;
        begin();
        interrupted = false;
        cold = runs.merge(next.owner(), 1, Integer::sum) <= COLD_RUNS;
    }

    synchronized void restart() {
        begin();
        watched = null;
    }

    private void begin() {
        looked = nanos.getAsLong();
        age = 0;
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
        var now = nanos.getAsLong();
        age += Math.min(now - looked, MOST_A_LOOK);
        looked = now;
        if (interrupted) {
            abandoned = age > GIVE_UP && age - interruptedAt > AFTER_INTERRUPT;
            return abandoned ? job : null;
        }
        if (tooSlow()) {
            interrupted = true;
            interruptedAt = age;
            interrupt.run();
        }
        return null;
    }

    private boolean tooSlow() {
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
