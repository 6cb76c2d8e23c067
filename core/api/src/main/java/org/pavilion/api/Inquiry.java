package org.pavilion.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question asked in a room earlier.
 *
 * @param by the name that is shown
 * @param votes how many voted for it
 * @param answer what was answered in writing, for an answered one; null for none
 */
@Preview
public record Inquiry(
        Instant at,
        String by,
        String text,
        Stage stage,
        int votes,
        @Nullable String answer) {

    /** How far it has come. */
    public enum Stage {
        /** Waits for the host's team. */
        QUEUED,
        VISIBLE,
        /** In the run-list of the host's team. */
        STARRED,
        /** Answered on the stage. */
        ANSWERED
    }
}
