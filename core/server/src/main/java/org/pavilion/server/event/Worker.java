package org.pavilion.server.event;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A named thread with one loop, which ends when it is asked to and is joined. */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Thread thread;
    private volatile boolean ending;
    private boolean shielded;

    /** One round; called again and again until the worker ends. */
    @FunctionalInterface
    interface Round {
        void run() throws InterruptedException;
    }

    /** Work that an interrupt would harm. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    Worker(String name, Round round) {
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> loop(round));
    }

    Worker start() {
        thread.start();
        return this;
    }

    boolean ending() {
        return ending;
    }

    /** Called by the loop for work that touches files, which close under an interrupt: the end waits for it. */
    void shielded(Work work) throws Exception {
        synchronized (this) {
            if (ending) {
                return;
            }
            shielded = true;
        }
        try {
            work.run();
        } finally {
            synchronized (this) {
                shielded = false;
            }
        }
    }

    /** Interrupts the loop where it may be and waits for it; a thread that does not end is named in the log. */
    void end() {
        synchronized (this) {
            ending = true;
            if (!shielded) {
                thread.interrupt();
            }
        }
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            if (!thread.join(PATIENCE)) {
                LOG.warn("{} does not end", thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop(Round round) {
        try {
            while (!ending) {
                round.run();
            }
        } catch (InterruptedException e) {
            if (!ending) {
                LOG.error("{} was interrupted by somebody else and has ended", thread.getName(), e);
            }
        } catch (RuntimeException | Error e) {
            LOG.error("{} has ended", thread.getName(), e);
            throw e;
        }
    }
}
