package org.pavilion.server.statistics;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;
import org.pavilion.server.storage.WriteLimit;

/** Counters in SQL. A visitor counts once because the mark's row can be inserted once. */
final class CountStore {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CHUNK = 200;
    private static final int HOURS = 24;

    private final Storage storage;
    private final Marks marks = new Marks(this);

    CountStore(Storage storage) {
        this.storage = storage;
    }

    record Count(long total, long unique) {}

    void define(String owner, Map<String, Text> metrics) {
        if (defined(owner).equals(metrics)) {
            return;
        }
        storage.write((handle, journal) -> {
            metrics.forEach((name, title) -> handle.execute("""
                    insert into statistics_metric(owner, name, title_zh, title_en) values (?, ?, ?, ?)
                    on conflict (owner, name) do update set title_zh = excluded.title_zh, title_en = excluded.title_en
                    """, owner, name, title.zh(), title.en()));
            return metrics.size();
        });
    }

    private Map<String, Text> defined(String owner) {
        return storage.read(handle -> handle.createQuery(
                        "select name, title_zh, title_en from statistics_metric where owner = ?")
                .bind(0, owner)
                .map((row, context) -> Map.entry(row.getString(1), new Text(row.getString(2), row.getString(3))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The key of a day, the same for every node; those older than the day before are forgotten with their marks. */
    byte[] salt(LocalDate day) {
        var fresh = new byte[32];
        RANDOM.nextBytes(fresh);
        String salt = storage.write((handle, journal) -> {
            var before = day.minusDays(1).toString();
            handle.execute("delete from statistics_salt where day < ?", before);
            handle.execute("delete from statistics_visitor where day < ?", before);
            handle.execute(
                    "insert into statistics_salt(day, salt) values (?, ?) on conflict do nothing",
                    day.toString(),
                    HexFormat.of().formatHex(fresh));
            return handle.createQuery("select salt from statistics_salt where day = ?")
                    .bind(0, day.toString())
                    .mapTo(String.class)
                    .one();
        });
        return HexFormat.of().parseHex(salt);
    }

    Count count(CountKey key) {
        return storage.read(handle -> handle.createQuery(
                        "select total, uniques from statistics_count where owner = ? and metric = ? and ref = ?")
                .bind(0, key.owner())
                .bind(1, key.metric())
                .bind(2, key.ref())
                .map((row, context) -> new Count(row.getLong(1), row.getLong(2)))
                .findOne()
                .orElse(new Count(0, 0)));
    }

    /** Stores in small writes and removes from the map what is stored, so that a retry adds nothing twice. */
    void add(Map<CountKey, Visits> gathered) {
        while (!gathered.isEmpty()) {
            var chunk = gathered.entrySet().stream()
                    .limit(CHUNK)
                    .map(Map.Entry::copyOf)
                    .toList();
            var rows = chunk.stream()
                    .map(each -> row(each.getKey(), each.getValue()))
                    .toList();
            storage.write((handle, journal) -> {
                long hour = journal.now().getEpochSecond() / 3600;
                rows.forEach(row -> add(handle, row, hour));
                return rows.size();
            });
            chunk.forEach(each -> gathered.remove(each.getKey()));
        }
    }

    /** One counter's share of a flush, with the marks made before the write begins. */
    private record Row(CountKey key, long calls, List<Mark> marks) {}

    private record Mark(String day, String mark) {}

    private Row row(CountKey key, Visits visits) {
        return new Row(
                key,
                visits.calls(),
                visits.seen().stream()
                        .map(seen -> new Mark(seen.day().toString(), marks.of(key, seen)))
                        .toList());
    }

    /** Every declared metric with its counts in the 24 hours from an instant on. */
    List<Day> day(Instant begin) {
        long first = begin.getEpochSecond() / 3600;
        return storage.read(handle -> {
            var counted = new HashMap<String, long[]>();
            handle.createQuery(
                            "select hour, owner, metric, total from statistics_hour where hour >= :first and hour < :last")
                    .bind("first", first)
                    .bind("last", first + HOURS)
                    .map((row, context) -> {
                        var hours = counted.computeIfAbsent(
                                row.getString("owner") + "/" + row.getString("metric"), key -> new long[HOURS]);
                        hours[(int) (row.getLong("hour") - first)] += row.getLong("total");
                        return hours;
                    })
                    .list();
            return handle.createQuery(
                            "select owner, name, title_zh, title_en from statistics_metric order by owner, name")
                    .map((row, context) -> new Day(
                            row.getString("owner"),
                            row.getString("name"),
                            new Text(row.getString("title_zh"), row.getString("title_en")),
                            Arrays.stream(counted.getOrDefault(
                                            row.getString("owner") + "/" + row.getString("name"), new long[HOURS]))
                                    .boxed()
                                    .toList()))
                    .list();
        });
    }

    private static void add(Handle handle, Row row, long hour) {
        long fresh = 0;
        for (var each : row.marks()) {
            fresh += handle.execute(
                    "insert into statistics_visitor(day, visitor) values (?, ?) on conflict do nothing",
                    each.day(),
                    each.mark());
            WriteLimit.restart();
        }
        handle.execute("""
                insert into statistics_count(owner, metric, ref, total, uniques) values (?, ?, ?, ?, ?)
                on conflict (owner, metric, ref) do update set
                    total = statistics_count.total + excluded.total,
                    uniques = statistics_count.uniques + excluded.uniques
                """, row.key().owner(), row.key().metric(), row.key().ref(), row.calls(), fresh);
        handle.execute("""
                insert into statistics_hour(hour, owner, metric, total) values (?, ?, ?, ?)
                on conflict (hour, owner, metric) do update set total = statistics_hour.total + excluded.total
                """, hour, row.key().owner(), row.key().metric(), row.calls());
    }
}
