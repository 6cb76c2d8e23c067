package org.pavilion.server.live.view;

import java.util.List;

/**
 * The questions of a room as its moderators work on them.
 *
 * @param queue those that wait to be let through, oldest first
 * @param open those that everybody sees and that are not in the run-list, most votes first
 * @param runList those to be put on the stage, in order; the one on the stage stands first
 * @param done answered, carried over, merged, rejected and archived ones, newest first
 */
public record DeskQuestions(
        QuestionRules rules,
        List<DeskQuestion> queue,
        List<DeskQuestion> open,
        List<DeskQuestion> runList,
        List<DeskQuestion> done) {}
