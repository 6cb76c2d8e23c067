package org.pavilion.server.live.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Ref;

/** The SQL of messages. Whatever reads a text for a viewer does it with {@link #VISIBLE}. */
public final class MessageRows {
    /** The one predicate of what viewers may see, over {@code live_message m}. */
    public static final String VISIBLE = "m.state = 'visible'";

    static final String COLUMNS = """
            m.id, m.room, coalesce(m.rev, 0) as rev, m.at, m.author, m.name, m.role, m.text, m.lane, m.colour, m.reply_to, m.edited_at""";
    private static final int DELETED_KEPT = 200;

    public Optional<MessageRow> get(Handle handle, Ref room, String id) {
        return handle.createQuery(
                        "select " + COLUMNS + " from live_message m where m.id = :id and m.room = :room and " + VISIBLE)
                .bind("id", id)
                .bind("room", room)
                .mapTo(MessageRow.class)
                .findOne();
    }

    /** Who wrote a message, whether or not it is still there to be read. */
    public Optional<Ref> author(Handle handle, Ref room, String id) {
        return handle.createQuery("select author from live_message where id = :id and room = :room")
                .bind("id", id)
                .bind("room", room)
                .map((row, context) -> Ref.of(row.getString("author")))
                .findOne();
    }

    /** The newest visible messages before a rev, newest first. */
    public List<MessageRow> before(Handle handle, Ref room, long rev, int limit) {
        return handle.createQuery(
                        "select " + COLUMNS + " from live_message m where m.room = :room and m.rev < :rev and "
                                + VISIBLE + " order by m.rev desc limit :limit")
                .bind("room", room)
                .bind("rev", rev)
                .bind("limit", limit)
                .mapTo(MessageRow.class)
                .list();
    }

    /** The visible messages of a stretch of time, in the room's order. */
    public List<MessageRow> between(Handle handle, Ref room, Instant from, Instant to) {
        return handle.createQuery("select " + COLUMNS
                        + " from live_message m where m.room = :room and m.at >= :from and m.at < :to and " + VISIBLE
                        + " order by m.rev")
                .bind("room", room)
                .bind("from", from)
                .bind("to", to)
                .mapTo(MessageRow.class)
                .list();
    }

    public boolean any(Handle handle, Ref room) {
        return handle.createQuery("select count(*) from (select 1 from live_message where room = :room limit 1) found")
                        .bind("room", room)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    void insert(Handle handle, MessageRow message) {
        insert(handle, message, new Outcome(message.text(), Optional.empty(), Optional.empty(), 0));
    }

    /** A message that is held has no rev yet. */
    void insert(Handle handle, MessageRow message, Outcome outcome) {
        handle.createUpdate("""
                        insert into live_message(id, room, rev, at, author, name, role, text, lane, colour, reply_to,
                            state, reason, score, due_at, shape)
                        values (:id, :room, :rev, :at, :author, :name, :role, :text, :lane, :colour, :reply,
                            :state, :reason, :score, :due, :shape)""")
                .bind("id", message.id())
                .bind("room", message.room())
                .bind("rev", outcome.held().isPresent() ? null : message.rev())
                .bind("at", message.at())
                .bind("author", message.author())
                .bind("name", message.name())
                .bind("role", message.role())
                .bind("text", message.text())
                .bind("lane", text(message.lane()))
                .bind("colour", text(message.colour()))
                .bind("reply", text(message.replyTo()))
                .bind("state", outcome.held().isPresent() ? "held" : "visible")
                .bind("reason", text(outcome.held()))
                .bind("score", outcome.score())
                .bind("due", outcome.due().map(Instant::toEpochMilli).orElse(null))
                .bind("shape", Traits.shape(message.text()))
                .execute();
    }

    /** Keeps what the message said before, then changes it. */
    public void edit(Handle handle, MessageRow before, long rev, String text, Instant now) {
        handle.execute(
                "insert into live_edit(message, rev, at, text) values (?, ?, ?, ?)",
                before.id(),
                rev,
                now,
                before.text());
        handle.execute(
                "update live_message set text = ?, shape = ?, edited_at = ? where id = ?",
                text,
                Traits.shape(text),
                now,
                before.id());
    }

    public void remove(Handle handle, String id, String by, Instant now) {
        handle.execute(
                "update live_message set state = 'deleted', removed_by = ?, removed_at = ? where id = ?", by, now, id);
    }

    /** Everything an author said that can still be seen, oldest first. */
    public List<MessageRow> by(Handle handle, Ref author) {
        return handle.createQuery("select " + COLUMNS + " from live_message m where m.author = :author and " + VISIBLE
                        + " order by m.at, m.id")
                .bind("author", author)
                .mapTo(MessageRow.class)
                .list();
    }

    /** Overwrites what an author said and was called, and forgets earlier wordings and the answers to their calls. */
    public void erase(Handle handle, Ref author) {
        handle.execute("delete from live_edit where message in (select id from live_message where author = ?)", author);
        handle.execute("update live_message set text = '', name = '' where author = ?", author);
        handle.execute("delete from live_mark where person = ?", author);
        handle.execute("delete from live_report where reporter = ?", author);
        handle.execute("delete from live_note where person = ?", author);
        handle.execute("delete from live_guest where ref = ?", author);
        var prefix = author + "/";
        handle.execute(
                "delete from storage_idempotency where scope = 'live' and substr(k, 1, ?) = ?",
                prefix.length(),
                prefix);
    }

    /** Ids of what was removed last, newest first. */
    public List<String> removed(Handle handle, Ref room) {
        return handle.createQuery("""
                        select id from live_message where room = :room and removed_at is not null
                        order by removed_at desc, rev desc limit :limit""")
                .bind("room", room)
                .bind("limit", DELETED_KEPT)
                .mapTo(String.class)
                .list();
    }

    /** The room's log after a rev, each change with its message if viewers may see it. */
    public List<Logged> log(Handle handle, Ref room, long after, int limit) {
        return handle.createQuery("""
                        select c.rev as log_rev, c.name as event, c.message as message_id, c.body as log_body,
                               gone.removed_by as removed_by,\s""" + COLUMNS + """

                        from live_change c
                        left join live_message gone on gone.id = c.message
                        left join live_message m on m.id = c.message and\s""" + VISIBLE + """

                        where c.room = :room and c.rev > :after order by c.rev limit :limit""")
                .bind("room", room)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> {
                    var message = row.getString("id") == null
                            ? null
                            : context.findRowMapperFor(MessageRow.class)
                                    .orElseThrow()
                                    .map(row, context);
                    return new Logged(
                            row.getLong("log_rev"),
                            row.getString("event"),
                            row.getString("message_id"),
                            row.getString("log_body"),
                            row.getString("removed_by"),
                            message);
                })
                .list();
    }

    /**
     * One line of a room's log.
     *
     * @param messageId what it is about, if it is about a message
     * @param body what happened, if it is not
     * @param message as it is now; null when it is gone
     */
    public record Logged(
            long rev,
            String event,
            @Nullable String messageId,
            @Nullable String body,
            @Nullable String removedBy,
            @Nullable MessageRow message) {}

    private static @Nullable String text(Optional<String> value) {
        return value.orElse(null);
    }
}
