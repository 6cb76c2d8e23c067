package org.pavilion.server.live.view;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A message as everybody in the room sees it.
 *
 * @param rev place in the room's order
 * @param lane scroll or top when it flies over the picture
 * @param colour one of the room's colours
 * @param replyTo id of the message that is answered
 * @param marks how many people answered it with which emoji
 * @param state visible, or held for its author and the host's team: such a message has no rev
 */
public record MessageView(
        String id,
        long rev,
        Instant at,
        Author author,
        String text,
        Optional<String> lane,
        Optional<String> colour,
        Optional<String> replyTo,
        Optional<Instant> editedAt,
        Map<String, Integer> marks,
        String state) {

    /**
     * Who wrote it.
     *
     * @param id a pseudonym of this room, never the caller's own reference
     * @param role guest or host
     */
    public record Author(String id, String name, String role) {}
}
