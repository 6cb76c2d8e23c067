package org.pavilion.plugin.exhibition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Links;
import org.pavilion.api.Outcome;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/** Everything shown, in order of arrival. */
final class Items {
    private final Links links;
    private final ShownAt stands;

    Items(Links links) {
        this.links = links;
        this.stands = new ShownAt(links);
    }

    Optional<Item> find(Handle h, String id) {
        var row = h.createQuery("select * from exhibition_item where id = ?")
                .bind(0, id)
                .map((rs, context) -> row(rs))
                .findOne();
        return row.map(found -> complete(h, List.of(found)).getFirst());
    }

    /**
     * Real items first, the newest arrival first in each part. Stable: the cursor is the arrival
     * number, which no item ever changes, and whatever arrives later has a higher one.
     */
    Slice<Item> slice(Handle h, ItemFilter filter, Optional<Cursor> after, int limit) {
        var where = filter.where();
        after.ifPresent(cursor -> where.and("synthetic >= :part", "part", cursor.synthetic())
                .and("(synthetic > :part or number < :number)", "number", cursor.number()));
        var rows = h.createQuery(
                        "select * from exhibition_item" + where + " order by synthetic, number desc limit :limit")
                .bindMap(where.bound())
                .bind("limit", limit + 1)
                .map((rs, context) -> row(rs))
                .list();
        return Slice.of(complete(h, rows), limit, item -> Cursor.write(item.synthetic(), item.number()));
    }

    int count(Handle h, ItemFilter filter) {
        var where = filter.where();
        return h.createQuery("select count(*) from exhibition_item" + where)
                .bindMap(where.bound())
                .mapTo(Integer.class)
                .one();
    }

    List<String> ids(Handle h) {
        return h.createQuery("select id from exhibition_item")
                .mapTo(String.class)
                .list();
    }

    /** How many items of the edition carry each value of a label, most first. */
    List<Count> counts(Handle h, String kind, Optional<String> edition) {
        var where = new Where()
                .and("l.kind = :kind", "kind", kind)
                .and(
                        "exists (select 1 from exhibition_label e where e.owner = l.owner and e.kind = 'edition'"
                                + " and e.value = :edition)",
                        "edition",
                        edition);
        return h.createQuery("select l.value, count(*) from exhibition_label l" + where
                        + " and l.owner like 'item:%' group by l.value order by count(*) desc, l.value")
                .bindMap(where.bound())
                .map((rs, context) -> new Count(rs.getString(1), rs.getInt(2)))
                .list();
    }

    /** The zones that the organisation's items of an edition were shown in; an item shown twice may name another edition's. */
    List<String> zonesOf(Handle h, String organisation, String edition) {
        return slice(h, ItemFilter.ALL.in(edition).organisation(organisation), Optional.empty(), 100).entries().stream()
                .flatMap(item -> item.zone().stream())
                .distinct()
                .toList();
    }

    /** The name of the first item that each organisation shows, in one edition or in any. */
    Map<String, Text> firstOf(Handle h, Optional<String> edition) {
        var where = new Where()
                .and("l.kind = :kind", "kind", Attachments.ORGANISATION)
                .and(
                        "exists (select 1 from exhibition_label e where e.owner = l.owner and e.kind = 'edition'"
                                + " and e.value = :edition)",
                        "edition",
                        edition);
        var first = new HashMap<String, Text>();
        h.createQuery("select l.value, i.name_zh, i.name_en from exhibition_item i"
                        + " join exhibition_label l on l.owner = 'item:' || i.id" + where
                        + " order by i.synthetic, i.number")
                .bindMap(where.bound())
                .map((rs, context) -> Map.entry(rs.getString(1), new Text(rs.getString(2), rs.getString(3))))
                .forEach(shown -> first.putIfAbsent(shown.getKey(), shown.getValue()));
        return first;
    }

    Outcome put(Handle h, Journal journal, ItemLine line) {
        var digest = Digest.of(line);
        var before = h.createQuery("select digest from exhibition_item where id = ?")
                .bind(0, line.id())
                .mapTo(String.class)
                .findOne();
        if (before.filter(digest::equals).isPresent()) {
            return Outcome.same();
        }
        line.editions().forEach(journal::within);
        store(h, line, digest, journal.now().toEpochMilli());
        var ref = new Ref("item", line.id());
        Attachments.labels(h, ref, Attachments.EDITION, line.editions());
        Attachments.labels(h, ref, Attachments.ORGANISATION, line.organisations());
        Attachments.labels(h, ref, Attachments.TAG, line.tags());
        Attachments.labels(h, ref, Attachments.FIELD, line.fields());
        Attachments.sources(h, ref, line.source());
        useCases(h, line);
        links.renew(h, journal, ref, () -> {
            line.organisations()
                    .forEach(each -> links.link(h, journal, ref, new Ref("organisation", each), "shown-by"));
            line.zone().ifPresent(zone -> links.link(h, journal, ref, new Ref("zone", zone), "shown-in"));
            stands.item(h, journal, line.id());
        });
        journal.append(new ItemPublished(ref, line.editions(), line.organisations()));
        return before.isPresent() ? Outcome.updated() : Outcome.created();
    }

    private static void store(Handle h, ItemLine line, String digest, long now) {
        h.createUpdate("""
                        insert into exhibition_item(id, item_type, name_zh, name_en, summary_zh, summary_en, zone,
                          zone_inferred, synthetic, digest, version, changed_at)
                        values (:id, :type, :nameZh, :nameEn, :summaryZh, :summaryEn, :zone, :inferred, :synthetic,
                          :digest, 1, :now)
                        on conflict (id) do update set item_type = excluded.item_type, name_zh = excluded.name_zh,
                          name_en = excluded.name_en, summary_zh = excluded.summary_zh,
                          summary_en = excluded.summary_en, zone = excluded.zone,
                          zone_inferred = excluded.zone_inferred, synthetic = excluded.synthetic,
                          digest = excluded.digest, version = exhibition_item.version + 1,
                          changed_at = excluded.changed_at""")
                .bind("id", line.id())
                .bind("type", line.itemType())
                .bind("nameZh", line.name().zh())
                .bind("nameEn", line.name().en())
                .bind("summaryZh", line.summary().zh())
                .bind("summaryEn", line.summary().en())
                .bind("zone", line.zone().orElse(null))
                .bind("inferred", Zones.flag(line.zoneInferred()))
                .bind("synthetic", Zones.flag(line.synthetic()))
                .bind("digest", digest)
                .bind("now", now)
                .execute();
    }

    private static void useCases(Handle h, ItemLine line) {
        h.execute("delete from exhibition_use_case where item = ?", line.id());
        for (int i = 0; i < line.useCases().size(); i++) {
            var scene = line.useCases().get(i);
            h.execute(
                    "insert into exhibition_use_case(item, position, name_zh, name_en, inferred) values (?, ?, ?, ?, ?)",
                    line.id(),
                    i,
                    scene.zh(),
                    scene.en(),
                    Zones.flag(scene.inferred()));
        }
    }

    private static List<Item> complete(Handle h, List<Item> rows) {
        var labels = Attachments.labels(h, "item", rows.stream().map(Item::id).toList());
        return rows.stream().map(row -> complete(h, row, labels)).toList();
    }

    private static Item complete(Handle h, Item row, Attachments.Labels labels) {
        var scenes = h.createQuery("select name_zh, name_en, inferred from exhibition_use_case where item = ?"
                        + " order by position")
                .bind(0, row.id())
                .map((rs, context) -> new UseCase(new Text(rs.getString(1), rs.getString(2)), rs.getInt(3) == 1))
                .list();
        return new Item(
                row.number(),
                row.id(),
                row.type(),
                row.name(),
                row.summary(),
                labels.of(row.id(), Attachments.EDITION),
                labels.of(row.id(), Attachments.ORGANISATION),
                labels.of(row.id(), Attachments.TAG),
                labels.of(row.id(), Attachments.FIELD),
                row.zone(),
                row.zoneInferred(),
                scenes,
                row.synthetic(),
                Attachments.sources(h, row.ref()),
                row.version());
    }

    private static Item row(ResultSet rs) throws SQLException {
        return new Item(
                rs.getLong("number"),
                rs.getString("id"),
                rs.getString("item_type"),
                new Text(rs.getString("name_zh"), rs.getString("name_en")),
                new Text(rs.getString("summary_zh"), rs.getString("summary_en")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.ofNullable(rs.getString("zone")),
                rs.getInt("zone_inferred") == 1,
                List.of(),
                rs.getInt("synthetic") == 1,
                List.of(),
                rs.getLong("version"));
    }
}
