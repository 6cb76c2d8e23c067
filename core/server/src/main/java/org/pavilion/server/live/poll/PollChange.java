package org.pavilion.server.live.poll;

import java.util.Optional;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Ref;

/** What polls tell the log; the subject is the room. Ballots are rows of their own table. */
public sealed interface PollChange extends DomainEvent {
    /** The host's team, or the clock, moved a poll on; {@code reason} is said when it is opened again. */
    record PollMoved(Ref subject, String poll, String act, Optional<String> reason) implements PollChange {}

    static void publish(DomainEvents events) {
        events.publishes("live.poll-moved.v1", PollMoved.class);
    }
}
