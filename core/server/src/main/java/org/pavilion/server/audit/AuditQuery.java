package org.pavilion.server.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which acts to list, newest first. Texts match anywhere in the reference or type.
 *
 * @param before only rows before this one of the chain
 */
public record AuditQuery(
        Optional<String> actor,
        Optional<String> action,
        Optional<String> object,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Long> before) {

    /** All of them. */
    public static final AuditQuery ALL = new AuditQuery(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    AuditQuery before(long n) {
        return new AuditQuery(actor, action, object, from, until, Optional.of(n));
    }
}
