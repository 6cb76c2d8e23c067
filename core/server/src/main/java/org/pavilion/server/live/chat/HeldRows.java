package org.pavilion.server.live.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Ref;

/** The SQL of messages that viewers do not see, for their authors and for the desk alone. */
final class HeldRows {
    private static final String SELECT = "select " + MessageRows.COLUMNS
            + ", m.state, m.reason, m.score, m.due_at, m.claimed_by, m.claimed_until from live_message m ";

    /** A message in whatever state. */
    record Any(
            MessageRow message,
            String state,
            Optional<String> reason,
            int score,
            Optional<Instant> due,
            Optional<Ref> claimedBy,
            Optional<Instant> claimedUntil) {

        boolean held() {
            return state.equals("held");
        }

        /** Whether somebody else than the moderator has it now. */
        boolean taken(Ref moderator, Instant now) {
            return claimedBy.filter(by -> !by.equals(moderator)).isPresent()
                    && claimedUntil.filter(now::isBefore).isPresent();
        }
    }

    Optional<Any> get(Handle handle, Ref room, String id) {
        return handle.createQuery(SELECT + "where m.id = :id and m.room = :room")
                .bind("id", id)
                .bind("room", room)
                .map((row, context) -> any(row, context))
                .findOne();
    }

    /** What waits in the room, the oldest first. */
    List<Any> waiting(Handle handle, Ref room, int limit) {
        return handle.createQuery(SELECT + "where m.room = :room and m.state = 'held' order by m.at, m.id limit :limit")
                .bind("room", room)
                .bind("limit", limit)
                .map((row, context) -> any(row, context))
                .list();
    }

    /** What may be shown by itself by now. */
    List<Any> due(Handle handle, Ref room, Instant now, int limit) {
        return handle.createQuery(
                        SELECT
                                + "where m.room = :room and m.state = 'held' and m.due_at <= :now order by m.at, m.id limit :limit")
                .bind("room", room)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> any(row, context))
                .list();
    }

    /** What was said last in the room, in every state, the newest first. */
    List<Any> recent(Handle handle, Ref room, int limit) {
        return handle.createQuery(SELECT + "where m.room = :room order by m.at desc, m.id desc limit :limit")
                .bind("room", room)
                .bind("limit", limit)
                .map((row, context) -> any(row, context))
                .list();
    }

    /** What an author said in a room that others do not see, the oldest first. */
    List<Any> own(Handle handle, Ref room, Ref author, Instant rejectedSince) {
        return handle.createQuery(SELECT + """
                        where m.room = :room and m.author = :author
                          and (m.state = 'held' or (m.state = 'rejected' and m.decided_at > :since))
                        order by m.at, m.id""")
                .bind("room", room)
                .bind("author", author)
                .bind("since", rejectedSince)
                .map((row, context) -> any(row, context))
                .list();
    }

    /** Everything an author said that others do not see, the oldest first. */
    List<Any> by(Handle handle, Ref author) {
        return handle.createQuery(
                        SELECT + "where m.author = :author and m.state in ('held', 'rejected') order by m.at, m.id")
                .bind("author", author)
                .map((row, context) -> any(row, context))
                .list();
    }

    private static Any any(ResultSet row, StatementContext context) throws SQLException {
        var message = context.findRowMapperFor(MessageRow.class).orElseThrow().map(row, context);
        return new Any(
                message,
                row.getString("state"),
                Optional.ofNullable(row.getString("reason")),
                row.getInt("score"),
                instant(row, "due_at"),
                Optional.ofNullable(row.getString("claimed_by")).map(Ref::of),
                instant(row, "claimed_until"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    /** Shows a message that waited or was rejected; false when it stands elsewhere by now. */
    boolean show(Handle handle, String id, long rev, @Nullable String by, Instant now) {
        return handle.createUpdate("""
                        update live_message set state = 'visible', rev = :rev, due_at = null, claimed_by = null,
                            claimed_until = null, removed_by = null, removed_at = null, decided_by = :by, decided_at = :now
                        where id = :id and state in ('held', 'rejected')""")
                        .bind("id", id)
                        .bind("rev", rev)
                        .bind("by", by)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    boolean reject(Handle handle, String id, String by, Instant now) {
        return handle.createUpdate("""
                        update live_message set state = 'rejected', due_at = null, claimed_by = null,
                            claimed_until = null, decided_by = :by, decided_at = :now
                        where id = :id and state = 'held'""")
                        .bind("id", id)
                        .bind("by", by)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** Takes a message out of everybody's sight until somebody decides, or until {@code due}. */
    void hold(Handle handle, String id, Outcome outcome, String by, Instant now) {
        handle.createUpdate("""
                        update live_message set state = 'held', rev = null, reason = :reason, score = :score,
                            due_at = :due, removed_by = :by, removed_at = :now where id = :id""")
                .bind("id", id)
                .bind("reason", outcome.held().orElse(null))
                .bind("score", outcome.score())
                .bind("due", outcome.due().map(Instant::toEpochMilli).orElse(null))
                .bind("by", by)
                .bind("now", now)
                .execute();
    }

    /** It is not shown by itself any more. */
    void keep(Handle handle, String id, String reason) {
        handle.execute("update live_message set due_at = null, reason = ? where id = ?", reason, id);
    }

    /** Takes back what nobody saw; it leaves no trace with viewers. */
    void withdraw(Handle handle, String id, Instant now) {
        handle.execute(
                "update live_message set state = 'deleted', due_at = null, decided_at = ? where id = ?", now, id);
    }

    boolean claim(Handle handle, String id, Ref by, Instant now, Instant until) {
        return handle.createUpdate("""
                        update live_message set claimed_by = :by, claimed_until = :until
                        where id = :id and state = 'held'
                          and (claimed_by is null or claimed_by = :by or claimed_until <= :now)""")
                        .bind("id", id)
                        .bind("by", by)
                        .bind("until", until)
                        .bind("now", now)
                        .execute()
                == 1;
    }
}
