package org.pavilion.plugin.forum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Outcome;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Releases;
import org.pavilion.api.Text;

/**
 * Records of any board that wait for a block of a session. They are lines in this table and nowhere
 * else: their boards do not have them yet.
 */
record HeldRecords(Releases releases, JsonText json) {
    /** More than any ceremony has. */
    private static final int MOST = 200;

    /** One of them. */
    record Held(String block, Ref ref, Text name, String line) {
        Releases.Line released() {
            return new Releases.Line(ref.type(), line);
        }
    }

    /** All that wait for a session's blocks, in order. */
    List<Held> of(Handle h, String session) {
        return h.createQuery(
                        "select block, kind, record, name_zh, name_en, line from forum_held where session = :session"
                                + " order by position, kind, record")
                .bind("session", session)
                .map((rs, context) -> new Held(
                        rs.getString(1),
                        new Ref(rs.getString(2), rs.getString(3)),
                        new Text(rs.getString(4), rs.getString(5)),
                        rs.getString(6)))
                .list();
    }

    List<Held> of(Handle h, String session, String block) {
        return of(h, session).stream()
                .filter(each -> each.block().equals(block))
                .toList();
    }

    /** The lines as records, each tried: what no board takes, or what it has already, is refused with its number. */
    List<Held> read(String block, String kind, String lines) {
        var all =
                lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (all.isEmpty() || all.size() > MOST) {
            throw Problem.invalid("/lines", "one record a line, at most " + MOST);
        }
        var outcomes = releases.tried(
                all.stream().map(line -> new Releases.Line(kind, line)).toList());
        var held = new ArrayList<Held>();
        for (int i = 0; i < all.size(); i++) {
            held.add(
                    switch (outcomes.get(i)) {
                        case Outcome.Rejected refused ->
                            throw refused(i, refused.code() + " " + refused.pointer() + ": " + refused.detail());
                        case Outcome.Duplicate twin -> throw refused(i, "the record is public already as " + twin.of());
                        case Outcome.Same same -> throw refused(i, "the record is public already");
                        case Outcome.Updated updated -> throw refused(i, "a record of this id is public already");
                        case Outcome.Created created -> held(block, kind, all.get(i));
                    });
        }
        return held;
    }

    private static Problem refused(int index, String why) {
        return Problem.invalid("/lines/" + index, "line " + (index + 1) + ": " + why);
    }

    private Held held(String block, String kind, String line) {
        Map<?, ?> record = json.read(line, Map.class);
        var id = text(record.get("id"));
        var name = record.get("name") instanceof Map<?, ?> words
                ? named(text(words.get("zh")), text(words.get("en")), id)
                : Text.same(id);
        return new Held(block, new Ref(kind, id), name, line);
    }

    private static Text named(String zh, String en, String id) {
        return zh.isBlank() && en.isBlank() ? Text.same(id) : new Text(zh, en);
    }

    private static String text(@Nullable Object value) {
        return value instanceof String words ? words : "";
    }

    /** Holds the record for a block; one that waited for another block waits for this one. */
    void put(Handle h, Journal journal, String session, Held held, int position) {
        h.createUpdate("insert into forum_held(session, block, kind, record, position, name_zh, name_en, line, at)"
                        + " values (:session, :block, :kind, :record, :position, :zh, :en, :line, :now)"
                        + " on conflict (kind, record) do update set session = excluded.session,"
                        + " block = excluded.block, position = excluded.position, name_zh = excluded.name_zh,"
                        + " name_en = excluded.name_en, line = excluded.line, at = excluded.at")
                .bind("session", session)
                .bind("block", held.block())
                .bind("kind", held.ref().type())
                .bind("record", held.ref().id())
                .bind("position", position)
                .bind("zh", held.name().zh())
                .bind("en", held.name().en())
                .bind("line", held.line())
                .bind("now", journal.now().toEpochMilli())
                .execute();
    }

    /** Takes a record off the ceremony. */
    boolean drop(Handle h, String session, Ref ref) {
        return h.execute(
                        "delete from forum_held where session = ? and kind = ? and record = ?",
                        session,
                        ref.type(),
                        ref.id())
                > 0;
    }

    /** Hands the block's records to their boards, in the write of the caller: all of them, or it throws. */
    List<Block.Published> release(Handle h, Journal journal, String session, String block) {
        var waiting = of(h, session, block);
        waiting.forEach(each -> releases.release(h, journal, each.released()));
        h.execute("delete from forum_held where session = ? and block = ?", session, block);
        return waiting.stream()
                .map(each -> new Block.Published(each.ref(), each.name()))
                .toList();
    }
}
