package org.pavilion.server.live.room;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Ref;

/** What live rooms tell the log. Lines of chat are rows of their own log, see the package. */
public sealed interface Change extends DomainEvent {
    /** A room was made or its spec changed. */
    record RoomChanged(Ref subject, long rev) implements Change {}

    record PhaseChanged(Ref subject, String phase, long rev) implements Change {}

    record ModesChanged(Ref subject, int slowSeconds) implements Change {}

    /** The host's team removed somebody's message. */
    record MessageRemoved(Ref subject, String message) implements Change {}

    /** The host's team showed a message that waited. */
    record MessageApproved(Ref subject, String message) implements Change {}

    record MessageRejected(Ref subject, String message) implements Change {}

    /** So many reported a message that it waits. */
    record MessageHeld(Ref subject, String message) implements Change {}

    record NoticeShown(Ref subject, String notice) implements Change {}

    record NoticeEnded(Ref subject, String notice) implements Change {}

    /** A room was locked down, or let go before its time. */
    record LockdownChanged(Ref subject, boolean on) implements Change {}

    /** Another version of the rules of words holds, in the house or in one room. */
    record WordsChanged(Ref subject, long version) implements Change {}

    /** The key of an encoder was made, or taken back. */
    record StreamKeyChanged(Ref subject, String site, boolean valid) implements Change {}

    /** What was said in a minute of a recording is another now. */
    record SaidChanged(Ref subject) implements Change {
        /** Type of a minute in which something was said. */
        public static final String TYPE = "said";

        /** Empty for a room whose id is too long for its minutes to have one. */
        public static Optional<SaidChanged> at(Ref room, long minute) {
            return minute(room, minute).map(SaidChanged::new);
        }

        /** What was said at that instant, where the recording can be found already. */
        public static Optional<SaidChanged> when(Handle handle, RoomRow room, Instant at) {
            return switch (room.phaseNow()) {
                case REPLAY, ARCHIVED ->
                    Segments.of(handle, room.id()).mediaTime(at).flatMap(media -> at(room.id(), media / 60_000));
                case SCHEDULED, LOBBY, LIVE, PAUSED, AFTERGLOW -> Optional.empty();
            };
        }

        /** The reference of a minute of media time in a room. */
        public static Optional<Ref> minute(Ref room, long minute) {
            return Ref.find(TYPE, room.type() + "." + room.id() + "." + minute);
        }
    }

    static void publish(DomainEvents events) {
        events.publishes("live.room-changed.v1", RoomChanged.class)
                .publishes("live.phase-changed.v1", PhaseChanged.class)
                .publishes("live.modes-changed.v1", ModesChanged.class)
                .publishes("live.stream-key-changed.v1", StreamKeyChanged.class)
                .publishes("live.said-changed.v1", SaidChanged.class)
                .publishes("live.message-removed.v1", MessageRemoved.class)
                .publishes("live.message-approved.v1", MessageApproved.class)
                .publishes("live.message-rejected.v1", MessageRejected.class)
                .publishes("live.message-held.v1", MessageHeld.class)
                .publishes("live.notice-shown.v1", NoticeShown.class)
                .publishes("live.notice-ended.v1", NoticeEnded.class)
                .publishes("live.lockdown-changed.v1", LockdownChanged.class)
                .publishes("live.words-changed.v1", WordsChanged.class);
    }
}
