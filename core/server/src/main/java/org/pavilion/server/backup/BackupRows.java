package org.pavilion.server.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;

/** The SQL of runs and plan. */
final class BackupRows {
    static final String ACCOUNT_ERASED = "identity.account-erased.v1";
    private static final String COLUMNS =
            "id, cause, actor, at, ended_at, state, kept, bytes, sha256, seq, error from backup_run";

    private final Storage storage;

    BackupRows(Storage storage) {
        this.storage = storage;
    }

    /** Notes a run unless one is open; false then. */
    static boolean begin(Handle handle, String id, String cause, String actor, Instant now) {
        return handle.execute("""
                        insert into backup_run(id, cause, actor, at, state, kept)
                        select ?, ?, ?, ?, 'waiting', 0
                        where not exists (select 1 from backup_run where state in ('waiting', 'running'))""", id, cause, actor, now) == 1;
    }

    static void done(Handle handle, String id, Instant now, long bytes, String sha256, long seq) {
        handle.execute(
                "update backup_run set state = 'done', ended_at = ?, kept = 1, bytes = ?, sha256 = ?, seq = ? where id = ?",
                now,
                bytes,
                sha256,
                seq,
                id);
    }

    static void failed(Handle handle, String id, Instant now, String error) {
        handle.execute("update backup_run set state = 'failed', ended_at = ?, error = ? where id = ?", now, error, id);
    }

    static boolean gone(Handle handle, String id) {
        return handle.execute("update backup_run set kept = 0 where id = ? and kept = 1", id) == 1;
    }

    void running(String id) {
        storage.write((handle, journal) -> handle.execute("update backup_run set state = 'running' where id = ?", id));
    }

    Optional<BackupRun> find(String id) {
        return storage.read(handle -> handle.createQuery("select " + COLUMNS + " where id = ?")
                .bind(0, id)
                .mapTo(BackupRun.class)
                .findOne());
    }

    List<BackupRun> latest(int limit) {
        return storage.read(handle -> handle.createQuery("select " + COLUMNS + " order by at desc, id desc limit ?")
                .bind(0, limit)
                .mapTo(BackupRun.class)
                .list());
    }

    /** The plan's backups whose files are kept, newest first. */
    List<BackupRun> planned() {
        return storage.read(handle -> handle.createQuery(
                        "select " + COLUMNS + " where cause = 'plan' and kept = 1 order by at desc, id desc")
                .mapTo(BackupRun.class)
                .list());
    }

    boolean plannedSince(Instant when) {
        return storage.read(
                handle -> handle.createQuery("select count(*) from backup_run where cause = 'plan' and at >= ?")
                                .bind(0, when)
                                .mapTo(Long.class)
                                .one()
                        > 0);
    }

    Optional<BackupRun> lastDone() {
        return storage.read(handle -> handle.createQuery(
                        "select " + COLUMNS + " where state = 'done' order by ended_at desc limit 1")
                .mapTo(BackupRun.class)
                .findOne());
    }

    /** Whom the log says to be erased. */
    Set<Ref> erased() {
        return storage.read(
                handle -> Set.copyOf(handle.createQuery("select distinct subject from event_log where type = ?")
                        .bind(0, ACCOUNT_ERASED)
                        .mapTo(Ref.class)
                        .list()));
    }

    BackupPlan plan() {
        return storage.read(handle -> handle.createQuery("select enabled, minute, keep from backup_plan where one = 1")
                .mapTo(BackupPlan.class)
                .findOne()
                .orElse(BackupPlan.OFF));
    }

    static void plan(Handle handle, BackupPlan plan) {
        handle.execute("""
                insert into backup_plan(one, enabled, minute, keep) values (1, ?, ?, ?)
                on conflict (one) do update set enabled = excluded.enabled, minute = excluded.minute, keep = excluded.keep""", plan.enabled(), plan.minute(), plan.keep());
    }
}
