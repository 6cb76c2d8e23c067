package org.pavilion.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;

/** Wishes for roles as they are stored. */
final class WishRows {
    private static final String WAITING =
            "select id, subject, role, scope, note, wished_at from identity_wish where state = 'waiting'";

    private WishRows() {}

    static List<Wish> waiting(Handle handle, int limit) {
        return handle.createQuery(WAITING + " order by wished_at, id limit :limit")
                .bind("limit", limit)
                .map((row, context) -> wish(row))
                .list();
    }

    static List<Wish> waiting(Handle handle, Ref subject) {
        return handle.createQuery(WAITING + " and subject = :subject order by wished_at, id")
                .bind("subject", subject.toString())
                .map((row, context) -> wish(row))
                .list();
    }

    static Optional<Wish> waiting(Handle handle, String id) {
        return handle.createQuery(WAITING + " and id = :id")
                .bind("id", id)
                .map((row, context) -> wish(row))
                .findOne();
    }

    /** A wish that was decided, and how. */
    record Decided(Wish wish, boolean granted, Instant at) {}

    static Optional<Decided> decided(Handle handle, String id) {
        return handle.createQuery("""
                        select id, subject, role, scope, note, wished_at, state, decided_at from identity_wish
                        where id = :id and state <> 'waiting'""")
                .bind("id", id)
                .map((row, context) -> new Decided(
                        wish(row),
                        row.getString("state").equals("granted"),
                        Instant.ofEpochMilli(row.getLong("decided_at"))))
                .findOne();
    }

    /** False when somebody else did so at this moment. */
    static boolean again(Handle handle, String id) {
        return handle.execute("""
                        update identity_wish set state = 'waiting', decided_by = null, decided_at = null
                        where id = ? and state <> 'waiting'""", id) > 0;
    }

    static void insert(Handle handle, Wish wish) {
        handle.execute(
                "insert into identity_wish (id, subject, role, scope, note, wished_at, state) values (?, ?, ?, ?, ?, ?, 'waiting')",
                wish.id(),
                wish.subject().toString(),
                wish.role(),
                wish.scope().path(),
                wish.note(),
                wish.at().toEpochMilli());
    }

    /** False when somebody else decided it at this moment. */
    static boolean decide(Handle handle, String id, boolean granted, Ref by, Instant now) {
        return handle.execute(
                        "update identity_wish set state = ?, decided_by = ?, decided_at = ? where id = ? and state = 'waiting'",
                        granted ? "granted" : "refused",
                        by.toString(),
                        now.toEpochMilli(),
                        id)
                > 0;
    }

    private static Wish wish(ResultSet row) throws SQLException {
        return new Wish(
                row.getString("id"),
                Ref.of(row.getString("subject")),
                row.getString("role"),
                new Scope(row.getString("scope")),
                row.getString("note"),
                Instant.ofEpochMilli(row.getLong("wished_at")));
    }
}
