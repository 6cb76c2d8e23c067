package org.pavilion.server.live.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pavilion.api.Room.Phase;

/**
 * Which step a room's schedule asks for next, and when. A pure function of the row: a task that runs
 * late, twice or after a moderator was faster finds nothing left to do.
 */
public final class Clockwork {
    /** How long before its start a room opens. */
    public static final Duration LOBBY = Duration.ofMinutes(15);
    /** How long people may talk on after the end. */
    public static final Duration AFTERGLOW = Duration.ofMinutes(15);

    private Clockwork() {}

    /** A step and the instant at which it is due. */
    public record Due(Step step, Instant at) {}

    public static Optional<Due> next(RoomRow room) {
        return switch (room.phaseNow()) {
            case SCHEDULED -> room.startAt().map(start -> new Due(Step.OPEN, start.minus(LOBBY)));
            case LOBBY -> room.startAt().map(start -> new Due(Step.START, start));
            case LIVE, PAUSED -> room.endAt().map(end -> new Due(Step.END, end));
            case AFTERGLOW -> Optional.of(new Due(Step.CLOSE, room.phaseAt().plus(AFTERGLOW)));
            case REPLAY, ARCHIVED -> Optional.empty();
        };
    }

    /** Whether people may talk. */
    public static boolean talks(Phase phase) {
        return switch (phase) {
            case LOBBY, LIVE, PAUSED, AFTERGLOW -> true;
            case SCHEDULED, REPLAY, ARCHIVED -> false;
        };
    }
}
