package org.pavilion.server.http.page;

import java.util.Optional;
import org.pavilion.server.live.view.RoomView;

/**
 * The page behind the code on a hall's wall.
 *
 * @param room where it leads; empty for a code that leads nowhere
 * @param refusal why nobody gets in, as the end of a message key
 */
public record EntrySheet(String code, Optional<RoomView> room, Optional<String> refusal) {}
