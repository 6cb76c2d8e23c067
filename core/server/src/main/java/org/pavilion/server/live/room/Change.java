package org.pavilion.server.live.room;

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

    static void publish(DomainEvents events) {
        events.publishes("live.room-changed.v1", RoomChanged.class)
                .publishes("live.phase-changed.v1", PhaseChanged.class)
                .publishes("live.modes-changed.v1", ModesChanged.class)
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
