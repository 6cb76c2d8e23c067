package org.pavilion.server.live.chat;

import java.util.Optional;
import org.pavilion.api.Problem;
import org.pavilion.server.live.view.ModesDraft;

/** How a room's chat is limited besides slow mode; each limit stands by itself. */
record ChatModes(
        int delaySeconds,
        boolean membersOnly,
        int establishedMinutes,
        boolean emojiOnly,
        boolean linksOff,
        boolean audienceMuted,
        boolean inRoomMuted,
        int reportsHold) {
    static final ChatModes NONE = new ChatModes(0, false, 0, false, false, false, false, 0);

    private static final int LONGEST_DELAY = 30;
    private static final int A_DAY = 1_440;
    private static final int MOST_REPORTS = 100;

    ChatModes with(ModesDraft draft) {
        return new ChatModes(
                within(draft.delaySeconds(), delaySeconds, LONGEST_DELAY, "/delaySeconds"),
                draft.membersOnly().orElse(membersOnly),
                within(draft.establishedMinutes(), establishedMinutes, A_DAY, "/establishedMinutes"),
                draft.emojiOnly().orElse(emojiOnly),
                draft.linksOff().orElse(linksOff),
                draft.audienceMuted().orElse(audienceMuted),
                draft.inRoomMuted().orElse(inRoomMuted),
                within(draft.reportsHold(), reportsHold, MOST_REPORTS, "/reportsHold"));
    }

    static int within(Optional<Integer> wanted, int now, int most, String pointer) {
        int value = wanted.orElse(now);
        if (value < 0 || value > most) {
            throw Problem.invalid(pointer, "0 to " + most);
        }
        return value;
    }
}
