package org.pavilion.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SQLite's read connections: at most twice as many as cores, each one snapshot at a time. */
final class ReadPool {
    private static final Logger LOG = LoggerFactory.getLogger(ReadPool.class);

    private final SqliteFile file;
    private final int size = 2 * Runtime.getRuntime().availableProcessors();
    private final Semaphore permits = new Semaphore(size);
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Map<Connection, Long> startedAt = new ConcurrentHashMap<>();
    private volatile boolean closed;

    ReadPool(SqliteFile file) {
        this.file = file;
    }

    <T> T read(Engine.Reading<T> work) throws Exception {
        acquire();
        try {
            return onSnapshot(work);
        } finally {
            permits.release();
        }
    }

    /** Age of the longest running read in milliseconds. */
    long oldestMs() {
        var now = System.nanoTime();
        return startedAt.values().stream()
                .mapToLong(start -> TimeUnit.NANOSECONDS.toMillis(now - start))
                .max()
                .orElse(0);
    }

    void close() {
        closed = true;
        try {
            if (!permits.tryAcquire(size, 5, TimeUnit.SECONDS)) {
                LOG.warn("a read of {} ms is still running while the store closes", oldestMs());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (var connection = idle.poll(); connection != null; connection = idle.poll()) {
            end(connection);
        }
    }

    private void acquire() {
        try {
            if (!permits.tryAcquire(5, TimeUnit.SECONDS)) {
                throw Failures.busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.interrupted(e);
        }
    }

    private <T> T onSnapshot(Engine.Reading<T> work) throws Exception {
        if (closed) {
            throw Failures.stopped();
        }
        var pooled = idle.pollFirst();
        var connection = pooled == null ? file.reader() : pooled;
        startedAt.put(connection, System.nanoTime());
        var sound = false;
        try {
            SqliteFile.execute(connection, Dialect.SQLITE.beginRead());
            try {
                return Running.reading(connection).run(Actors.current(), () -> work.run(connection));
            } finally {
                SqliteFile.execute(connection, "rollback");
                sound = true;
            }
        } finally {
            startedAt.remove(connection);
            if (sound) {
                idle.addFirst(connection);
            } else {
                end(connection);
            }
        }
    }

    private static void end(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("a read connection did not close: {}", e.getMessage());
        }
    }
}
