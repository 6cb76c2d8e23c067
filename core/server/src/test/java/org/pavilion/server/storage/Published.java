package org.pavilion.server.storage;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;

/** Events for tests that only look at what was written: names go to the mount, nothing is delivered. */
public final class Published implements DomainEvents {
    private final StorageMount mount;

    public Published(StorageMount mount) {
        this.mount = mount;
    }

    @Override
    public <E extends Record & DomainEvent> DomainEvents publishes(String name, Class<E> type) {
        mount.register(name, type);
        return this;
    }

    @Override
    public <E extends Record> DomainEvents on(String name, Class<E> view, Listener<E> listener) {
        return this;
    }
}
