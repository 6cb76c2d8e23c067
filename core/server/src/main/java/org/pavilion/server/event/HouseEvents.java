package org.pavilion.server.event;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.server.json.Json;
import org.pavilion.server.storage.StorageMount;

/** The log as one owner sees it. */
final class HouseEvents implements DomainEvents {
    private final String owner;
    private final StorageMount mount;
    private final Json json;
    private final EventLog log;

    HouseEvents(String owner, StorageMount mount, Json json, EventLog log) {
        this.owner = owner;
        this.mount = mount;
        this.json = json;
        this.log = log;
    }

    @Override
    public <E extends Record & DomainEvent> DomainEvents publishes(String name, Class<E> type) {
        mount.register(name, type);
        return this;
    }

    @Override
    public <E extends Record> DomainEvents on(String name, Class<E> view, Listener<E> listener) {
        log.listen(owner, name, view, listener, json);
        return this;
    }
}
