package org.pavilion.server.audit;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Storage;
import org.pavilion.server.audit.Chain.Tail;
import org.pavilion.server.event.Event;

/** The SQL that appends: rows and the cursor move in one transaction. */
final class Writing {
    static final String CONSUMER = "core/audit";

    private final Storage storage;
    private final String epoch;

    Writing(Storage storage, String epoch) {
        this.storage = storage;
        this.epoch = epoch;
    }

    /** Where to read on; never beyond the log's end, which a restore may have moved. */
    long cursor(long head) {
        return storage.write((handle, journal) -> {
            handle.execute("""
                    insert into event_cursor(consumer, seq, epoch) values (?, 0, ?)
                    on conflict (consumer) do update set epoch = excluded.epoch""", CONSUMER, epoch);
            return Math.min(head, locked(handle));
        });
    }

    /** Appends the acts among the events and moves the cursor behind the last event; the chain's new end. */
    Tail append(List<Event> events) {
        return storage.write((handle, journal) -> {
            var cursor = locked(handle);
            var tail = tail(handle);
            for (var event : events) {
                if (event.seq() > cursor && Administrative.act(event.type())) {
                    var row = Chain.next(tail, event);
                    insert(handle, row);
                    tail = Tail.of(row);
                }
            }
            handle.execute(
                    "update event_cursor set seq = ? where consumer = ? and seq < ?",
                    events.getLast().seq(),
                    CONSUMER,
                    events.getLast().seq());
            return tail;
        });
    }

    Tail tail() {
        return storage.read(Writing::tail);
    }

    Optional<String> hashAt(long n) {
        return storage.read(handle -> handle.createQuery("select hash from audit_row where n = ?")
                .bind(0, n)
                .mapTo(String.class)
                .findOne());
    }

    /** Rows after one position of the chain, with the log's position that is read by now. */
    List<Tail> after(long n, int limit) {
        return storage.read(
                handle -> handle.createQuery("select n, seq, hash from audit_row where n > ? order by n limit ?")
                        .bind(0, n)
                        .bind(1, limit)
                        .mapTo(Tail.class)
                        .list());
    }

    /** The cursor, with its row locked to the end of the write: two nodes never chain at once. */
    private static long locked(Handle handle) {
        return handle.createQuery("update event_cursor set seq = seq where consumer = ? returning seq")
                .bind(0, CONSUMER)
                .mapTo(Long.class)
                .one();
    }

    private static Tail tail(Handle handle) {
        return handle.createQuery("select n, seq, hash from audit_row order by n desc limit 1")
                .mapTo(Tail.class)
                .findOne()
                .orElse(Tail.NONE);
    }

    private static void insert(Handle handle, AuditRow row) {
        handle.execute(
                """
                insert into audit_row(n, seq, at, actor, action, subject, digest, prev_hash, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                row.n(),
                row.seq(),
                row.at(),
                row.actor(),
                row.action(),
                row.subject(),
                row.digest(),
                row.prevHash(),
                row.hash());
    }
}
