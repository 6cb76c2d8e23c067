package org.pavilion.api;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A table of records kept whole as JSON text beside the few columns that lists need. For records
 * that are read far more often than they are filtered; what must be filtered or guarded deserves
 * columns of its own.
 *
 * <p>The plugin's migration creates the table:
 *
 * <pre>{@code
 * create table trading_offer (
 *   id text primary key, edition text not null, category text not null, sort text not null,
 *   name_zh text not null, name_en text not null, synthetic integer not null,
 *   record text not null, version bigint not null, changed_at bigint not null);
 * create index trading_offer_order on trading_offer (synthetic, sort, id);
 * }</pre>
 *
 * @param refType type of the records' references, e.g. {@code offer}
 * @param table name of the table, beginning with the plugin's prefix
 * @param spine what the columns hold of a record
 */
@Preview
public record Shelf<T extends Record>(
        String refType, String table, Class<T> type, JsonText json, Function<T, Spine> spine) {

    public Shelf {
        if (!table.matches("[a-z][a-z0-9_]+")) {
            throw new IllegalArgumentException("not a table name: " + table);
        }
    }

    /**
     * The columns of one record.
     *
     * @param edition id of its edition; empty when it belongs to none
     * @param category what lists filter by, e.g. the type of a deal
     * @param sort later comes first, e.g. an ISO date or a year
     * @param synthetic invented records stand after all real ones
     */
    public record Spine(String id, String edition, String category, String sort, Text name, boolean synthetic) {}

    /**
     * Some records of a list.
     *
     * @param next cursor of the following slice; empty at the end
     * @param total records in the whole list
     */
    public record Slice<T>(List<T> records, Optional<String> next, long total) {}

    /** Which records are wanted; an empty set or category does not narrow. */
    public record Filter(Set<String> editions, Optional<String> category) {
        public static final Filter ALL = new Filter(Set.of(), Optional.empty());
    }

    private record Key(int synthetic, String sort, String id) {}

    /**
     * Stores the record unless an equal one is there, and appends {@code changed} when it did. The
     * same name under another id of the same edition is a duplicate.
     */
    public Outcome put(Handle h, Journal journal, T record, DomainEvent changed) {
        var columns = spine.apply(record);
        var text = json.text(record);
        var before = h.createQuery("select record from " + table + " where id = :id")
                .bind("id", columns.id())
                .mapTo(String.class)
                .findOne();
        if (before.filter(text::equals).isPresent()) {
            return Outcome.same();
        }
        if (!columns.edition().isEmpty()) {
            journal.within(columns.edition());
        }
        var twin = before.isPresent() ? Optional.<String>empty() : twin(h, columns);
        if (twin.isPresent()) {
            return Outcome.duplicate(new Ref(refType, twin.get()));
        }
        h.createUpdate("insert into " + table
                        + "(id, edition, category, sort, name_zh, name_en, synthetic, record, version, changed_at)"
                        + " values (:id, :edition, :category, :sort, :zh, :en, :synthetic, :record, 1, :now)"
                        + " on conflict (id) do update set edition = excluded.edition, category = excluded.category,"
                        + " sort = excluded.sort, name_zh = excluded.name_zh, name_en = excluded.name_en,"
                        + " synthetic = excluded.synthetic, record = excluded.record, version = " + table
                        + ".version + 1, changed_at = excluded.changed_at")
                .bind("id", columns.id())
                .bind("edition", columns.edition())
                .bind("category", columns.category())
                .bind("sort", columns.sort())
                .bind("zh", columns.name().zh())
                .bind("en", columns.name().en())
                .bind("synthetic", columns.synthetic() ? 1 : 0)
                .bind("record", text)
                .bind("now", journal.now().toEpochMilli())
                .execute();
        journal.append(changed);
        return before.isPresent() ? Outcome.updated() : Outcome.created();
    }

    private Optional<String> twin(Handle h, Spine columns) {
        return h.createQuery("select id from " + table + " where edition = :edition and id <> :id"
                        + " and ((name_zh = :zh and name_zh <> '') or (name_en = :en and name_en <> '')) limit 1")
                .bind("edition", columns.edition())
                .bind("id", columns.id())
                .bind("zh", columns.name().zh())
                .bind("en", columns.name().en())
                .mapTo(String.class)
                .findOne();
    }

    public Optional<T> find(Handle h, String id) {
        return h.createQuery("select record from " + table + " where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(text -> json.read(text, type));
    }

    /** When the record last changed, in epoch milliseconds. */
    public Optional<Long> changedAt(Handle h, String id) {
        return h.createQuery("select changed_at from " + table + " where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne();
    }

    /** All ids; the caller closes the stream. */
    public Stream<String> ids(Handle h) {
        return h.createQuery("select id from " + table).mapTo(String.class).stream();
    }

    /**
     * Records in the order of the list: real before synthetic, later before earlier, then by id.
     *
     * @param after id of the last record before the slice; null for the first slice
     */
    public Slice<T> slice(Handle h, Filter filter, @Nullable String after, int limit) {
        var bound = new HashMap<String, Object>();
        var where = where(filter, bound);
        long total = h.createQuery("select count(*) from " + table + where)
                .bindMap(bound)
                .mapTo(Long.class)
                .one();
        if (after != null) {
            var key = key(h, after);
            where += (where.isEmpty() ? " where " : " and ")
                    + "(synthetic > :s or (synthetic = :s and (sort < :k or (sort = :k and id > :i))))";
            bound.put("s", key.synthetic());
            bound.put("k", key.sort());
            bound.put("i", key.id());
        }
        bound.put("n", limit + 1);
        var read = h.createQuery("select record from " + table + where + " order by synthetic, sort desc, id limit :n")
                .bindMap(bound)
                .mapTo(String.class)
                .map(text -> json.read(text, type))
                .list();
        if (read.size() <= limit) {
            return new Slice<>(List.copyOf(read), Optional.empty(), total);
        }
        var records = List.copyOf(read.subList(0, limit));
        return new Slice<>(records, Optional.of(spine.apply(records.getLast()).id()), total);
    }

    private Key key(Handle h, String cursor) {
        return h.createQuery("select synthetic, sort, id from " + table + " where id = :id")
                .bind("id", cursor)
                .map((rs, context) -> new Key(rs.getInt(1), rs.getString(2), rs.getString(3)))
                .findOne()
                .orElseThrow(() -> Problem.invalid("/after", "not a cursor of this list: " + cursor));
    }

    /** Records of each category, the most frequent first. */
    public Map<String, Long> categories(Handle h, Set<String> editions) {
        var bound = new HashMap<String, Object>();
        var where = where(new Filter(editions, Optional.empty()), bound);
        var counts = new LinkedHashMap<String, Long>();
        h.createQuery("select category, count(*) from " + table + where
                        + " group by category order by count(*) desc, category")
                .bindMap(bound)
                .map((rs, context) -> Map.entry(rs.getString(1), rs.getLong(2)))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static String where(Filter filter, Map<String, Object> bound) {
        var names = new StringBuilder();
        for (var edition : filter.editions()) {
            var name = "e" + bound.size();
            names.append(names.isEmpty() ? ":" : ", :").append(name);
            bound.put(name, edition);
        }
        var where = names.isEmpty() ? "" : " where edition in (" + names + ")";
        if (filter.category().isPresent()) {
            bound.put("category", filter.category().get());
            where += (where.isEmpty() ? " where " : " and ") + "category = :category";
        }
        return where;
    }
}
