package org.pavilion.server.identity;

import java.time.Instant;
import java.util.Optional;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Ref;

/** What happens to rights, for the log: ids and what changed, never what somebody wrote. */
final class RightsEvents {
    static final String GRANTED = "identity.granted.v1";
    static final String REVOKED = "identity.revoked.v1";
    static final String TRAITS_CHANGED = "identity.traits-changed.v1";

    private RightsEvents() {}

    record Granted(Ref subject, String grant, String role, String scope, Optional<Instant> until)
            implements DomainEvent {}

    record Revoked(Ref subject, String grant, String role, String scope) implements DomainEvent {}

    /** A role for everybody with certain traits was given or taken. */
    record TraitsChanged(Ref subject, String role, String scope, boolean held) implements DomainEvent {}

    /** Somebody asked for a role. */
    record Wished(Ref subject, String wish, String role, String scope) implements DomainEvent {}

    /** The wish was decided. */
    record WishDecided(Ref subject, String wish, String role, String scope, boolean granted) implements DomainEvent {}

    /** A decision was taken back, so the wish waits again. */
    record WishReopened(Ref subject, String wish, String role, String scope) implements DomainEvent {}

    static void publish(DomainEvents events) {
        events.publishes(GRANTED, Granted.class)
                .publishes(REVOKED, Revoked.class)
                .publishes(TRAITS_CHANGED, TraitsChanged.class)
                .publishes("identity.role-wished.v1", Wished.class)
                .publishes("identity.role-wish-reopened.v1", WishReopened.class)
                .publishes("identity.role-wish-decided.v1", WishDecided.class);
    }
}
