package org.pavilion.server.live.view;

import java.util.Optional;

/**
 * A message on its way in.
 *
 * @param lane scroll or top to fly over the picture
 * @param colour one of the room's colours
 * @param replyTo id of the message that is answered
 * @param key makes a second send of the same message harmless, 1–64 characters
 */
public record ChatDraft(
        String text, Optional<String> lane, Optional<String> colour, Optional<String> replyTo, Optional<String> key) {

    /** Plain words. */
    public static ChatDraft of(String text) {
        return new ChatDraft(text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
