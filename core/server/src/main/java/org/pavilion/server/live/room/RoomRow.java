package org.pavilion.server.live.room;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Room.Phase;

/** A room as it is stored; {@code id} is the target's reference. */
public record RoomRow(
        Ref id,
        String spec,
        String phase,
        Instant phaseAt,
        Optional<Instant> startAt,
        Optional<Instant> endAt,
        int slowSeconds,
        long rev) {

    public Phase phaseNow() {
        return Phase.valueOf(phase.toUpperCase(Locale.ROOT));
    }

    public static String word(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    /** The same room at another rev. */
    public RoomRow at(long newRev) {
        return new RoomRow(id, spec, phase, phaseAt, startAt, endAt, slowSeconds, newRev);
    }

    /** The same room after a step, at its new rev. */
    public RoomRow in(Phase next, Instant at, long newRev) {
        return new RoomRow(id, spec, word(next), at, startAt, endAt, slowSeconds, newRev);
    }
}
