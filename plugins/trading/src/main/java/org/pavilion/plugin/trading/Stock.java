package org.pavilion.plugin.trading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Shelf;
import org.pavilion.api.Storage;

/**
 * All records of a shelf in memory, never older than the table: one small query tells whether
 * anything changed. Counting, matching and statistics then are plain functions over lists. Made for
 * tens of thousands of records, a few kilobytes each.
 */
final class Stock<T extends Record> {
    private final Storage storage;
    private final Shelf<T> shelf;
    private final Function<T, String> id;
    private final AtomicReference<@Nullable Snapshot<T>> last = new AtomicReference<>();

    private record Snapshot<T>(String stamp, List<T> all, Map<String, T> byId) {}

    Stock(Storage storage, Shelf<T> shelf, Function<T, String> id) {
        this.storage = storage;
        this.shelf = shelf;
        this.id = id;
    }

    /** In the order of the list: real before synthetic, later before earlier, then by id. */
    List<T> all() {
        return fresh().all();
    }

    /** Differs whenever the records do. */
    String stamp() {
        return fresh().stamp();
    }

    Optional<T> find(String wanted) {
        return Optional.ofNullable(fresh().byId().get(wanted));
    }

    private Snapshot<T> fresh() {
        return storage.read(h -> {
            var stamp = h.createQuery("select count(*), coalesce(sum(version), 0), coalesce(max(changed_at), 0) from "
                            + shelf.table())
                    .map((rs, context) -> rs.getString(1) + "." + rs.getString(2) + "." + rs.getString(3))
                    .one();
            var known = last.get();
            if (known != null && known.stamp().equals(stamp)) {
                return known;
            }
            var all = List.copyOf(shelf.slice(h, Shelf.Filter.ALL, null, Integer.MAX_VALUE - 1)
                    .records());
            var byId = new LinkedHashMap<String, T>();
            all.forEach(each -> byId.put(id.apply(each), each));
            var read = new Snapshot<>(stamp, all, Map.copyOf(byId));
            last.set(read);
            return read;
        });
    }
}
