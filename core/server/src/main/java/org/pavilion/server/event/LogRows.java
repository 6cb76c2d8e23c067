package org.pavilion.server.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.pavilion.api.Ref;
import org.pavilion.server.storage.StorageMount;

/** The SQL of the log and of the cursors in it. */
final class LogRows {
    private final StorageMount storage;
    private final String epoch;

    LogRows(StorageMount storage, String epoch) {
        this.storage = storage;
        this.epoch = epoch;
    }

    List<Event> after(long seq, int limit) {
        return storage.read(handle ->
                events(handle.createQuery("""
                        select seq, id, at, type, subject, actor, body from event_log
                        where seq > ? order by seq limit ?""").bind(0, seq).bind(1, limit)).list());
    }

    List<Event> ofType(String type, long after, int limit) {
        return storage.read(handle -> events(
                        handle.createQuery("""
                        select seq, id, at, type, subject, actor, body from event_log
                        where type = ? and seq > ? order by seq limit ?""").bind(0, type).bind(1, after).bind(2, limit))
                .list());
    }

    /** The types that occur in a stretch of the log, each with its last position. */
    Map<String, Long> types(long after, long upTo) {
        return storage.read(handle -> handle.createQuery(
                        "select type, max(seq) as seq from event_log where seq > ? and seq <= ? group by type")
                .bind(0, after)
                .bind(1, upTo)
                .reduceRows(new java.util.HashMap<String, Long>(), (types, row) -> {
                    types.put(row.getColumn("type", String.class), row.getColumn("seq", Long.class));
                    return types;
                }));
    }

    Optional<Long> seqOf(String eventId) {
        return storage.read(handle -> handle.createQuery("select seq from event_log where id = ?")
                .bind(0, eventId)
                .mapTo(Long.class)
                .findOne());
    }

    /** The consumer's place, made at the log's end when it is new; never beyond that end. */
    long cursor(String consumer) {
        return storage.write((handle, journal) -> {
            long head = handle.createQuery("select coalesce(max(seq), 0) from event_log")
                    .mapTo(Long.class)
                    .one();
            handle.execute("""
                    insert into event_cursor(consumer, seq, epoch) values (?, ?, ?)
                    on conflict (consumer) do update set epoch = excluded.epoch,
                      seq = case when event_cursor.seq > excluded.seq then excluded.seq else event_cursor.seq end""", consumer, head, epoch);
            return handle.createQuery("select seq from event_cursor where consumer = ?")
                    .bind(0, consumer)
                    .mapTo(Long.class)
                    .one();
        });
    }

    void move(String consumer, long seq) {
        storage.write((handle, journal) ->
                handle.execute("update event_cursor set seq = ? where consumer = ? and seq < ?", seq, consumer, seq));
    }

    void park(String consumer, long seq, String error) {
        storage.write((handle, journal) -> handle.execute("""
                insert into event_parked(consumer, seq, error, at) values (?, ?, ?, ?)
                on conflict (consumer, seq) do nothing""", consumer, seq, error, journal.now()));
    }

    private static ResultIterable<Event> events(Query query) {
        return query.map((row, context) -> new Event(
                row.getLong(1),
                row.getString(2),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getString(4),
                Ref.of(row.getString(5)),
                Ref.of(row.getString(6)),
                row.getString(7)));
    }
}
