package org.pavilion.server.live.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What moderators of a room see of its chat.
 *
 * @param held what waits, the oldest first
 * @param reported what people reported and nobody has looked at, the most reported first
 * @param recent what was said last, in every state, the newest first
 * @param people who talked here, the latest first
 * @param pins what is pinned, in its order
 * @param load how busy the room is
 */
public record ChatDesk(
        List<Held> held,
        List<Reported> reported,
        List<Recent> recent,
        List<Person> people,
        List<MessageView> pins,
        Optional<NoticeView> notice,
        RoomView.Modes modes,
        Load load) {

    /**
     * A message that waits.
     *
     * @param reason words, link, new, first, spam, delay, reports, sanction
     * @param score how much speaks against it, 0 to 100
     * @param dueAt when it is shown by itself; absent when somebody must decide
     * @param claim who looks at it now
     */
    public record Held(MessageView message, String reason, int score, Optional<Instant> dueAt, Optional<Claim> claim) {}

    /**
     * Who looks at a message now.
     *
     * @param by name of the moderator; empty for the reader, of whom {@code mine} tells
     */
    public record Claim(String by, boolean mine, Instant until) {}

    /**
     * A message that people reported.
     *
     * @param reasons why, each once: spam, abuse, private, other
     */
    public record Reported(MessageView message, int count, List<String> reasons, Instant at) {}

    /**
     * Something that was said.
     *
     * @param state visible, held, rejected or deleted
     */
    public record Recent(MessageView message, String state, int reports, boolean pinned) {}

    /** What became of a message: visible, rejected or held. */
    public record Decided(String id, String state) {}

    /** State key {@code pins}: what is pinned, in its order. */
    public record Pins(List<MessageView> messages) {}

    /** State key {@code notice}: what the host's team tells everybody now. */
    public record Notice(Optional<NoticeView> notice) {}

    /**
     * Somebody who talked here.
     *
     * @param id pseudonym in this room
     * @param capped whether a sanction keeps them from talking
     */
    public record Person(
            String id, String name, String role, int messages, int removed, int held, Instant last, boolean capped) {}

    /**
     * How busy the desk is.
     *
     * @param perMinute messages of the last minute
     * @param usual messages of an ordinary minute of the last half hour
     * @param heldPerMinute messages held in the last minute
     * @param alike how many people said the same in the last minute
     * @param raid whether this looks like many who came to disturb
     * @param waitSeconds median time in which the last held messages were decided
     */
    public record Load(int perMinute, int usual, int heldPerMinute, int alike, boolean raid, int waitSeconds) {}
}
