package org.pavilion.server.backup;

import java.util.List;

/**
 * What reading a backup anew found.
 *
 * @param damage one sentence for each part that is not as it was written
 */
public record BackupCheck(String id, boolean sound, long rows, int files, List<String> damage) {}
