package org.pavilion.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;

/** Sanctions as they are stored. */
final class SanctionRows {
    private static final String SELECT = """
            select id, subject, kind, scope, reason, imposed_by, imposed_at, until_at, state, appeal, decided_by, decision
            from identity_sanction
            """;

    private SanctionRows() {}

    static void insert(Handle handle, Sanction sanction) {
        handle.execute(
                """
                insert into identity_sanction (id, subject, kind, scope, reason, imposed_by, imposed_at, until_at, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'active')
                """,
                sanction.id(),
                sanction.subject().toString(),
                lower(sanction.kind()),
                sanction.scope().path(),
                sanction.reason(),
                sanction.by().toString(),
                sanction.at().toEpochMilli(),
                sanction.until().toEpochMilli());
    }

    /** False when it was appealed against or decided before. */
    static boolean appeal(Handle handle, String id, String text, Instant now) {
        return handle.execute(
                        "update identity_sanction set state = 'appealed', appeal = ?, appealed_at = ? where id = ? and state = 'active'",
                        text,
                        now.toEpochMilli(),
                        id)
                > 0;
    }

    /** False when it is no longer in the state it was read in. */
    static boolean decide(
            Handle handle, Sanction read, Sanction.State to, Ref by, Optional<String> decision, Instant now) {
        return handle.execute(
                        """
                        update identity_sanction set state = ?, decided_by = ?, decided_at = ?, decision = ?
                        where id = ? and state = ?
                        """,
                        lower(to),
                        by.toString(),
                        now.toEpochMilli(),
                        decision.orElse(null),
                        read.id(),
                        lower(read.state()))
                > 0;
    }

    static Optional<Sanction> get(Handle handle, String id) {
        return handle.createQuery(SELECT + " where id = :id")
                .bind("id", id)
                .map((row, context) -> sanction(row))
                .findOne();
    }

    /** The newest first. */
    static List<Sanction> of(Handle handle, Ref subject) {
        return handle.createQuery(SELECT + " where subject = :subject order by imposed_at desc, id desc")
                .bind("subject", subject.toString())
                .map((row, context) -> sanction(row))
                .list();
    }

    static List<Sanction> running(Handle handle, Instant now) {
        return handle.createQuery(SELECT + " where until_at > :now and state <> 'lifted'")
                .bind("now", now.toEpochMilli())
                .map((row, context) -> sanction(row))
                .list();
    }

    static List<Sanction> newest(Handle handle, int limit) {
        return handle.createQuery(SELECT + " order by imposed_at desc, id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> sanction(row))
                .list();
    }

    static List<Sanction> appealed(Handle handle, int limit) {
        return handle.createQuery(SELECT + " where state = 'appealed' order by appealed_at, id limit :limit")
                .bind("limit", limit)
                .map((row, context) -> sanction(row))
                .list();
    }

    private static Sanction sanction(ResultSet row) throws SQLException {
        return new Sanction(
                row.getString("id"),
                Ref.of(row.getString("subject")),
                Sanction.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new Scope(row.getString("scope")),
                row.getString("reason"),
                Ref.of(row.getString("imposed_by")),
                Instant.ofEpochMilli(row.getLong("imposed_at")),
                Instant.ofEpochMilli(row.getLong("until_at")),
                Sanction.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("appeal")),
                Optional.ofNullable(row.getString("decided_by")).map(Ref::of),
                Optional.ofNullable(row.getString("decision")));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
