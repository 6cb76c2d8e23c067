package org.pavilion.server.backup;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.server.storage.StorageMount;

/** Event types for a store without a running log: it can be written to, and nobody listens. */
record Registering(StorageMount mount) implements DomainEvents {
    @Override
    public <E extends Record & DomainEvent> DomainEvents publishes(String name, Class<E> type) {
        mount.register(name, type);
        return this;
    }

    @Override
    public <E extends Record> DomainEvents on(String name, Class<E> view, Listener<E> listener) {
        throw new UnsupportedOperationException("no log runs here");
    }
}
