package org.pavilion.server.live.view;

import java.util.Optional;

/**
 * How a room shall talk; what is absent stays as it is.
 *
 * @param slowSeconds pause between two messages of one person, 0 to 3600
 * @param delaySeconds how long every message waits before it is shown, 0 to 30
 * @param membersOnly whether one must be signed in to talk
 * @param establishedMinutes how long one must have been here or registered, 0 to 1440
 * @param emojiOnly whether only emoji are taken
 * @param linksOff whether links are refused
 * @param audienceMuted whether only the host's team talks
 * @param inRoomMuted whether people in the hall only read
 * @param reportsHold how many reports hold a message, 0 for never
 */
public record ModesDraft(
        Optional<Integer> slowSeconds,
        Optional<Integer> delaySeconds,
        Optional<Boolean> membersOnly,
        Optional<Integer> establishedMinutes,
        Optional<Boolean> emojiOnly,
        Optional<Boolean> linksOff,
        Optional<Boolean> audienceMuted,
        Optional<Boolean> inRoomMuted,
        Optional<Integer> reportsHold) {

    /** Only the pause between two messages. */
    public static ModesDraft slow(int seconds) {
        return new ModesDraft(
                Optional.of(seconds),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
