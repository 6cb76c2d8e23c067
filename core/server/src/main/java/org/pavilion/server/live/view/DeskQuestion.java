package org.pavilion.server.live.view;

import java.util.List;
import java.util.Optional;

/**
 * A question as the moderators of its room see it.
 *
 * @param author who asked, also of an anonymous one; empty in a room that is anonymous even to the desk
 * @param anonymous whether others read no name
 * @param order place in the run-list, from 1
 * @param reason why it waits or was rejected
 * @param mergedInto the question that it became part of
 * @param similar ids of questions that ask much the same, the most similar first
 * @param byPerson how many questions this person asked in this room
 */
public record DeskQuestion(
        QuestionView question,
        Optional<MessageView.Author> author,
        boolean anonymous,
        Optional<Integer> order,
        Optional<String> reason,
        Optional<String> mergedInto,
        List<String> similar,
        int byPerson) {}
