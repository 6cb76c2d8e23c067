package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import org.pavilion.server.live.view.RoomState;

/**
 * Rooms to run.
 *
 * @param total how many were found; more than are shown says so
 * @param text what is looked for
 * @param phase live, scheduled or over; empty for all
 * @param changed the room that was just changed
 * @param refusal why the last act was not done
 */
public record RoomDesk(
        List<RoomState> rooms,
        int total,
        String text,
        String phase,
        Optional<RoomState> changed,
        Optional<String> refusal) {}
