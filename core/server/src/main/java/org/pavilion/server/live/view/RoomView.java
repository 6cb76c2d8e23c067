package org.pavilion.server.live.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * A room as one caller sees it.
 *
 * @param room the room's id, {@code type:id} of its target
 * @param target the same, for a link to the object
 * @param phase scheduled, lobby, live, paused, afterglow, replay or archived
 * @param over whether the edition it belongs to is over: it can be read, and nothing else
 * @param modules stream, chat, reactions
 * @param reactions totals by kind up to now
 * @param me who the caller is in this room
 * @param epoch and {@code rev}: where a subscription starts, {@code since = epoch:rev}
 * @param can what the caller may do now, e.g. {@code chat.send}
 */
public record RoomView(
        String room,
        String target,
        Text title,
        String phase,
        boolean over,
        Optional<Instant> startsAt,
        Optional<Instant> endsAt,
        List<String> modules,
        Modes modes,
        Optional<StreamView> stream,
        Counts counts,
        Map<String, Long> reactions,
        Me me,
        String epoch,
        long rev,
        List<String> can) {

    /**
     * How the room talks.
     *
     * @param slowSeconds pause between two messages of one person; 0 for none
     * @param delaySeconds how long every message waits before it is shown
     * @param membersOnly whether one must be signed in to talk
     * @param establishedMinutes how long one must have been here or registered to talk
     * @param emojiOnly whether only emoji are taken
     * @param linksOff whether links are refused
     * @param audienceMuted whether only the host's team talks
     * @param inRoomMuted whether people in the hall only read
     * @param reportsHold how many reports hold a message, 0 for never
     * @param lockedUntil until when the room is locked down
     * @param editSeconds how long a message may be edited
     * @param maxChars longest message
     * @param reactions kinds that are counted
     * @param colours colours that a danmaku message may carry
     * @param marks emoji with which a message may be answered
     */
    public record Modes(
            int slowSeconds,
            int delaySeconds,
            boolean membersOnly,
            int establishedMinutes,
            boolean emojiOnly,
            boolean linksOff,
            boolean audienceMuted,
            boolean inRoomMuted,
            int reportsHold,
            Optional<Instant> lockedUntil,
            int editSeconds,
            int maxChars,
            List<String> reactions,
            List<String> colours,
            List<String> marks) {}

    /**
     * How many are here.
     *
     * @param online from elsewhere
     * @param hall in the hall, with a phone that scanned its code
     */
    public record Counts(int online, int hall) {}

    /**
     * The caller in this room.
     *
     * @param id pseudonym, equal to {@link MessageView.Author#id} of own messages
     * @param name what others read
     * @param moderator whether the caller is one of the host's team
     */
    public record Me(String id, String name, boolean moderator) {}
}
