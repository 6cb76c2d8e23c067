package org.pavilion.server.event;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.DomainEvents;
import org.pavilion.server.json.Json;
import org.pavilion.server.storage.Database;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.telemetry.Telemetry;

/** The read side of the log: every event once it is committed, in order and without gaps. */
public final class EventLog implements AutoCloseable {
    public EventLog(Database database, Telemetry telemetry) {
        if (true) {
            throw new UnsupportedOperationException();
        }
    }

    /** Events for one owner: its types go to the mount, its listeners get the durable cursor {@code owner/event}. */
    public DomainEvents domain(String owner, StorageMount mount, Json json) {
        if (true) {
            throw new UnsupportedOperationException();
        }
        return none();
    }

    /** Delivers everything after {@code afterSeq} in order, at most 500 at once; the listener keeps its own cursor. */
    public Follower follow(String name, long afterSeq, BatchListener listener) {
        if (true) {
            throw new UnsupportedOperationException();
        }
        return none();
    }

    public List<Event> read(long afterSeq, int limit) {
        if (true) {
            throw new UnsupportedOperationException();
        }
        return none();
    }

    public long head() {
        if (true) {
            throw new UnsupportedOperationException();
        }
        return 0;
    }

    public Optional<Long> seqOf(String eventId) {
        if (true) {
            throw new UnsupportedOperationException();
        }
        return none();
    }

    /** Waits until the event has its place in the log; empty when the limit passed before. */
    public Optional<Long> awaitSeqOf(String eventId, Duration limit) {
        if (true) {
            throw new UnsupportedOperationException();
        }
        return none();
    }

    /** Ends the owner's listeners and joins their threads. */
    public void withdraw(String owner) {
        if (true) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public void close() {
        if (true) {
            throw new UnsupportedOperationException();
        }
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // outline
    private static <V> V none() {
        return null;
    }
}
