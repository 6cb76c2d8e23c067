package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pavilion.server.live.view.PollView;
import org.pavilion.server.live.view.QuestionList;
import org.pavilion.server.live.view.RoomView;

/**
 * A room as people in its hall use it: no picture, since they see the stage.
 *
 * @param inside whether the reader came in by the code on the wall
 * @param voted questions that the reader voted for
 * @param polls those that run or are shown
 * @param draft what was typed, when it was not taken
 * @param done what was just done, as the end of a message key
 */
public record HallSheet(
        RoomView room,
        boolean inside,
        Optional<QuestionList> questions,
        Set<String> voted,
        List<PollView> polls,
        String draft,
        Optional<String> done,
        Optional<String> refusal) {}
