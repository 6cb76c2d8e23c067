package org.pavilion.server.identity;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;

/** Grants to traits as they are stored. */
final class TraitRows {
    private TraitRows() {}

    static List<TraitGrant> all(Handle handle) {
        return handle.createQuery(
                        "select id, expression, role, scope, until_at, granted_by, granted_at from identity_trait order by granted_at, id")
                .map((row, context) -> new TraitGrant(
                        row.getString("id"),
                        Traits.of(row.getString("expression")),
                        row.getString("role"),
                        new Scope(row.getString("scope")),
                        Instants.maybe(row, "until_at"),
                        Ref.of(row.getString("granted_by")),
                        Instant.ofEpochMilli(row.getLong("granted_at"))))
                .list();
    }

    static void put(Handle handle, TraitGrant grant) {
        handle.execute(
                """
                insert into identity_trait (id, expression, role, scope, until_at, granted_by, granted_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (expression, role, scope) do update set until_at = excluded.until_at
                """,
                grant.id(),
                grant.traits().text(),
                grant.role(),
                grant.scope().path(),
                grant.until().map(Instant::toEpochMilli).orElse(null),
                grant.by().toString(),
                grant.at().toEpochMilli());
    }

    static boolean delete(Handle handle, String id) {
        return handle.execute("delete from identity_trait where id = ?", id) > 0;
    }
}
