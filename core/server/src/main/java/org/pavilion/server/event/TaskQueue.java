package org.pavilion.server.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.PriorityBlockingQueue;
import org.pavilion.api.Storage;
import org.pavilion.api.Tasks;
import org.pavilion.server.json.Json;
import org.pavilion.server.storage.Database;
import org.pavilion.server.storage.Dialect;
import org.pavilion.server.storage.StorageMount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that outlives a request: durable, once per cluster, on threads that end with their owner.
 *
 * <p>One loop looks for what is due each second, and earlier when this node knows of something; a
 * lease row decides which node does it and frees it when that node dies.
 */
public final class TaskQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TaskQueue.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration RENEW = TaskRows.LEASE.dividedBy(3);
    private static final Duration ANSWERS_KEPT = Duration.ofDays(2);
    private static final int LIMIT = 64;

    private final StorageMount storage;
    private final TaskRows rows;
    private final Map<String, OwnerTasks> owners = new ConcurrentHashMap<>();
    private final PriorityBlockingQueue<Instant> wakes = new PriorityBlockingQueue<>();
    private final Pause pause = new Pause();
    private final Worker loop = new Worker("event-tasks", this::round);
    private Instant renewed = Instant.now();

    public TaskQueue(Database database) {
        this.storage = database.mount("core", new Json());
        this.rows = new TaskRows(storage);
        if (database.dialect() == Dialect.SQLITE) {
            rows.freeAll();
        }
        var house = of("core");
        house.on("answers-expire", nothing -> rows.forgetAnswers(Instant.now().minus(ANSWERS_KEPT)));
        house.every("answers-expire", Duration.ofHours(1));
        loop.start();
    }

    /** The owner's tasks; they live until {@link #withdraw}. */
    public Tasks tasks(String owner, Storage ownStorage) {
        return of(owner);
    }

    /** Interrupts the owner's running work and joins it; what is scheduled stays for the next start. */
    public void withdraw(String owner) {
        var tasks = owners.remove(owner);
        if (tasks != null) {
            tasks.stop();
        }
    }

    @Override
    public void close() {
        loop.end();
        List.copyOf(owners.keySet()).forEach(this::withdraw);
        storage.close();
    }

    private OwnerTasks of(String owner) {
        return owners.computeIfAbsent(owner, name -> new OwnerTasks(name, rows, this::wakeAt));
    }

    private void wakeAt(Instant when) {
        if (when.isBefore(Instant.now().plus(LOOK))) {
            wakes.add(when);
            pause.wake();
        }
    }

    private void round() throws InterruptedException {
        pause.atMost(untilNext());
        try {
            beginDue();
            renewLeases();
        } catch (RuntimeException e) {
            if (!loop.ending()) {
                LOG.warn("the tasks wait for the store: {}", e.getMessage());
                pause.atMost(LOOK);
            }
        }
    }

    /** At most a second; a wake that has passed counts once more a moment later, when its write has committed. */
    private Duration untilNext() {
        var now = Instant.now();
        var soonest = LOOK;
        for (var next = wakes.peek(); next != null && next.isBefore(now); next = wakes.peek()) {
            wakes.remove(next);
            soonest = Duration.ofMillis(20);
        }
        var next = wakes.peek();
        if (next == null) {
            return soonest;
        }
        var left = Duration.between(now, next).plusMillis(1);
        return left.compareTo(soonest) < 0 ? left : soonest;
    }

    private void beginDue() {
        var names = owners.values().stream()
                .flatMap(tasks -> tasks.names().stream())
                .toList();
        for (var due : rows.due(names, Instant.now(), LIMIT)) {
            var tasks = owners.get(due.owner());
            if (tasks != null) {
                tasks.begin(due);
            }
        }
    }

    private void renewLeases() {
        var now = Instant.now();
        if (Duration.between(renewed, now).compareTo(RENEW) < 0) {
            return;
        }
        renewed = now;
        var running = owners.values().stream()
                .flatMap(tasks -> tasks.running().stream())
                .toList();
        if (!running.isEmpty()) {
            rows.renew(running, now);
        }
    }
}
