package org.pavilion.server.live.view;

import java.util.List;
import java.util.Optional;

/**
 * A room as those who run it see it.
 *
 * @param slowSeconds pause between two messages of one person
 * @param perMinute messages said in the last minute
 * @param stream address of its playlist
 * @param outside whether the stream comes from elsewhere
 * @param steps what may be done to it now: open, start, pause, resume, end, close, archive
 */
public record RoomState(
        RoomCard card, int slowSeconds, int perMinute, Optional<String> stream, boolean outside, List<String> steps) {}
