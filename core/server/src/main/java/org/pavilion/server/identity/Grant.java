package org.pavilion.server.identity;

import java.time.Instant;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;

/**
 * A role that somebody holds within a scope.
 *
 * @param until when it ends; empty for one that lasts until it is revoked
 * @param by who gave it
 */
public record Grant(String id, Ref subject, String role, Scope scope, Optional<Instant> until, Ref by, Instant at) {

    boolean holdsAt(Instant now) {
        return until.isEmpty() || until.get().isAfter(now);
    }
}
