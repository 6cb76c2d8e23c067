package org.pavilion.server.live.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question as everybody in the room may see it.
 *
 * @param author who asked; empty when they asked without their name
 * @param aloud whether it was asked in the hall and written down by the host's team
 * @param language zh or en, as far as one look tells
 * @param state queued, rejected, visible, staged, answered, merged, archived, carried or deleted; others than
 *     its author and the desk only ever see visible, staged, answered and carried ones
 */
public record QuestionView(
        String id,
        Instant at,
        Optional<MessageView.Author> author,
        boolean aloud,
        String text,
        String language,
        List<String> tags,
        String state,
        long votes,
        Optional<Answer> answer) {

    /**
     * How it was answered.
     *
     * @param text the written answer, if there is one
     * @param mediaMs media time at which it was answered on the stage, in milliseconds
     * @param by name of who marked or wrote it
     */
    public record Answer(Instant at, Optional<String> text, Optional<Long> mediaMs, String by) {}
}
