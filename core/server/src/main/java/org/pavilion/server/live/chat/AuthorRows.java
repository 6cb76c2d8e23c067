package org.pavilion.server.live.chat;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;

/** The SQL of what somebody said before, in whatever state it is. */
final class AuthorRows {

    /** How often one text was said: by the author, and by how many people. */
    record Same(int own, int people) {}

    /** When the author spoke last in the room, whatever became of it. */
    Optional<Instant> lastOf(Handle handle, Ref room, Ref author) {
        return edge(handle, "max", room, author);
    }

    Optional<Instant> firstOf(Handle handle, Ref room, Ref author) {
        return edge(handle, "min", room, author);
    }

    private static Optional<Instant> edge(Handle handle, String which, Ref room, Ref author) {
        return handle.createQuery("select " + which + "(at) from live_message where room = :room and author = :author")
                .bind("room", room)
                .bind("author", author)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /** Whether something the author said in the room was ever shown and still is. */
    boolean shown(Handle handle, Ref room, Ref author) {
        return handle.createQuery("select count(*) from live_message m where m.room = :room and m.author = :author and "
                                + MessageRows.VISIBLE)
                        .bind("room", room)
                        .bind("author", author)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    Same same(Handle handle, Ref room, Ref author, long shape, Instant since) {
        return handle.createQuery("""
                        select coalesce(sum(case when author = :author then 1 else 0 end), 0) as own,
                               count(distinct author) as people
                        from live_message where room = :room and at > :since and shape = :shape""")
                .bind("room", room)
                .bind("author", author)
                .bind("since", since)
                .bind("shape", shape)
                .map((row, context) -> new Same(row.getInt("own"), row.getInt("people")))
                .one();
    }
}
