package org.pavilion.server.announce;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Ref;

/** What the log is told; the words themselves stay in the table. */
sealed interface Change extends DomainEvent {
    record Drafted(Ref subject) implements Change {}

    record Edited(Ref subject, long version) implements Change {}

    record WentLive(Ref subject, long version) implements Change {}

    record Archived(Ref subject, long version) implements Change {}

    String DRAFTED = "announcement.drafted.v1";
    String EDITED = "announcement.edited.v1";
    String WENT_LIVE = "announcement.went-live.v1";
    String ARCHIVED = "announcement.archived.v1";

    static void publish(DomainEvents events) {
        events.publishes(DRAFTED, Drafted.class)
                .publishes(EDITED, Edited.class)
                .publishes(WENT_LIVE, WentLive.class)
                .publishes(ARCHIVED, Archived.class);
    }

    /** As much of any of them as a listener needs. */
    record Seen(Ref subject) {}
}
