package org.pavilion.server.event;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.DomainEvents;
import org.pavilion.server.json.Json;
import org.pavilion.server.storage.Database;
import org.pavilion.server.storage.Dialect;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.telemetry.Telemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The read side of the log: every event once it is committed, in order and without gaps. */
public final class EventLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StorageMount storage;
    private final LogRows rows;
    private final Head head = new Head();
    private final @Nullable Sequencer sequencer;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final List<Listening<?>> listeners = new CopyOnWriteArrayList<>();
    private final Worker tail = new Worker("event-tail", this::wakeListeners);
    private long told;

    public EventLog(Database database, Telemetry telemetry) {
        this.storage = database.mount("core", new Json());
        this.rows = new LogRows(storage, database.epoch());
        this.sequencer = database.dialect() == Dialect.POSTGRES ? new Sequencer(database, head) : null;
        told = database.head();
        head.raise(told);
        database.onCommit(this::committed);
        if (sequencer != null) {
            sequencer.start();
        } else {
            head.raise(database.head());
        }
        tail.start();
        telemetry.gauge("event_head", head::get);
        telemetry.gauge("event_lag", this::lag);
    }

    /** Events for one owner: its types go to the mount, its listeners get the durable cursor {@code owner/event}. */
    public DomainEvents domain(String owner, StorageMount mount, Json json) {
        return new HouseEvents(owner, mount, json, this);
    }

    /**
     * Delivers everything after {@code afterSeq} in order, at most 500 events at once, until the
     * follower is closed. The listener keeps its own cursor; one beyond the log's end means that the
     * projection knows another life of the log and must be rebuilt: refused.
     */
    public Follower follow(String name, long afterSeq, BatchListener listener) {
        if (afterSeq > head.get()) {
            throw new IllegalArgumentException(name + " is at " + afterSeq + ", beyond the log's end: rebuild it");
        }
        var follower = new Follower(name, afterSeq, head, rows, listener);
        followers.add(follower);
        follower.start();
        return follower;
    }

    /** Events after a position in order, as far as they are visible. */
    public List<Event> read(long afterSeq, int limit) {
        return rows.after(afterSeq, limit);
    }

    /** The last visible position; grows at the latest when a commit is acknowledged (SQLite) or sequenced. */
    public long head() {
        return head.get();
    }

    /** The event's position; empty while it has none. */
    public Optional<Long> seqOf(String eventId) {
        return rows.seqOf(eventId);
    }

    /** Waits until the event has its place in the log; empty when the limit passed before. */
    public Optional<Long> awaitSeqOf(String eventId, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                var seen = head.get();
                var seq = rows.seqOf(eventId);
                var left = deadline - System.nanoTime();
                if (seq.isPresent() || left <= 0) {
                    return seq;
                }
                head.awaitBeyond(seen, Duration.ofNanos(left));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Ends the owner's listeners and joins their threads; their cursors stay for the next start. */
    public void withdraw(String owner) {
        var own = listeners.stream().filter(l -> l.owner().equals(owner)).toList();
        listeners.removeAll(own);
        own.forEach(Listening::end);
    }

    @Override
    public void close() {
        listeners.forEach(Listening::end);
        followers.forEach(Follower::close);
        tail.end();
        if (sequencer != null) {
            sequencer.close();
        }
        storage.close();
    }

    <E extends Record> void listen(
            String owner, String type, Class<E> view, DomainEvents.Listener<E> listener, Json json) {
        if (listeners.stream().anyMatch(l -> l.owner().equals(owner) && l.type().equals(type))) {
            throw new IllegalStateException(owner + " listens to " + type + " already");
        }
        var listening = new Listening<>(owner, type, view, listener, rows, json);
        listening.start();
        listeners.add(listening);
        listening.wake();
    }

    private void committed(long seq) {
        if (sequencer == null) {
            head.raise(seq);
        } else {
            sequencer.wake();
        }
    }

    /** One look at each stretch of the log tells which of the many listeners have something to do. */
    private void wakeListeners() throws InterruptedException {
        if (!head.awaitBeyond(told, PATIENCE)) {
            return;
        }
        var upTo = head.get();
        try {
            var types = rows.types(told, upTo).keySet();
            listeners.stream().filter(l -> types.contains(l.type())).forEach(Listening::wake);
            told = upTo;
        } catch (RuntimeException e) {
            // The listeners look for themselves; waking all of them costs a query each.
            LOG.warn("the tail of the log could not be read: {}", e.getMessage());
            listeners.forEach(Listening::wake);
            told = upTo;
        }
    }

    /** How far the slowest follower is behind. */
    private double lag() {
        var now = head.get();
        return followers.stream()
                .mapToLong(follower -> now - follower.position())
                .max()
                .orElse(0);
    }
}
