package org.pavilion.server.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Inquiry;
import org.pavilion.api.Journal;
import org.pavilion.api.Ref;
import org.pavilion.api.Room;
import org.pavilion.api.RoomSource;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.Rooms;
import org.pavilion.api.Spoken;
import org.pavilion.api.Survey;
import org.pavilion.api.Utterance;
import org.pavilion.server.live.LiveRooms;
import org.pavilion.server.storage.StorageMount;

/** Live rooms as one plugin sees them; what it offers ends with it. */
final class HostedRooms implements Rooms {
    private final LiveRooms rooms;
    private final StorageMount mount;
    private final Doorway doorway;
    private final Map<String, RoomSource> offers = new ConcurrentHashMap<>();

    HostedRooms(LiveRooms rooms, StorageMount mount, Doorway doorway) {
        this.rooms = rooms;
        this.mount = mount;
        this.doorway = doorway;
    }

    @Override
    public Room attach(Handle handle, Journal journal, Ref target, RoomSpec spec) {
        doorway.alive();
        return rooms.attach(handle, journal, target, spec);
    }

    @Override
    public Room attach(Ref target, RoomSpec spec) {
        doorway.alive();
        return rooms.attach(target, spec);
    }

    @Override
    public void detach(Handle handle, Journal journal, Ref target) {
        doorway.alive();
        rooms.detach(handle, journal, target);
    }

    @Override
    public Optional<Room> of(Ref target) {
        doorway.alive();
        return rooms.of(target);
    }

    @Override
    public void offer(String type, RoomSource source) {
        doorway.registering();
        // Through the plugin's own mount: the mapper of the core would keep its classes.
        RoomSource inside = (outer, id) -> doorway.within(() -> mount.read(handle -> source.spec(handle, id)));
        rooms.offer(type, inside);
        offers.put(type, inside);
    }

    @Override
    public void recall(Handle handle, Journal journal, Ref target, List<Utterance> said) {
        doorway.alive();
        rooms.recall(handle, journal, target, said);
    }

    @Override
    public void recall(Handle handle, Journal journal, Ref target, List<Inquiry> asked, List<Survey> polls) {
        doorway.alive();
        rooms.recall(handle, journal, target, asked, polls);
    }

    @Override
    public void caption(Handle handle, Journal journal, Ref target, List<Spoken> said) {
        doorway.alive();
        rooms.caption(handle, journal, target, said);
    }

    /** Nothing of the plugin is asked about rooms any more. */
    void withdraw() {
        offers.forEach(rooms::withdraw);
        offers.clear();
    }
}
