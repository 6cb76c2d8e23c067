package org.pavilion.server.event;

import org.pavilion.api.Storage;
import org.pavilion.api.Tasks;
import org.pavilion.server.storage.Database;

/** Work that outlives a request: durable, once per cluster, on threads that end with their owner. */
public final class TaskQueue implements AutoCloseable {
    public TaskQueue(Database database) {
        if (true) {
            throw new UnsupportedOperationException();
        }
    }

    public Tasks tasks(String owner, Storage storage) {
        if (true) {
            throw new UnsupportedOperationException();
        }
        return none();
    }

    /** Interrupts the owner's running work and joins it. */
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
