package org.pavilion.server.live.stream;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;

/** The SQL of captions. */
final class CueRows {
    private static final String SELECT = "select id, room, language, from_ms, to_ms, text from live_cue ";

    private CueRows() {}

    static List<CueRow> of(Handle handle, Ref room, String language) {
        return handle.createQuery(SELECT + "where room = :room and language = :language order by from_ms, id")
                .bind("room", room)
                .bind("language", language)
                .mapTo(CueRow.class)
                .list();
    }

    /** In every language, of a stretch of media time. */
    static List<CueRow> between(Handle handle, Ref room, long fromMs, long toMs) {
        return handle.createQuery(
                        SELECT + "where room = :room and from_ms >= :from and from_ms < :to order by from_ms, id")
                .bind("room", room)
                .bind("from", fromMs)
                .bind("to", toMs)
                .mapTo(CueRow.class)
                .list();
    }

    /** The last ones, the newest first. */
    static List<CueRow> newest(Handle handle, Ref room, String language, int limit) {
        return handle.createQuery(SELECT
                        + "where room = :room and language = :language order by from_ms desc, id desc limit :limit")
                .bind("room", room)
                .bind("language", language)
                .bind("limit", limit)
                .mapTo(CueRow.class)
                .list();
    }

    static List<String> languages(Handle handle, Ref room) {
        return handle.createQuery("select distinct language from live_cue where room = :room order by language desc")
                .bind("room", room)
                .mapTo(String.class)
                .list();
    }

    static Optional<CueRow> get(Handle handle, Ref room, String id) {
        return handle.createQuery(SELECT + "where id = :id and room = :room")
                .bind("id", id)
                .bind("room", room)
                .mapTo(CueRow.class)
                .findOne();
    }

    static long count(Handle handle, Ref room) {
        return handle.createQuery("select count(*) from live_cue where room = :room")
                .bind("room", room)
                .mapTo(Long.class)
                .one();
    }

    static void insert(Handle handle, CueRow cue, Instant at) {
        handle.createUpdate("""
                        insert into live_cue(id, room, language, from_ms, to_ms, text, at)
                        values (:id, :room, :language, :from, :to, :text, :at)""")
                .bind("id", cue.id())
                .bind("room", cue.room())
                .bind("language", cue.language())
                .bind("from", cue.fromMs())
                .bind("to", cue.toMs())
                .bind("text", cue.text())
                .bind("at", at)
                .execute();
    }

    static void update(Handle handle, CueRow cue) {
        handle.execute(
                "update live_cue set from_ms = ?, to_ms = ?, text = ? where id = ?",
                cue.fromMs(),
                cue.toMs(),
                cue.text(),
                cue.id());
    }

    static void delete(Handle handle, String id) {
        handle.execute("delete from live_cue where id = ?", id);
    }

    static void clear(Handle handle, Ref room, String language) {
        handle.execute("delete from live_cue where room = ? and language = ?", room.toString(), language);
    }
}
