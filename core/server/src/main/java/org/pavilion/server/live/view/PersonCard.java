package org.pavilion.server.live.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What moderators of a room know of somebody who talked there.
 *
 * @param id pseudonym in this room
 * @param since first word in this room
 * @param registered when the account was made; guests have none
 */
public record PersonCard(
        String id,
        String name,
        String role,
        Instant since,
        Optional<Instant> registered,
        int messages,
        int removed,
        int held,
        List<Measure> sanctions,
        List<Note> notes) {

    /**
     * A sanction within the reader's scope.
     *
     * @param kind warning, timeout, silence or ban
     * @param here whether it holds for this room alone
     */
    public record Measure(
            String id, String kind, String reason, Instant at, Instant until, String state, boolean here) {}

    /** What a moderator noted; it goes with the edition. */
    public record Note(String id, String text, String by, Instant at) {}
}
