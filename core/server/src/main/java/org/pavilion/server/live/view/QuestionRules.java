package org.pavilion.server.live.view;

import java.util.List;

/**
 * How a room takes questions.
 *
 * @param moderated whether each waits until the host's team lets it through
 * @param anonymity whether people may ask without their name
 * @param nameless whether not even the desk learns who asked; those who ask are told before
 * @param votes whether people vote for questions
 * @param carryOver whether what is unanswered at the end goes to the speaker's or booth's inbox
 * @param perPerson how many open questions one person may have; 0 for any number
 * @param tags what a question may be tagged with
 */
public record QuestionRules(
        boolean moderated,
        boolean anonymity,
        boolean nameless,
        boolean votes,
        boolean carryOver,
        int perPerson,
        List<String> tags) {

    /** What holds in a room that nobody changed. */
    public static final QuestionRules DEFAULT = new QuestionRules(false, true, false, true, true, 10, List.of());

    public QuestionRules {
        tags = List.copyOf(tags);
    }
}
