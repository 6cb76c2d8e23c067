package org.pavilion.server.plugin;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.pavilion.api.Problem;

/**
 * Counts the calls inside a plugin and lets it be closed without losing sight of one.
 *
 * <p>Invariant: closed bit and count are one word, and a call increments before it looks at the bit.
 * So once the closed word has shown a count of zero, nobody is inside and nobody will be.
 */
final class Gate {
    private static final long CLOSED = 1L << 62;

    private final int permits;
    private final AtomicLong word = new AtomicLong();
    private final CountDownLatch drained = new CountDownLatch(1);
    private final Set<Pass> inside = ConcurrentHashMap.newKeySet();

    Gate(int permits) {
        this.permits = permits;
    }

    /** Throws {@code plugin.stopped} when closed, {@code plugin.busy} when all permits are taken; both 503. */
    Pass enter() {
        long now = word.incrementAndGet();
        if ((now & CLOSED) != 0) {
            leave();
            throw stopped();
        }
        if (now > permits) {
            leave();
            throw new Problem("plugin.busy", 503, "this plugin has as many calls as it may; try again")
                    .retryAfter(1000);
        }
        var pass = new Pass(this, Thread.currentThread());
        inside.add(pass);
        return pass;
    }

    static Problem stopped() {
        return new Problem("plugin.stopped", 503, "the plugin has stopped").retryAfter(1000);
    }

    /** Lets nobody in any more. */
    void close() {
        if (word.getAndUpdate(w -> w | CLOSED) == 0) {
            drained.countDown();
        }
    }

    /** Waits for the calls inside, then interrupts those that are left. Returns how many had to be. */
    int drain(Duration patience) {
        try {
            if (drained.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var left = Set.copyOf(inside);
        left.forEach(Pass::interrupt);
        return left.size();
    }

    private void leave() {
        if (word.decrementAndGet() == CLOSED) {
            drained.countDown();
        }
    }

    /** One call inside; closing it leaves. */
    static final class Pass implements AutoCloseable {
        private final Gate gate;
        private final Thread thread;
        private boolean over;

        private Pass(Gate gate, Thread thread) {
            this.gate = gate;
            this.thread = thread;
        }

        private synchronized void interrupt() {
            if (!over) {
                thread.interrupt();
            }
        }

        @Override
        public void close() {
            synchronized (this) {
                over = true;
            }
            gate.inside.remove(this);
            gate.leave();
        }
    }
}
