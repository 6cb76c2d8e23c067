package org.pavilion.server.storage;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Blobs;
import org.pavilion.api.Journal;
import org.pavilion.api.Problem;
import org.pavilion.api.Storage;
import org.pavilion.server.json.Json;

/**
 * One owner's door to the store: own Jdbi, own event types, withdrawn as a whole by {@link #close}.
 *
 * <p>Its Jdbi knows instants (epoch milliseconds), booleans (0 or 1), {@code Ref} (text) and maps any
 * record from columns named like its components in snake case: {@code mapTo(Booth.class)}.
 */
public final class StorageMount implements Storage, AutoCloseable {
    private final String owner;
    private final Engine engine;
    private final Blobs blobs;
    private final Json json;
    private final EventTypes types;
    private volatile @Nullable Jdbi jdbi = Rows.jdbi();
    private volatile boolean eventsRequired;

    StorageMount(String owner, Engine engine, Blobs blobs, Json json, EventTypes types) {
        this.owner = owner;
        this.engine = engine;
        this.blobs = blobs;
        this.json = json;
        this.types = types;
    }

    /** Lets the owner append events of this record type under the name {@code prefix.what-happened.v1}. */
    public void register(String eventName, Class<? extends Record> type) {
        types.register(eventName, type);
    }

    /** From now on a write that changes rows and appends no event fails with {@code storage.no-event}: for tests. */
    public void requireEvents() {
        eventsRequired = true;
    }

    @Override
    @SuppressWarnings("unchecked") // work throws X or something unchecked
    public <T, X extends Exception> T read(Read<T, X> work) throws X {
        var own = open();
        if (Running.insideRead()) {
            try (var handle = own.open()) {
                return work.run(handle);
            }
        }
        try {
            return engine.read(connection -> {
                try (var handle = own.open()) {
                    return work.run(handle);
                }
            });
        } catch (Exception e) {
            throw (X) translated(e);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // work throws X or something unchecked
    public <T, X extends Exception> T write(Write<T, X> work) throws X {
        var own = open();
        try {
            return engine.write(owner, transaction -> {
                try (var handle = own.open()) {
                    return eventsRequired ? checked(work, handle, transaction) : run(work, handle, transaction);
                }
            });
        } catch (Exception e) {
            throw (X) translated(e);
        }
    }

    /**
     * Goes on in the write that {@code journal} belongs to, of whatever owner, with this owner's own
     * rows and types of events: one transaction over several owners.
     */
    public <T, X extends Exception> T join(Journal journal, Write<T, X> work) throws X {
        if (!(journal instanceof WriteJournal running)) {
            throw new IllegalArgumentException("only the journal of a write under way can be joined");
        }
        try (var handle = open().open()) {
            return work.run(handle, running.of(owner, types, json, handle));
        }
    }

    @Override
    public Blobs blobs() {
        open();
        return blobs;
    }

    /** Ends this door: later calls throw {@code plugin.stopped}, and nothing here holds the owner's classes. */
    @Override
    public void close() {
        jdbi = null;
        types.clear();
    }

    private <T, X extends Exception> T run(Write<T, X> work, Handle handle, Transaction transaction) throws X {
        return work.run(handle, new WriteJournal(owner, types, json, transaction, handle));
    }

    private <T, X extends Exception> T checked(Write<T, X> work, Handle handle, Transaction transaction)
            throws X, SQLException {
        var before = transaction.changes();
        var result = run(work, handle, transaction);
        if (transaction.events() == 0 && transaction.changes() > before) {
            throw new Problem("storage.no-event", 500, "a write of " + owner + " changed rows and appended no event");
        }
        return result;
    }

    private Jdbi open() {
        var own = jdbi;
        if (own == null) {
            throw new Problem("plugin.stopped", 503, owner + " has been stopped");
        }
        return own;
    }

    /** A failure of the connection itself is nothing the caller's signature knows. */
    private static Exception translated(Exception e) {
        return e instanceof SQLException
                ? new Problem("storage.failed", 503, "the store failed: nothing was stored")
                        .retryAfter(1_000)
                        .causedBy(e)
                : e;
    }
}
