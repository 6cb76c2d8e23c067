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

    static void publish(DomainEvents events) {
        events.publishes("live.room-changed.v1", RoomChanged.class)
                .publishes("live.phase-changed.v1", PhaseChanged.class)
                .publishes("live.modes-changed.v1", ModesChanged.class)
                .publishes("live.message-removed.v1", MessageRemoved.class);
    }
}
