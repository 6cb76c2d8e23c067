package org.pavilion.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;

/** Grants as they are stored. */
final class GrantRows {
    private static final String COLUMNS = "id, subject, role, scope, until_at, granted_by, granted_at";

    private GrantRows() {}

    static List<Grant> all(Handle handle) {
        return handle.createQuery("select " + COLUMNS + " from identity_grant order by granted_at, id")
                .map((row, context) -> grant(row))
                .list();
    }

    static List<Grant> of(Handle handle, Ref subject) {
        return handle.createQuery(
                        "select " + COLUMNS + " from identity_grant where subject = :subject order by granted_at, id")
                .bind("subject", subject.toString())
                .map((row, context) -> grant(row))
                .list();
    }

    static Optional<Grant> get(Handle handle, String id) {
        return handle.createQuery("select " + COLUMNS + " from identity_grant where id = :id")
                .bind("id", id)
                .map((row, context) -> grant(row))
                .findOne();
    }

    /** The same role in the same scope again only moves its end. */
    static void put(Handle handle, Grant grant) {
        handle.execute(
                """
                insert into identity_grant (id, subject, role, scope, until_at, granted_by, granted_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (subject, role, scope) do update
                set until_at = excluded.until_at, granted_by = excluded.granted_by, granted_at = excluded.granted_at
                """,
                grant.id(),
                grant.subject().toString(),
                grant.role(),
                grant.scope().path(),
                grant.until().map(Instant::toEpochMilli).orElse(null),
                grant.by().toString(),
                grant.at().toEpochMilli());
    }

    static void delete(Handle handle, String id) {
        handle.execute("delete from identity_grant where id = ?", id);
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getString("id"),
                Ref.of(row.getString("subject")),
                row.getString("role"),
                new Scope(row.getString("scope")),
                Instants.maybe(row, "until_at"),
                Ref.of(row.getString("granted_by")),
                Instant.ofEpochMilli(row.getLong("granted_at")));
    }
}
