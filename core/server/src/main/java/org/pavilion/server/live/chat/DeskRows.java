package org.pavilion.server.live.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;

/** The SQL of who talked in a room and how busy it is. */
final class DeskRows {

    /** What somebody did in a room, in numbers. */
    record Talker(
            Ref author, String name, String role, int messages, int removed, int held, Instant first, Instant last) {}

    private static final String TALKERS = """
            select author, max(name) as name, max(role) as role, count(*) as messages,
                   sum(case when removed_by = 'moderator' or state = 'rejected' then 1 else 0 end) as removed,
                   sum(case when state = 'held' and reason <> 'delay' then 1 else 0 end) as held,
                   min(at) as first_at, max(at) as last_at
            from live_message where room = :room""";

    private DeskRows() {}

    /** Those who talked, the latest first. */
    static List<Talker> talkers(Handle handle, Ref room, int limit) {
        return handle.createQuery(TALKERS + " group by author order by max(at) desc, author limit :limit")
                .bind("room", room)
                .bind("limit", limit)
                .map((row, context) -> talker(row))
                .list();
    }

    static Optional<Talker> talker(Handle handle, Ref room, Ref author) {
        return handle.createQuery(TALKERS + " and author = :author group by author")
                .bind("room", room)
                .bind("author", author)
                .map((row, context) -> talker(row))
                .findOne();
    }

    private static Talker talker(ResultSet row) throws SQLException {
        return new Talker(
                Ref.of(row.getString("author")),
                row.getString("name"),
                row.getString("role"),
                row.getInt("messages"),
                row.getInt("removed"),
                row.getInt("held"),
                Instant.ofEpochMilli(row.getLong("first_at")),
                Instant.ofEpochMilli(row.getLong("last_at")));
    }

    /** Everybody who ever talked in the room. */
    static List<Ref> authors(Handle handle, Ref room) {
        return handle.createQuery("select distinct author from live_message where room = :room")
                .bind("room", room)
                .map((row, context) -> Ref.of(row.getString("author")))
                .list();
    }

    static int said(Handle handle, Ref room, Instant since, Instant until) {
        return handle.createQuery(
                        "select count(*) from live_message where room = :room and at > :since and at <= :until")
                .bind("room", room)
                .bind("since", since)
                .bind("until", until)
                .mapTo(Integer.class)
                .one();
    }

    static int held(Handle handle, Ref room, Instant since) {
        return handle.createQuery("""
                        select count(*) from live_message
                        where room = :room and at > :since and reason is not null and reason <> 'delay'""")
                .bind("room", room)
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }

    /** How many people said the thing that most said. */
    static int alike(Handle handle, Ref room, Instant since) {
        return handle.createQuery("""
                        select coalesce(max(n), 0) from (
                            select count(distinct author) as n from live_message
                            where room = :room and at > :since group by shape) same""")
                .bind("room", room)
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }

    /** In how many seconds each of the last decisions was made. */
    static List<Long> waits(Handle handle, Ref room, int limit) {
        return handle.createQuery("""
                        select decided_at - at from live_message
                        where room = :room and decided_by is not null and decided_at is not null
                        order by decided_at desc limit :limit""")
                .bind("room", room)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }
}
