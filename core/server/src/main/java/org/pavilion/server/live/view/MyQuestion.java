package org.pavilion.server.live.view;

import java.util.Optional;

/**
 * A question as its author sees it, whatever its state.
 *
 * @param reason why it waits or was rejected
 * @param mergedInto the question that it became part of
 */
public record MyQuestion(QuestionView question, Optional<String> reason, Optional<String> mergedInto) {}
