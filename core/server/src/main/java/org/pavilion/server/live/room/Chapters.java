package org.pavilion.server.live.room;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;
import org.pavilion.server.live.view.StreamView.ChapterView;

/**
 * The parts of a session. Those of the room's spec hold until somebody changes one: from then on they are
 * rows of the room.
 */
public final class Chapters {
    private static final int MOST = 200;
    private static final String SPEC = "spec-";

    private Chapters() {}

    /** A chapter that can be named. */
    public record Chapter(String id, Ref room, long atMs, String titleZh, String titleEn) {
        public Text title() {
            return new Text(titleZh, titleEn);
        }
    }

    /** In the order of media time. */
    public static List<Chapter> of(Handle handle, Ref room, KeptSpec spec) {
        var rows = rows(handle, room);
        if (!rows.isEmpty()) {
            return rows;
        }
        var all = new ArrayList<Chapter>();
        for (var each : spec.chapters()) {
            all.add(new Chapter(
                    SPEC + all.size(),
                    room,
                    each.at(),
                    each.title().zh(),
                    each.title().en()));
        }
        return all;
    }

    /** The same as viewers get them. */
    public static List<ChapterView> views(Handle handle, Ref room, KeptSpec spec) {
        return of(handle, room, spec).stream()
                .map(each -> new ChapterView(each.atMs(), each.title()))
                .toList();
    }

    /** Adds one; a second at the same second takes its place. */
    public static String add(Handle handle, Journal journal, Ref room, KeptSpec spec, long atMs, Text title) {
        var all = own(handle, journal, room, spec);
        if (all.size() >= MOST) {
            throw Problem.invalid("/at", "at most " + MOST + " chapters");
        }
        all.stream()
                .filter(each -> each.atMs() / 1_000 == atMs / 1_000)
                .forEach(each -> remove(handle, room, each.id()));
        var id = journal.newId();
        insert(handle, id, room, atMs, title);
        return id;
    }

    /** Moves or renames one. */
    public static void change(
            Handle handle, Journal journal, Ref room, KeptSpec spec, String id, long atMs, Text title) {
        var own = find(handle, journal, room, spec, id);
        remove(handle, room, own.id());
        insert(handle, own.id(), room, atMs, title);
    }

    public static void delete(Handle handle, Journal journal, Ref room, KeptSpec spec, String id) {
        remove(handle, room, find(handle, journal, room, spec, id).id());
    }

    /** The row of a chapter, which may have been one of the spec a moment ago. */
    private static Chapter find(Handle handle, Journal journal, Ref room, KeptSpec spec, String id) {
        var before = of(handle, room, spec).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem("chapter.gone", 409, "This chapter is not here any more"));
        return own(handle, journal, room, spec).stream()
                .filter(each -> each.atMs() == before.atMs() && each.title().equals(before.title()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Chapter> own(Handle handle, Journal journal, Ref room, KeptSpec spec) {
        if (rows(handle, room).isEmpty()) {
            spec.chapters().forEach(each -> insert(handle, journal.newId(), room, each.at(), each.title()));
        }
        return rows(handle, room);
    }

    private static List<Chapter> rows(Handle handle, Ref room) {
        return handle.createQuery("""
                        select id, room, at_ms, title_zh, title_en from live_chapter
                        where room = :room order by at_ms, id""").bind("room", room).mapTo(Chapter.class).list();
    }

    private static void insert(Handle handle, String id, Ref room, long atMs, Text title) {
        handle.execute(
                "insert into live_chapter(id, room, at_ms, title_zh, title_en) values (?, ?, ?, ?, ?)",
                id,
                room.toString(),
                atMs,
                title.zh(),
                title.en());
    }

    private static void remove(Handle handle, Ref room, String id) {
        handle.execute("delete from live_chapter where id = ? and room = ?", id, room.toString());
    }
}
