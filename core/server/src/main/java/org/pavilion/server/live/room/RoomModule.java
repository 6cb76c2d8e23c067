package org.pavilion.server.live.room;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;
import org.pavilion.server.realtime.Tick;

/**
 * A module of live rooms, as the topic of a room tells of it. What it tells stands in its tables: the
 * topic only forwards and repeats it.
 */
public interface RoomModule {

    /** How the names of its events in a room's log begin, e.g. {@code live.question-}. */
    String prefix();

    /** Its state keys with their JSON, for those who join, fall behind or resume. */
    default Map<String, String> state(Handle handle, RoomRow room) {
        return Map.of();
    }

    /** Its counters right now, asked at most four times a second while somebody listens; reads no database. */
    default Tick tick(Ref room) {
        return Tick.NONE;
    }

    /**
     * What a line of the room's log says by now, as JSON: what was taken back since is told as taken back.
     *
     * @param body as it was written
     */
    default String told(Handle handle, Ref room, String event, String body) {
        return body;
    }
}
