package org.pavilion.server.identity;

import java.time.Instant;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Ref;

/** What happens to sanctions, for the log: never the reason or the appeal, which stay erasable. */
final class SanctionEvents {
    private SanctionEvents() {}

    record Sanctioned(Ref subject, String sanction, String kind, String scope, Instant until) implements DomainEvent {}

    record Appealed(Ref subject, String sanction) implements DomainEvent {}

    record Upheld(Ref subject, String sanction) implements DomainEvent {}

    /** Lifted after an appeal, or taken back by a moderator. */
    record Lifted(Ref subject, String sanction) implements DomainEvent {}

    static void publish(DomainEvents events) {
        events.publishes("identity.sanctioned.v1", Sanctioned.class)
                .publishes("identity.sanction-appealed.v1", Appealed.class)
                .publishes("identity.sanction-upheld.v1", Upheld.class)
                .publishes("identity.sanction-lifted.v1", Lifted.class);
    }
}
