package org.pavilion.server.live.display;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Ref;

/** What screens and hall codes tell the log. */
public sealed interface DisplayChange extends DomainEvent {
    record Paired(Ref subject, String display, String view, Ref by) implements DisplayChange {}

    record Revoked(Ref subject, String display) implements DisplayChange {}

    /** The room's code on the wall is another now. */
    record EntryChanged(Ref subject) implements DisplayChange {}

    /** Codes for one person each were made. */
    record Invited(Ref subject, int count) implements DisplayChange {}

    static void publish(DomainEvents events) {
        events.publishes("live.display-paired.v1", Paired.class)
                .publishes("live.display-revoked.v1", Revoked.class)
                .publishes("live.entry-changed.v1", EntryChanged.class)
                .publishes("live.entry-invited.v1", Invited.class);
    }
}
