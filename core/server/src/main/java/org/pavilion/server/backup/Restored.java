package org.pavilion.server.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.pavilion.server.audit.Verdict;

/**
 * What a restore brought back.
 *
 * @param rows by table
 * @param files blobs, jars and the rest
 * @param damage what the database finds wrong with itself; empty when it is sound
 */
public record Restored(
        Path data, Manifest from, Map<String, Long> rows, int files, List<String> damage, Verdict audit) {
    public boolean sound() {
        return damage.isEmpty() && audit.sound();
    }
}
