package org.pavilion.server.plugin;

import org.pavilion.api.Blobs;
import org.pavilion.api.Storage;

/** The store as one plugin sees it: its code runs with its own loader, also on the writer's thread. */
record HostedStorage(Storage mount, Doorway doorway) implements Storage {
    @Override
    public <T, X extends Exception> T read(Read<T, X> work) throws X {
        doorway.alive();
        return mount.<T, X>read(handle -> doorway.<T, X>within(() -> work.run(handle)));
    }

    @Override
    public <T, X extends Exception> T write(Write<T, X> work) throws X {
        doorway.alive();
        return mount.<T, X>write((handle, journal) -> doorway.<T, X>within(() -> work.run(handle, journal)));
    }

    @Override
    public Blobs blobs() {
        doorway.alive();
        return Guarded.of(Blobs.class, mount.blobs(), doorway);
    }
}
