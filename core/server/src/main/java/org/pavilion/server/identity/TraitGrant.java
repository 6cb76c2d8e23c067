package org.pavilion.server.identity;

import java.time.Instant;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;

/** A role within a scope for everybody whom the traits fit. */
public record TraitGrant(
        String id, Traits traits, String role, Scope scope, Optional<Instant> until, Ref by, Instant at) {

    boolean holdsAt(Instant now) {
        return until.isEmpty() || until.get().isAfter(now);
    }
}
