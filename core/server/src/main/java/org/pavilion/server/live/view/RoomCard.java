package org.pavilion.server.live.view;

import java.time.Instant;
import java.util.Optional;
import org.pavilion.api.Text;

/** A room in a list of rooms. */
public record RoomCard(
        String room,
        String target,
        Text title,
        String phase,
        Optional<Instant> startsAt,
        Optional<Instant> endsAt,
        boolean stream,
        int online) {}
