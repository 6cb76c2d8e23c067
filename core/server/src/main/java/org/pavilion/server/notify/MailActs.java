package org.pavilion.server.notify;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Ref;

/** What organisers do to mail, for the log: how much, never whose. */
final class MailActs {
    static final Ref DESK = new Ref("mail", "desk");

    private MailActs() {}

    /** Mail that was given up is tried anew. */
    record Retried(Ref subject, int mails) implements DomainEvent {}

    /** Mail was thrown away before it was sent. */
    record Dropped(Ref subject, int mails) implements DomainEvent {}

    static void publish(DomainEvents events) {
        events.publishes("notify.mail-retried.v1", Retried.class).publishes("notify.mail-dropped.v1", Dropped.class);
    }
}
