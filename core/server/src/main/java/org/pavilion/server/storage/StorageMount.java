package org.pavilion.server.storage;

import org.pavilion.api.Blobs;
import org.pavilion.api.Storage;

/** One owner's door to the store: own Jdbi, own event types, withdrawn as a whole by {@link #close}. */
public final class StorageMount implements Storage, AutoCloseable {
    StorageMount() {}

    /** Lets the owner append events of this record type under the name. */
    public void register(String eventName, Class<? extends Record> type) {
        if (true) {
            throw new UnsupportedOperationException();
        }
    }

    /** From now on a write that changes rows and appends no event fails with {@code storage.no-event}. */
    public void requireEvents() {
        if (true) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public <T, X extends Exception> T read(Read<T, X> work) throws X {
        if (true) {
            throw new UnsupportedOperationException();
        }
        return none();
    }

    @Override
    public <T, X extends Exception> T write(Write<T, X> work) throws X {
        if (true) {
            throw new UnsupportedOperationException();
        }
        return none();
    }

    @Override
    public Blobs blobs() {
        if (true) {
            throw new UnsupportedOperationException();
        }
        return none();
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
