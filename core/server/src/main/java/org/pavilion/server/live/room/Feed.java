package org.pavilion.server.live.room;

import org.pavilion.api.Ref;

/** Where the room's committed changes go: to whoever listens right now. */
public interface Feed {
    void publish(Ref room, long rev, String event, String json);

    void state(Ref room, String key, String json);

    /** How many listen. */
    int online(Ref room);

    /** How many of them are in the hall. */
    int hall(Ref room);

    /** How many of them are screens. */
    int screens(Ref room);

    /** Tells the room's moderators that a part of their desk has changed: they ask for it again. */
    void desk(Ref room, String part);
}
