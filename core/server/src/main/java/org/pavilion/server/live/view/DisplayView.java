package org.pavilion.server.live.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * What a screen of a room shows besides its questions and polls, which it reads like everybody.
 *
 * @param view projector, lower-third or kiosk
 * @param until when the screen has to be let in again
 * @param entry the way into the hall, while the room is on
 * @param upcoming rooms that are on or come next, this one aside
 * @param news announcements that show now
 */
public record DisplayView(
        String room,
        Text title,
        String phase,
        String view,
        Optional<Instant> until,
        Optional<EntryView> entry,
        RoomView.Counts counts,
        List<RoomCard> upcoming,
        List<Text> news) {}
