package org.pavilion.server.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;

/** Objects whose source failed, to be asked again with growing pauses; survives a restart. */
final class Retries {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MAX_DOUBLINGS = 9;
    private static final int BATCH = 50;
    private static final int MAX_REASON = 300;

    private final Storage storage;

    Retries(Storage storage) {
        this.storage = storage;
    }

    void failed(Ref object, String reason) {
        storage.write((handle, journal) -> {
            int attempts = handle.createQuery("select attempts from search_retry where object = ?")
                    .bind(0, object.toString())
                    .mapTo(Integer.class)
                    .findOne()
                    .orElse(0);
            long next = journal.now()
                    .plus(FIRST.multipliedBy(1L << Math.min(attempts, MAX_DOUBLINGS)))
                    .toEpochMilli();
            return handle.execute(
                    """
                    insert into search_retry(object, attempts, next_at, reason) values (?, ?, ?, ?)
                    on conflict(object) do update set
                      attempts = excluded.attempts, next_at = excluded.next_at, reason = excluded.reason
                    """,
                    object.toString(),
                    attempts + 1,
                    next,
                    reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason);
        });
    }

    List<Ref> due(Instant now) {
        return storage.read(handle -> handle.createQuery(
                        "select object from search_retry where next_at <= ? order by next_at limit ?")
                .bind(0, now.toEpochMilli())
                .bind(1, BATCH)
                .mapTo(String.class)
                .map(Ref::of)
                .list());
    }

    void done(Ref object) {
        storage.write(
                (handle, journal) -> handle.execute("delete from search_retry where object = ?", object.toString()));
    }

    long waiting() {
        return storage.read(handle -> handle.createQuery("select count(*) from search_retry")
                .mapTo(Long.class)
                .one());
    }
}
