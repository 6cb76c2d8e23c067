package org.pavilion.server.plugin;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;

/** The log as one plugin sees it: only names its manifest declares. */
record HostedEvents(DomainEvents events, Manifest manifest, Doorway doorway) implements DomainEvents {
    @Override
    public <E extends Record & DomainEvent> DomainEvents publishes(String name, Class<E> type) {
        doorway.registering();
        doorway.declared(manifest.events().publishes().contains(name), "event", name);
        events.publishes(name, type);
        return this;
    }

    @Override
    public <E extends Record> DomainEvents on(String name, Class<E> view, Listener<E> listener) {
        doorway.registering();
        doorway.declared(heard(manifest, name), "event", name);
        events.on(
                name,
                view,
                event -> doorway.<Boolean, Exception>asPlugin(() -> {
                    listener.on(event);
                    return true;
                }));
        return this;
    }

    static boolean heard(Manifest manifest, String name) {
        return manifest.events().listens().contains(name)
                || manifest.events().publishes().contains(name);
    }
}
