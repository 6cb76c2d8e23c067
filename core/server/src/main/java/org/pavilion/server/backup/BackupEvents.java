package org.pavilion.server.backup;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Ref;

/** What happens to backups, for the log and so for the audit. */
final class BackupEvents {
    private BackupEvents() {}

    static final Ref PLAN = new Ref("backup", "plan");

    record Made(Ref subject, String cause, long bytes, String sha256, long seq) implements DomainEvent {}

    record Failed(Ref subject, String cause) implements DomainEvent {}

    record Downloaded(Ref subject, String sha256) implements DomainEvent {}

    record Deleted(Ref subject) implements DomainEvent {}

    record PlanChanged(Ref subject, boolean enabled, int minute, int keep) implements DomainEvent {}

    /** The first event of a restored house. */
    record Restored(Ref subject, String epoch, long seq) implements DomainEvent {}

    static void register(DomainEvents events) {
        events.publishes("backup.made.v1", Made.class)
                .publishes("backup.failed.v1", Failed.class)
                .publishes("backup.downloaded.v1", Downloaded.class)
                .publishes("backup.deleted.v1", Deleted.class)
                .publishes("backup.plan-changed.v1", PlanChanged.class)
                .publishes("backup.restored.v1", Restored.class);
    }

    static Ref ref(String id) {
        return new Ref("backup", id);
    }
}
