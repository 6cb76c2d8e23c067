package org.pavilion.server.audit;

import java.time.Instant;

/**
 * What the chain was at one moment, to be signed.
 *
 * @param count rows up to here
 * @param seq the last row's
 * @param hash the last row's
 * @param position how far the log had been read
 * @param epoch the life of the log
 * @param marks the first sixteen digits of each hash since the checkpoint before
 * @param before SHA-256 of the line before in the file; empty for the first
 */
record Checkpoint(
        long count, long seq, String hash, long position, Instant at, String epoch, String marks, String before) {}
