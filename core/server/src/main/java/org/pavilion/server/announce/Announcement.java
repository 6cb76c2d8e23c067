package org.pavilion.server.announce;

import java.time.Instant;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/**
 * One line for everybody.
 *
 * @param link page of this site it leads to
 * @param urgent whether it interrupts: shown in the strongest colour and spoken at once
 * @param until when it goes by itself
 * @param liveAt when it last went live
 * @param by who changed it last
 */
public record Announcement(
        String id,
        Text text,
        Optional<String> link,
        boolean urgent,
        State state,
        Optional<Instant> until,
        Optional<Instant> liveAt,
        Ref by,
        long version,
        Instant changedAt) {
    /** Its way: written, shown, kept. */
    public enum State {
        DRAFT,
        LIVE,
        ARCHIVED
    }

    /** What an organiser writes. */
    public record Draft(Text text, Optional<String> link, boolean urgent, Optional<Instant> until) {}
}
