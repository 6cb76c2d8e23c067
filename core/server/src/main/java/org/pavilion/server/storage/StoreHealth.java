package org.pavilion.server.storage;

import java.util.Optional;

/**
 * How the store does, for readiness checks and metrics.
 *
 * @param writable false while the disk is full or broken: reads go on, writes answer 507
 * @param writerAlive whether the writer thread runs; always true on PostgreSQL
 * @param queued writes that wait for the writer
 * @param walBytes size of SQLite's write-ahead log; 0 on PostgreSQL
 * @param oldestReadMs age of the longest running read, 0 when none runs
 * @param trouble what an operator should look at, in one sentence
 */
public record StoreHealth(
        Dialect dialect,
        boolean writable,
        boolean writerAlive,
        int queued,
        long walBytes,
        long oldestReadMs,
        Optional<String> trouble) {}
