package org.pavilion.server.live;

import org.pavilion.api.Ref;

/** Where the room's committed changes go: to whoever listens right now. */
interface Feed {
    void publish(Ref room, long rev, String event, String json);

    void state(Ref room, String key, String json);

    /** How many listen. */
    int online(Ref room);
}
