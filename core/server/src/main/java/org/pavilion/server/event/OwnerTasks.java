package org.pavilion.server.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Tasks;
import org.pavilion.server.storage.Actors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One owner's tasks, on threads that end with it. */
final class OwnerTasks implements Tasks {
    private static final Logger LOG = LoggerFactory.getLogger(OwnerTasks.class);
    private static final int ATTEMPTS = 10;
    private static final int AT_ONCE = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);
    private static final long PATIENCE_SECONDS = 5;

    private final String owner;
    private final Ref actor;
    private final TaskRows rows;
    private final Consumer<Instant> wakeAt;
    private final Map<String, TaskBody> bodies = new ConcurrentHashMap<>();
    private final Map<String, Duration> intervals = new ConcurrentHashMap<>();
    private final Set<TaskRows.Due> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;
    private volatile boolean stopped;

    OwnerTasks(String owner, TaskRows rows, Consumer<Instant> wakeAt) {
        this.owner = owner;
        this.actor = owner.equals("core") ? Actors.SYSTEM : new Ref("plugin", owner);
        this.rows = rows;
        this.wakeAt = wakeAt;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("task-" + owner + "-", 0).factory());
    }

    @Override
    public Tasks on(String name, TaskBody body) {
        refuseStopped();
        bodies.put(name, body);
        return this;
    }

    @Override
    public void at(Handle handle, String name, Instant when, String argument) {
        refuseStopped();
        refuseUnknown(name);
        TaskRows.schedule(handle, UUID.randomUUID().toString(), owner, name, when, argument);
        wakeAt.accept(when);
    }

    @Override
    public void every(String name, Duration interval) {
        refuseStopped();
        refuseUnknown(name);
        if (interval.toMillis() < 1) {
            throw new IllegalArgumentException("an interval is at least a millisecond, not " + interval);
        }
        var next = Instant.now().plus(interval);
        rows.repeat(owner, name, next);
        intervals.put(name, interval);
        wakeAt.accept(next);
    }

    @Override
    public Future<?> submit(TaskBody body) {
        refuseStopped();
        return threads.submit((Callable<Boolean>) () -> Actors.as(actor, () -> {
            body.run("");
            return true;
        }));
    }

    /** The names this node can do something about, as {@code owner/name}. */
    List<String> names() {
        return bodies.keySet().stream().map(name -> owner + "/" + name).toList();
    }

    Collection<TaskRows.Due> running() {
        return List.copyOf(running);
    }

    /** Claims the task and begins it, when there is room. */
    void begin(TaskRows.Due due) {
        var body = bodies.get(due.name());
        var interval = intervals.get(due.name());
        if (body == null || stopped || running.size() >= AT_ONCE || (due.repeats() && interval == null)) {
            return;
        }
        var now = Instant.now();
        var next = interval == null ? now : now.plus(interval);
        if (!running.add(due)) {
            return;
        }
        var begun = false;
        try {
            if (rows.claim(due, now, next)) {
                threads.execute(() -> run(due, body, next));
                begun = true;
            }
        } finally {
            if (!begun) {
                running.remove(due);
            }
        }
    }

    /** Interrupts what runs and waits for it; unfinished tasks stay for the next start. */
    void stop() {
        stopped = true;
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a task of {} does not end", owner);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        bodies.clear();
    }

    private void run(TaskRows.Due due, TaskBody body, Instant next) {
        try {
            var failure = new ArrayList<Exception>(1);
            try {
                Actors.as(actor, () -> {
                    body.run(due.argument());
                    return true;
                });
            } catch (Exception e) {
                failure.add(e);
            }
            // The interrupt that stops the owner has done its work; the row still has to be settled.
            Thread.interrupted();
            if (failure.isEmpty()) {
                rows.done(due);
            } else {
                fail(due, failure.getFirst());
            }
            if (due.repeats()) {
                wakeAt.accept(next);
            }
        } catch (RuntimeException e) {
            LOG.warn("the task {}/{} could not be settled and will run again", owner, due.name(), e);
        } finally {
            running.remove(due);
        }
    }

    private void fail(TaskRows.Due due, Exception cause) {
        if (stopped) {
            rows.again(due, due.attempts(), Instant.now(), "stopped");
            return;
        }
        int attempts = due.attempts() + 1;
        if (attempts >= ATTEMPTS && !due.repeats()) {
            LOG.warn("the task {}/{} failed {} times and is parked", owner, due.name(), attempts, cause);
            rows.again(due, attempts, NEVER, String.valueOf(cause));
            return;
        }
        LOG.warn("the task {}/{} failed and will run again", owner, due.name(), cause);
        var pause = Duration.ofSeconds(1L << Math.min(attempts - 1, 10));
        var when = Instant.now().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        rows.again(due, attempts, when, String.valueOf(cause));
        wakeAt.accept(when);
    }

    private void refuseStopped() {
        if (stopped) {
            throw new Problem("plugin.stopped", 503, owner + " has been stopped");
        }
    }

    private void refuseUnknown(String name) {
        if (!bodies.containsKey(name)) {
            throw new Problem("plugin.undeclared", 500, owner + " does not say how to do the task " + name);
        }
    }
}
