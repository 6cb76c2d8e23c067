package org.pavilion.server.notify;

import java.time.Instant;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/**
 * Something the organiser tells everybody.
 *
 * @param link path of the site it leads to, or empty
 * @param urgent shown before everything else
 * @param until when it ends by itself
 * @param version counts its changes, from 1
 */
public record Announcement(
        String id,
        Text text,
        String link,
        boolean urgent,
        State state,
        Optional<Instant> until,
        Ref author,
        Instant changedAt,
        long version) {

    /** Where an announcement stands; it only ever goes on. */
    public enum State {
        DRAFT,
        LIVE,
        ARCHIVED
    }

    /** What its author writes. */
    public record Draft(Text text, String link, boolean urgent, Optional<Instant> until) {
        private static final int LONGEST = 280;

        public Draft {
            if (text.zh().length() > LONGEST || text.en().length() > LONGEST) {
                throw org.pavilion.api.Problem.invalid("/text", "at most " + LONGEST + " characters");
            }
            if (!link.isEmpty() && !link.matches("/(?!/)[^\\s\\\\]{0,300}")) {
                throw org.pavilion.api.Problem.invalid("/link", "a path of this site, such as /agenda");
            }
        }
    }
}
