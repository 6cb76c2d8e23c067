package org.pavilion.server.backup;

import java.time.Instant;
import java.util.Optional;

/**
 * One backup that was begun.
 *
 * @param cause plan, person or command
 * @param kept whether its file still lies in the data directory
 * @param seq the last event in it
 * @param error why it failed
 */
public record BackupRun(
        String id,
        String cause,
        String actor,
        Instant at,
        Optional<Instant> endedAt,
        String state,
        boolean kept,
        Optional<Long> bytes,
        Optional<String> sha256,
        Optional<Long> seq,
        Optional<String> error) {
    public boolean done() {
        return state.equals("done");
    }

    public boolean open() {
        return state.equals("waiting") || state.equals("running");
    }
}
