package org.pavilion.server.http.page;

import java.util.Optional;
import org.pavilion.server.live.view.DeskQuestions;
import org.pavilion.server.live.view.DisplayList;
import org.pavilion.server.live.view.RoomView;

/**
 * A room's desk without script: what waits, what is next, and the essential acts.
 *
 * @param questions absent in a room that takes none
 * @param screens absent for moderators who may not pair any
 * @param done what was just done, as the end of a message key
 * @param refusal why something was not done, as the server says it
 */
public record RoomDeskSheet(
        RoomView room,
        Optional<DeskQuestions> questions,
        Optional<DisplayList> screens,
        Optional<String> done,
        Optional<String> refusal) {}
