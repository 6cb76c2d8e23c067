package org.pavilion.server.live.view;

import java.util.List;
import java.util.Optional;

/**
 * A question on its way in.
 *
 * @param anonymous whether others read no name
 * @param tags some of the room's tags
 * @param aloud name of who asked it in the hall; for the host's team, who write it down
 * @param key makes a second send of the same question harmless, 1–64 characters
 */
public record QuestionDraft(
        String text, Optional<Boolean> anonymous, List<String> tags, Optional<String> aloud, Optional<String> key) {

    /** Plain words under the own name. */
    public static QuestionDraft of(String text) {
        return new QuestionDraft(text, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }
}
