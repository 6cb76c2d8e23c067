package org.pavilion.server.storage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Ref;

/** One write on its way through the writer thread. */
final class Job<T> {
    private final String owner;
    private final Ref actor;
    private final boolean exclusive;
    private final Transaction.Work<T> work;
    private final CompletableFuture<T> answer = new CompletableFuture<>();

    /** Claimed by the writer when it starts the job, or by a caller who no longer waits: whoever is first. */
    private final AtomicBoolean claimed = new AtomicBoolean();

    private @Nullable T result;

    Job(String owner, Ref actor, boolean exclusive, Transaction.Work<T> work) {
        this.owner = owner;
        this.actor = actor;
        this.exclusive = exclusive;
        this.work = work;
    }

    String owner() {
        return owner;
    }

    boolean exclusive() {
        return exclusive;
    }

    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    void run(Running running, Transaction transaction) throws Exception {
        result = running.run(actor, () -> work.run(transaction));
    }

    /** The commit that holds this job is durable. */
    @SuppressWarnings("NullAway") // a T that may be null is the caller's choice
    void acknowledge() {
        answer.complete(result);
    }

    void fail(Throwable cause) {
        answer.completeExceptionally(cause);
    }

    /** Waits for the commit. An interrupt withdraws a job that has not started; one that runs is waited for. */
    T await() throws Exception {
        var interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    if (claim()) {
                        throw Failures.interrupted(e);
                    }
                }
            }
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Exception unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case Exception cause -> cause;
            case Error error -> throw error;
            case null, default -> e;
        };
    }
}
