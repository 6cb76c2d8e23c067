package org.pavilion.server.search;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.pavilion.api.Storage;

/** Counts questions without an exact answer; nothing in it tells who asked. */
final class Misses {
    private static final Pattern PERSONAL = Pattern.compile(".*(@|\\d{7}|\\d[\\d -]{7,}\\d).*");
    private static final int MAX_KEPT = 5_000;
    private static final int SHOWN_FROM = 3;
    private static final int MAX_SHOWN = 200;
    private static final int KEPT_DAYS = 90;

    private record Key(String folded, String stage) {}

    private record Seen(long hits, long asked) {}

    private final Storage storage;
    private final Clock clock = Clock.systemUTC();
    private Map<Key, Seen> waiting = new HashMap<>();

    Misses(Storage storage) {
        this.storage = storage;
    }

    /** Whether somebody typed what may be an address or a number of theirs. */
    static boolean personal(String typed) {
        return PERSONAL.matcher(typed).matches();
    }

    void saw(String typed, String folded, SearchPage page) {
        boolean exact = page.total() > 0 && page.via().equals(Via.EXACT.word());
        if (exact || folded.isBlank() || personal(typed)) {
            return;
        }
        var key = new Key(folded, page.total() == 0 ? "none" : page.via());
        synchronized (this) {
            if (waiting.size() < MAX_KEPT || waiting.containsKey(key)) {
                waiting.merge(key, new Seen(page.total(), 1), (a, b) -> new Seen(b.hits(), a.asked() + 1));
            }
        }
    }

    void flush() {
        Map<Key, Seen> batch;
        synchronized (this) {
            if (waiting.isEmpty()) {
                return;
            }
            batch = waiting;
            waiting = new HashMap<>();
        }
        var today = LocalDate.now(clock);
        storage.write((handle, journal) -> {
            batch.forEach((key, seen) ->
                    handle.execute("""
                    insert into search_miss(day, folded, stage, hits, asked) values (?, ?, ?, ?, ?)
                    on conflict(day, folded, stage) do update set
                      hits = excluded.hits, asked = search_miss.asked + excluded.asked
                    """, today.toString(), key.folded(), key.stage(), seen.hits(), seen.asked()));
            return handle.execute(
                    "delete from search_miss where day < ?",
                    today.minusDays(KEPT_DAYS).toString());
        });
    }

    List<MissedQuery> often() {
        return storage.read(handle -> handle.createQuery("""
                        select folded, stage, max(hits), sum(asked) as times, max(day) from search_miss
                        group by folded, stage having sum(asked) >= ? order by times desc, folded limit ?
                        """)
                .bind(0, SHOWN_FROM)
                .bind(1, MAX_SHOWN)
                .map((row, context) -> new MissedQuery(
                        row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getString(5)))
                .list());
    }
}
