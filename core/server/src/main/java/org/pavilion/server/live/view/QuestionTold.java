package org.pavilion.server.live.view;

import java.util.Optional;

/**
 * What a room is told about a question, in the events {@code live.question-*}.
 *
 * @param question as everybody sees it now; absent when they do not see it any more
 * @param into the question that it became part of
 * @param before the question that was on the stage until now
 */
public record QuestionTold(
        String id, Optional<QuestionView> question, Optional<String> into, Optional<QuestionView> before) {

    /** State key {@code stage}: the question on the stage, if there is one. */
    public record Stage(Optional<QuestionView> question) {}

    /** State key {@code questions}: how questions are taken, and whether they are now. */
    public record Taking(QuestionRules rules, boolean open) {}
}
