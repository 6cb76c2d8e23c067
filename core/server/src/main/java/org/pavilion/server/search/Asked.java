package org.pavilion.server.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pavilion.api.Storage;

/** Counts what is asked for by the hour; nothing in it tells who asked, and rare questions are not shown. */
final class Asked {
    private static final int MAX_KEPT = 5_000;
    private static final int SHOWN_FROM = 3;
    private static final Duration KEPT = Duration.ofDays(7);

    private record Key(long hour, String folded) {}

    private record Seen(long hits, long asked) {}

    private final Storage storage;
    private final Clock clock = Clock.systemUTC();
    private Map<Key, Seen> waiting = new HashMap<>();

    Asked(Storage storage) {
        this.storage = storage;
    }

    void saw(String typed, String folded, long hits) {
        if (folded.isBlank() || Misses.personal(typed)) {
            return;
        }
        var key = new Key(hour(clock.instant()), folded);
        synchronized (this) {
            if (waiting.size() < MAX_KEPT || waiting.containsKey(key)) {
                waiting.merge(key, new Seen(hits, 1), (a, b) -> new Seen(b.hits(), a.asked() + 1));
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
        long oldest = hour(clock.instant().minus(KEPT));
        storage.write((handle, journal) -> {
            batch.forEach((key, seen) -> handle.execute("""
                    insert into search_asked(hour, folded, hits, asked) values (?, ?, ?, ?)
                    on conflict(hour, folded) do update set
                      hits = excluded.hits, asked = search_asked.asked + excluded.asked
                    """, key.hour(), key.folded(), seen.hits(), seen.asked()));
            return handle.execute("delete from search_asked where hour < ?", oldest);
        });
    }

    /** What was asked most since then: anything, or only what found nothing. */
    List<AskedQuery> most(Instant since, boolean inVain, int limit) {
        return storage.read(handle -> handle.createQuery("""
                        select folded, sum(asked) as times, max(hits) as found from search_asked where hour >= :since
                        group by folded having sum(asked) >= :least and (max(hits) = 0 or :vain = 0)
                        order by times desc, folded limit :limit
                        """)
                .bind("since", hour(since))
                .bind("least", SHOWN_FROM)
                .bind("vain", inVain ? 1 : 0)
                .bind("limit", limit)
                .map((row, context) -> new AskedQuery(row.getString(1), row.getLong(2), row.getLong(3)))
                .list());
    }

    private static long hour(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), 3_600);
    }
}
