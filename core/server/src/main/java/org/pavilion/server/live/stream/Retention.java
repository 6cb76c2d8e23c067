package org.pavilion.server.live.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;

/** Lets go of the oldest pieces: past their age, or when all together take too much of the disk. */
final class Retention {
    private static final Duration UNLISTED = Duration.ofHours(1);
    private static final int AT_ONCE = 500;
    private static final String COLUMNS = "select room, site, track, n, file, size from live_piece ";

    private final Storage storage;
    private final Reel reel;
    private final IntSupplier days;
    private final IntSupplier gigabytes;

    /** A piece that may go. */
    record Old(Ref room, String site, String track, long n, String file, long size) {}

    /**
     * Keeps what is younger than so many days, and so many gigabytes of it.
     *
     * @param days 0 for ever
     * @param gigabytes 0 for as much as the disk holds
     */
    Retention(Storage storage, Reel reel, IntSupplier days, IntSupplier gigabytes) {
        this.storage = storage;
        this.reel = reel;
        this.days = days;
        this.gigabytes = gigabytes;
    }

    /** Removes some of what may go; returns how many pieces. */
    int sweep(Instant now) {
        var old = storage.read(handle -> old(handle, now));
        if (old.isEmpty()) {
            return 0;
        }
        storage.write((handle, journal) -> {
            var batch = handle.prepareBatch(
                    "delete from live_piece where room = :room and site = :site and track = :track and n = :n");
            old.forEach(each -> batch.bind("room", each.room())
                    .bind("site", each.site())
                    .bind("track", each.track())
                    .bind("n", each.n())
                    .add());
            return batch.execute().length;
        });
        old.forEach(each -> reel.drop(each.room(), each.site(), each.track(), each.file()));
        return old.size();
    }

    private List<Old> old(Handle handle, Instant now) {
        int most = days.getAsInt();
        var aged = handle.createQuery(
                        COLUMNS + "where (place is null and at < :unlisted) or at < :aged order by at limit :limit")
                .bind("unlisted", now.minus(UNLISTED))
                .bind("aged", most == 0 ? Instant.EPOCH : now.minus(Duration.ofDays(most)))
                .bind("limit", AT_ONCE)
                .mapTo(Old.class)
                .list();
        return aged.isEmpty() ? excess(handle) : aged;
    }

    private List<Old> excess(Handle handle) {
        long most = gigabytes.getAsInt() * 1_000_000_000L;
        long all = handle.createQuery("select coalesce(sum(size), 0) from live_piece")
                .mapTo(Long.class)
                .one();
        if (most == 0 || all <= most) {
            return List.of();
        }
        long[] over = {all - most};
        return handle
                .createQuery(COLUMNS + "order by at limit :limit")
                .bind("limit", AT_ONCE)
                .mapTo(Old.class)
                .list()
                .stream()
                .takeWhile(each -> {
                    boolean still = over[0] > 0;
                    over[0] -= each.size();
                    return still;
                })
                .toList();
    }
}
