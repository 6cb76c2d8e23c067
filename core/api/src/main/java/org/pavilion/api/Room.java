package org.pavilion.api;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A live room as others see it.
 *
 * @param target what it belongs to; written {@code type:id} it is also the room's id
 * @param phase where it stands now
 * @param start when it starts, if it has a schedule
 * @param end when it ends, if it has a schedule
 * @param stream whether it shows a picture
 */
@Stable
public record Room(
        Ref target,
        Text title,
        Phase phase,
        Set<RoomSpec.Module> modules,
        Optional<Instant> start,
        Optional<Instant> end,
        boolean stream) {

    /** Where a room stands. */
    public enum Phase {
        /** Not open yet. */
        SCHEDULED,
        /** Open before the start: people talk, nothing is shown. */
        LOBBY,
        LIVE,
        /** In a break; goes on as LIVE. */
        PAUSED,
        /** After the end, still open for talk. */
        AFTERGLOW,
        /** To watch again, with what was said. */
        REPLAY,
        /** Kept as it is for good. */
        ARCHIVED
    }

    public Room {
        modules = Set.copyOf(modules);
    }

    /** The room's page, without language. */
    public String path() {
        return "/live/" + target;
    }
}
