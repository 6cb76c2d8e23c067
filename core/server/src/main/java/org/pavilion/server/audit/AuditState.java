package org.pavilion.server.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * How the chain does.
 *
 * @param rows acts recorded
 * @param position how far the log has been read
 * @param key id of the key that signs here
 * @param signedRows rows under the last checkpoint
 * @param signedAt when that was
 * @param trouble why audit stopped or what is wrong with the chain, in one sentence
 * @param verdict of the last verification since the start
 */
public record AuditState(
        long rows,
        long position,
        String key,
        long signedRows,
        Optional<Instant> signedAt,
        Optional<String> trouble,
        Optional<Verdict> verdict) {}
