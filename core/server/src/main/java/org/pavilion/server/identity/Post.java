package org.pavilion.server.identity;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.pavilion.api.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what depends on whether an address is known after its answer has gone out, so that nobody can
 * tell from the time an answer takes.
 */
final class Post implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Post.class);
    private static final int QUEUE = 1_000;
    private static final long RETRY_MS = 5_000;

    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().name("letters-", 0).daemon().factory());

    Post() {
        worker.allowCoreThreadTimeOut(true);
    }

    void later(Runnable work) {
        try {
            worker.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    log.warn("a letter was not written", e);
                }
            });
        } catch (RejectedExecutionException e) {
            throw new Problem("login.busy", 503, "Many people sign up right now; try again in a moment")
                    .retryAfter(RETRY_MS)
                    .causedBy(e);
        }
    }

    /** Lets go of what is waiting: whoever asked for a letter asks again. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(2, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
