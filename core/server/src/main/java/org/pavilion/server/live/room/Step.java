package org.pavilion.server.live.room;

import java.util.Locale;
import java.util.Optional;
import org.pavilion.api.Problem;
import org.pavilion.api.Room.Phase;

/** What moves a room from one phase to the next; the whole table of what may follow what. */
public enum Step {
    OPEN,
    START,
    PAUSE,
    RESUME,
    END,
    CLOSE,
    ARCHIVE;

    /** The phase after this step; empty when the step cannot be taken from there. */
    public Optional<Phase> from(Phase phase) {
        return Optional.ofNullable(
                switch (this) {
                    case OPEN -> phase == Phase.SCHEDULED ? Phase.LOBBY : null;
                    case START -> phase == Phase.SCHEDULED || phase == Phase.LOBBY ? Phase.LIVE : null;
                    case PAUSE -> phase == Phase.LIVE ? Phase.PAUSED : null;
                    case RESUME -> phase == Phase.PAUSED ? Phase.LIVE : null;
                    case END -> phase == Phase.LIVE || phase == Phase.PAUSED ? Phase.AFTERGLOW : null;
                    case CLOSE -> phase == Phase.AFTERGLOW ? Phase.REPLAY : null;
                    case ARCHIVE -> phase == Phase.ARCHIVED ? null : Phase.ARCHIVED;
                });
    }

    /** Reads the name that clients send. */
    public static Step of(String text) {
        for (var each : values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
                return each;
            }
        }
        throw Problem.invalid("/event", "open, start, pause, resume, end, close or archive is required");
    }
}
