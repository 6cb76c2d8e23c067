package org.pavilion.server.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Ref;

/** Lists of invited people as they are stored. */
final class RosterRows {
    private RosterRows() {}

    static String insert(Handle handle, Journal journal, Ref by) {
        var id = journal.newId();
        handle.execute(
                "insert into identity_roster (id, at, made_by) values (?, ?, ?)",
                id,
                journal.now().toEpochMilli(),
                by.toString());
        return id;
    }

    static void insert(Handle handle, String roster, Roster.Row row) {
        handle.execute(
                "insert into identity_roster_row (roster, line, account, grant_id, outcome) values (?, ?, ?, ?, ?)",
                roster,
                row.line(),
                row.account().map(Ref::toString).orElse(null),
                row.grant().orElse(null),
                row.outcome().name());
    }

    /** False when it was taken back before. */
    static boolean undone(Handle handle, Journal journal, String roster) {
        return handle.execute(
                        "update identity_roster set undone_at = ? where id = ? and undone_at is null",
                        journal.now().toEpochMilli(),
                        roster)
                > 0;
    }

    static void outcome(Handle handle, String roster, int line, Roster.Outcome outcome) {
        handle.execute(
                "update identity_roster_row set outcome = ? where roster = ? and line = ?",
                outcome.name(),
                roster,
                line);
    }

    static Optional<Roster> get(Handle handle, String id) {
        return list(handle, "where id = :id", id, 1).stream().findFirst();
    }

    /** The newest first, without their rows. */
    static List<Roster> newest(Handle handle, int limit) {
        return list(handle, "where :id = '' order by at desc, id desc", "", limit);
    }

    private static List<Roster> list(Handle handle, String which, String id, int limit) {
        return handle.createQuery("select id, at, made_by, undone_at from identity_roster " + which + " limit :limit")
                .bind("id", id)
                .bind("limit", limit)
                .map((row, context) -> new Roster(
                        row.getString("id"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        Ref.of(row.getString("made_by")),
                        Instants.maybe(row, "undone_at"),
                        rows(handle, row.getString("id"))))
                .list();
    }

    private static List<Roster.Row> rows(Handle handle, String roster) {
        return handle.createQuery("""
                        select line, account, grant_id, outcome from identity_roster_row
                        where roster = :roster order by line""")
                .bind("roster", roster)
                .map((row, context) -> new Roster.Row(
                        row.getInt("line"),
                        Optional.ofNullable(row.getString("account")).map(Ref::of),
                        Optional.ofNullable(row.getString("grant_id")),
                        Roster.Outcome.valueOf(row.getString("outcome"))))
                .list();
    }
}
