package org.pavilion.server.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applause and the like: counted in memory, told with the tick, stored as sums of a minute. A crash
 * may lose the last second of them, which no viewer was promised.
 */
final class Reactions implements AutoCloseable {
    static final List<String> KINDS = List.of("clap", "heart", "laugh", "wow", "question", "thumb");
    static final int MOST_AT_ONCE = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Reactions.class);
    private static final long MINUTE_MS = 60_000;
    private static final long FLUSH_MS = 1_000;

    private final Storage storage;
    private final Map<Ref, Map<String, Long>> totals = new ConcurrentHashMap<>();
    private final Map<Sum, Long> unstored = new HashMap<>();
    private @Nullable Future<?> flushing;
    private final ScheduledExecutorService flusher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-reactions").factory());

    Reactions(Storage storage) {
        this.storage = storage;
    }

    private record Sum(Ref room, long minute, String kind) {}

    /** Adds and returns the new total of this kind. */
    long add(Ref room, String kind, int n, Instant now) {
        if (!KINDS.contains(kind)) {
            throw Problem.invalid("/kind", "one of " + String.join(", ", KINDS) + " is required");
        }
        if (n < 1 || n > MOST_AT_ONCE) {
            throw Problem.invalid("/n", "1 to " + MOST_AT_ONCE + " at once");
        }
        var sums = counted(room);
        synchronized (unstored) {
            if (unstored.isEmpty()) {
                flushSoon();
            }
            unstored.merge(new Sum(room, now.toEpochMilli() / MINUTE_MS, kind), (long) n, Long::sum);
        }
        return sums.merge(kind, (long) n, Long::sum);
    }

    /** Totals by kind. */
    Map<String, Long> totals(Ref room) {
        return new TreeMap<>(counted(room));
    }

    /** Sums of the minutes that the span touches, by minute and kind. */
    Map<Long, Map<String, Long>> minutes(Handle handle, Ref room, Instant from, Instant to) {
        var minutes = new TreeMap<Long, Map<String, Long>>();
        handle.createQuery("""
                        select minute, kind, n from live_reaction
                        where room = :room and minute >= :from and minute <= :to order by minute, kind""")
                .bind("room", room)
                .bind("from", from.toEpochMilli() / MINUTE_MS)
                .bind("to", to.toEpochMilli() / MINUTE_MS)
                .map((row, context) -> new Stored(row.getLong(1), row.getString(2), row.getLong(3)))
                .forEach(each -> minutes.computeIfAbsent(each.minute(), minute -> new TreeMap<>())
                        .put(each.kind(), each.n()));
        return minutes;
    }

    private record Stored(long minute, String kind, long n) {}

    private Map<String, Long> counted(Ref room) {
        return totals.computeIfAbsent(
                room,
                key -> storage.read(handle -> {
                    var sums = new ConcurrentHashMap<String, Long>();
                    handle.createQuery("select kind, sum(n) as n from live_reaction where room = :room group by kind")
                            .bind("room", room)
                            .map((row, context) -> new Stored(0, row.getString(1), row.getLong(2)))
                            .forEach(each -> sums.put(each.kind(), each.n()));
                    return sums;
                }));
    }

    /** Stores what was counted since the last time; what fails is tried again with the next. */
    void flush() {
        Map<Sum, Long> now;
        synchronized (unstored) {
            now = Map.copyOf(unstored);
            unstored.clear();
        }
        if (now.isEmpty()) {
            return;
        }
        try {
            storage.write((handle, journal) -> {
                now.forEach((sum, n) -> handle.execute("""
                        insert into live_reaction(room, minute, kind, n) values (?, ?, ?, ?)
                        on conflict (room, minute, kind) do update set n = live_reaction.n + excluded.n""", sum.room().toString(), sum.minute(), sum.kind(), n));
                return now.size();
            });
        } catch (RuntimeException e) {
            LOG.warn("{} sums of reactions could not be stored yet: {}", now.size(), e.getMessage());
            synchronized (unstored) {
                if (unstored.isEmpty() && !flusher.isShutdown()) {
                    flushSoon();
                }
                now.forEach((sum, n) -> unstored.merge(sum, n, Long::sum));
            }
        }
    }

    private void flushSoon() {
        flushing = flusher.schedule(this::flush, FLUSH_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        synchronized (unstored) {
            if (flushing != null) {
                flushing.cancel(false);
            }
            flusher.shutdown();
        }
        flush();
    }
}
