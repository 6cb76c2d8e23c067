package org.pavilion.server.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How backups stand.
 *
 * @param percent of the run that is open; 0 when none is
 * @param next when the plan makes the next one
 * @param last when one was made last
 * @param trouble what somebody should look at, in one sentence
 */
public record BackupState(
        List<BackupRun> runs,
        int percent,
        BackupPlan plan,
        Optional<Instant> next,
        Optional<Instant> last,
        Optional<String> trouble) {}
