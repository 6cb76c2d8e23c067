package org.pavilion.server.http.page;

import java.util.Optional;
import org.pavilion.server.backup.BackupCheck;
import org.pavilion.server.backup.BackupState;

/**
 * Backups as a page shows them.
 *
 * @param check what reading one anew has found
 * @param refusal why what was asked was not done
 */
public record BackupDesk(
        BackupState state,
        String zone,
        Optional<Desk.Notice> notice,
        Optional<BackupCheck> check,
        Optional<String> refusal) {
    public boolean open() {
        return !state.runs().isEmpty() && state.runs().getFirst().open();
    }
}
