package org.pavilion.server.storage;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Problem;

/** What a failed statement means for the write, for its neighbours and for the store. */
final class Failures {
    private static final int SQLITE_FULL = 13;

    /** NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB: SQLite may have ended the transaction by itself. */
    private static final Set<Integer> SQLITE_BROKEN = Set.of(7, 8, 10, 11, SQLITE_FULL, 14, 26);

    private static final Set<Integer> SQLITE_DAMAGED = Set.of(11, 26);

    private static final Set<String> AGAIN = Set.of("40001", "40P01");

    private Failures() {}

    /** Whether SQLite itself is in trouble, so that nothing of the open group can be trusted. */
    static boolean broken(Throwable failure) {
        return SQLITE_BROKEN.contains(code(failure));
    }

    static boolean full(Throwable failure) {
        return code(failure) == SQLITE_FULL;
    }

    /** Whether the file itself is damaged: no later write will mend it. */
    static boolean corrupt(Throwable failure) {
        return SQLITE_DAMAGED.contains(code(failure));
    }

    /** Whether PostgreSQL asks to run the same transaction again: serialisation failure or deadlock. */
    static boolean again(Throwable failure) {
        return sql(failure)
                .map(SQLException::getSQLState)
                .filter(AGAIN::contains)
                .isPresent();
    }

    /** SQLite's primary result code, or 0. */
    private static int code(Throwable failure) {
        return sql(failure).map(sql -> sql.getErrorCode() & 0xff).orElse(0);
    }

    /** The statement failure at the bottom of an exception, if there is one. */
    private static Optional<SQLException> sql(Throwable failure) {
        Optional<SQLException> deepest = Optional.empty();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                deepest = Optional.of(sql);
            }
        }
        return deepest;
    }

    static Problem busy() {
        return new Problem("storage.busy", 503, "too many requests wait for the store").retryAfter(1_000);
    }

    static Problem readOnly(Throwable cause) {
        return full(cause)
                ? new Problem("storage.full", 507, "the disk is full: nothing was stored")
                        .retryAfter(5_000)
                        .causedBy(cause)
                : new Problem("storage.broken", 503, "the store cannot write: nothing was stored")
                        .retryAfter(5_000)
                        .causedBy(cause);
    }

    /** For the neighbours of a write that took the whole group with it. */
    static Problem groupFailed(Throwable cause) {
        return broken(cause)
                ? readOnly(cause)
                : new Problem("storage.failed", 503, "the store failed before the commit: nothing was stored")
                        .retryAfter(1_000)
                        .causedBy(cause);
    }

    static Problem tooSlow(String owner) {
        return new Problem("storage.too-slow", 500, "a write of " + owner + " took more than 250 ms and was undone");
    }

    static Problem runaway(String owner) {
        return new Problem("storage.runaway", 500, "a write of " + owner + " did not end and was given up");
    }

    static Problem interrupted(InterruptedException cause) {
        return new Problem("storage.interrupted", 503, "interrupted before the store could be used").causedBy(cause);
    }

    static Problem stopped() {
        return new Problem("storage.closed", 503, "the store is closed");
    }
}
