package org.pavilion.server.audit;

import java.time.Instant;

/**
 * One act.
 *
 * @param n position in the chain, from 1 without gaps
 * @param seq the event's place in the log
 * @param at epoch milliseconds
 * @param actor who did it, {@code type:id}
 * @param action type of the event
 * @param subject what it was done to, {@code type:id}
 * @param digest SHA-256 of the event's body
 * @param prevHash hash of the row before; zeros for the first
 * @param hash SHA-256 of {@code prevHash} and everything above
 */
public record AuditRow(
        long n,
        long seq,
        long at,
        String actor,
        String action,
        String subject,
        String digest,
        String prevHash,
        String hash) {

    public Instant instant() {
        return Instant.ofEpochMilli(at);
    }
}
