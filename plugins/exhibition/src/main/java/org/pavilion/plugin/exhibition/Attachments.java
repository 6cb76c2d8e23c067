package org.pavilion.plugin.exhibition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;
import org.pavilion.api.Source;

/** Ordered labels and sources of any object, replaced as a whole. */
final class Attachments {
    static final String FIELD = "field";
    static final String TAG = "tag";
    static final String EDITION = "edition";
    static final String ORGANISATION = "organisation";

    private static final int CHUNK = 400;

    private Attachments() {}

    static void labels(Handle h, Ref owner, String kind, List<String> values) {
        h.execute("delete from exhibition_label where owner = ? and kind = ?", owner.toString(), kind);
        if (values.isEmpty()) {
            return;
        }
        var batch = h.prepareBatch("insert into exhibition_label(owner, kind, position, value) values (?, ?, ?, ?)");
        for (int i = 0; i < values.size(); i++) {
            batch.add(owner.toString(), kind, i, values.get(i));
        }
        batch.execute();
    }

    static void sources(Handle h, Ref owner, List<Source> sources) {
        h.execute("delete from exhibition_source where owner = ?", owner.toString());
        if (sources.isEmpty()) {
            return;
        }
        var batch = h.prepareBatch(
                "insert into exhibition_source(owner, position, file, year, lines) values (?, ?, ?, ?, ?)");
        for (int i = 0; i < sources.size(); i++) {
            var source = sources.get(i);
            batch.add(owner.toString(), i, source.file(), source.year(), source.lines());
        }
        batch.execute();
    }

    static List<Source> sources(Handle h, Ref owner) {
        return h.createQuery("select file, year, lines from exhibition_source where owner = ? order by position")
                .bind(0, owner.toString())
                .map((rs, context) -> new Source(rs.getString(1), rs.getInt(2), rs.getString(3)))
                .list();
    }

    /** The labels of every object that {@code owners} selects, by owner and kind. */
    static Labels labels(Handle h, String type, List<String> ids) {
        var found = new HashMap<String, List<String>>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            var owners = ids.subList(from, Math.min(ids.size(), from + CHUNK)).stream()
                    .map(id -> type + ":" + id)
                    .toList();
            h.createQuery("select owner, kind, value from exhibition_label where owner in (<owners>)"
                            + " order by owner, kind, position")
                    .bindList("owners", owners)
                    .map((rs, context) -> new String[] {rs.getString(1) + "/" + rs.getString(2), rs.getString(3)})
                    .forEach(row -> found.computeIfAbsent(row[0], key -> new ArrayList<>())
                            .add(row[1]));
        }
        return new Labels(type, found);
    }

    /** Labels read for a list of objects. */
    record Labels(String type, Map<String, List<String>> found) {
        List<String> of(String id, String kind) {
            return List.copyOf(found.getOrDefault(type + ":" + id + "/" + kind, List.of()));
        }
    }
}
