package org.pavilion.server.live.view;

import java.util.List;
import java.util.Optional;

/**
 * The questions of a room as one caller sees them.
 *
 * @param questions in the order that was asked for
 * @param more whether there are more than were asked for
 * @param mine the caller's own, newest first, with what became of them
 * @param voted ids of those that the caller voted for
 * @param staged the one on the stage
 * @param open whether questions are taken now
 */
public record QuestionList(
        List<QuestionView> questions,
        boolean more,
        List<MyQuestion> mine,
        List<String> voted,
        Optional<QuestionView> staged,
        QuestionRules rules,
        boolean open) {}
