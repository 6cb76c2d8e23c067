package org.pavilion.api;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Says whether an object may have a room, and which; called again for each view, so keep it cheap. */
@Stable
@FunctionalInterface
public interface RoomSource {
    /** Empty when there is no such object, or none that may have a room. */
    Optional<RoomSpec> spec(Handle handle, String id);
}
