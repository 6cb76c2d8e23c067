package org.pavilion.server.plugin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Problem;

/** Runs foreign code on a thread of its own, for so long and no longer. */
final class Deadline {
    private Deadline() {}

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private static final class Outcome {
        volatile @Nullable Throwable failure;
    }

    /**
     * Throws what the work threw, or {@code plugin.deadline} after an interrupt. Work that ignores the
     * interrupt keeps its daemon thread; Java has no way to end it.
     */
    static void run(String name, Duration limit, @Nullable ClassLoader loader, Work work) throws Throwable {
        var outcome = new Outcome();
        var thread = Thread.ofPlatform().name(name).daemon(true).unstarted(() -> {
            try {
                work.run();
            } catch (Throwable e) {
                outcome.failure = e;
            }
        });
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            if (!thread.join(limit)) {
                thread.interrupt();
                thread.join(Duration.ofMillis(500));
                throw new Problem(
                        "plugin.deadline", 422, name + " did not end within " + limit.toSeconds() + " seconds");
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new Problem("plugin.deadline", 503, name + " was interrupted");
        }
        var failure = outcome.failure;
        if (failure != null) {
            throw failure;
        }
    }
}
