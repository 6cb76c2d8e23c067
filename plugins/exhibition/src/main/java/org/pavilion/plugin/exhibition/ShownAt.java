package org.pavilion.plugin.exhibition;

import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Links;
import org.pavilion.api.Ref;

/** Links items with the booths that their makers have in the editions the items belong to. */
record ShownAt(Links links) {
    private static final String PAIRS = """
            select i.id as item, b.id as booth from exhibition_item i
              join exhibition_label o on o.owner = 'item:' || i.id and o.kind = 'organisation'
              join exhibition_booth b on b.exhibitor = o.value
              join exhibition_label e on e.owner = 'item:' || i.id and e.kind = 'edition' and e.value = b.edition
             where\s""";

    private record Pair(String item, String booth) {}

    void item(Handle h, Journal journal, String id) {
        link(h, journal, "i.id = :id", id);
    }

    void booth(Handle h, Journal journal, String id) {
        link(h, journal, "b.id = :id", id);
    }

    private void link(Handle h, Journal journal, String condition, String id) {
        var pairs = h.createQuery(PAIRS + condition + " order by i.id, b.id")
                .bind("id", id)
                .map((rs, context) -> new Pair(rs.getString("item"), rs.getString("booth")))
                .list();
        for (var pair : pairs) {
            links.link(h, journal, new Ref("item", pair.item()), new Ref("booth", pair.booth()), "shown-at");
        }
    }
}
