package org.pavilion.server.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * An act as readers see it.
 *
 * @param change the event's body, JSON of ids and what changed; empty when the log no longer has it
 */
public record AuditEntry(
        long n,
        long seq,
        Instant at,
        String actor,
        String action,
        String subject,
        Optional<String> change,
        String hash) {}
