package org.pavilion.server.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Problem;
import org.pavilion.server.telemetry.Telemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue in front of the writer thread, and what keeps one thread at work behind it: the watch
 * interrupts slow jobs, replaces a thread that does not come back, and ends the read-only mode when
 * the disk takes writes again.
 */
final class SqliteWriter implements Shift.Events {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteWriter.class);
    private static final int QUEUE = 8192;
    private static final long TICK_MILLIS = 50;
    private static final long PROBE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long ROOM_TO_WRITE = 4 << 20;
    private static final long WAL_WORTH_TRUNCATING = 4 << 20;

    private final BlockingQueue<Job<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final List<LongConsumer> nudges = new CopyOnWriteArrayList<>();
    private final SqliteFile file;
    private final Telemetry telemetry;
    private final Consumer<String> runaway;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("storage-watch").factory());

    private final ScheduledFuture<?> ticking;
    private final Object lock = new Object();
    private volatile @Nullable Shift shift;
    private volatile @Nullable Throwable trouble;
    private volatile boolean closed;
    private int shifts;
    private long probed;

    SqliteWriter(SqliteFile file, Telemetry telemetry, Consumer<String> runaway) throws SQLException {
        this.file = file;
        this.telemetry = telemetry;
        this.runaway = runaway;
        startShift();
        ticking = watch.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void onCommit(LongConsumer nudge) {
        nudges.add(nudge);
    }

    <T> T submit(Job<T> job) throws Exception {
        if (closed) {
            throw Failures.stopped();
        }
        var cause = trouble;
        if (cause != null) {
            throw Failures.readOnly(cause);
        }
        if (!queue.offer(job)) {
            throw Failures.busy();
        }
        if (closed && job.claim()) {
            throw Failures.stopped();
        }
        return job.await();
    }

    int queued() {
        return queue.size();
    }

    boolean alive() {
        var now = shift;
        return now != null && now.alive();
    }

    @Nullable
    Throwable trouble() {
        return trouble;
    }

    void close() {
        closed = true;
        ticking.cancel(false);
        watch.shutdown();
        synchronized (lock) {
            var last = shift;
            if (last != null) {
                last.end();
                queue.offer(new Job<>("core", Actors.SYSTEM, false, nothing -> true));
                try {
                    last.join(10_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                closeQuietly(last.connection());
            }
        }
        refuseQueued(Failures.stopped());
    }

    @Override
    public void committed(long head) {
        nudges.forEach(nudge -> nudge.accept(head));
    }

    @Override
    public void failed(Shift failed, Throwable cause) {
        LOG.error("the open group of writes was lost", cause);
        synchronized (lock) {
            if (failed != shift || closed) {
                return;
            }
            shift = null;
            closeQuietly(failed.connection());
            if (Failures.broken(cause)) {
                trouble = cause;
                refuseQueued(Failures.readOnly(cause));
                LOG.error("the store is read-only until the disk takes writes again");
            } else {
                tryStartShift();
            }
        }
    }

    @Override
    public void idle(Connection connection) throws SQLException {
        if (file.walBytes() > WAL_WORTH_TRUNCATING) {
            // Without waiting for readers: the next idle second will do as well.
            SqliteFile.execute(connection, "pragma busy_timeout = 0");
            SqliteFile.execute(connection, "pragma wal_checkpoint(truncate)");
            SqliteFile.execute(connection, "pragma busy_timeout = 5000");
        }
    }

    private void tick() {
        try {
            var now = shift;
            if (now == null) {
                probe();
                return;
            }
            var lost = now.clock().look();
            if (lost != null) {
                giveUp(now, lost);
            }
        } catch (RuntimeException e) {
            LOG.error("the watch over the writer failed", e);
        }
    }

    private void giveUp(Shift lost, Job<?> job) {
        LOG.error("a write of {} does not end; its thread is given up and a new writer starts", job.owner());
        synchronized (lock) {
            var others = Failures.groupFailed(new Problem("storage.neighbour", 503, "another write did not end"));
            job.fail(Failures.runaway(job.owner()));
            lost.accountable().forEach(each -> each.fail(others));
            // On a thread of its own: a statement that ignores its interrupt holds the driver's lock.
            var closing =
                    Thread.ofPlatform().daemon().name("storage-close").start(() -> closeQuietly(lost.connection()));
            try {
                closing.join(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            shift = null;
            tryStartShift();
        }
        runaway.accept(job.owner());
    }

    /** Tries a write of its own now and then while the store is read-only. */
    private void probe() {
        var now = System.nanoTime();
        if (closed || now - probed < PROBE_NANOS) {
            return;
        }
        probed = now;
        if (!mayRecover()) {
            return;
        }
        synchronized (lock) {
            if (shift == null && !closed) {
                tryStartShift();
            }
        }
    }

    private boolean mayRecover() {
        var cause = trouble;
        if (cause != null && Failures.corrupt(cause)) {
            return false;
        }
        try {
            return Files.getFileStore(file.path()).getUsableSpace() > ROOM_TO_WRITE;
        } catch (IOException e) {
            LOG.warn("the disk does not answer", e);
            return false;
        }
    }

    private void tryStartShift() {
        try {
            startShift();
            if (trouble != null) {
                trouble = null;
                LOG.info("the store takes writes again");
            }
        } catch (SQLException e) {
            trouble = e;
            refuseQueued(Failures.readOnly(e));
            LOG.warn("the store cannot write: {}", e.getMessage());
        }
    }

    private void startShift() throws SQLException {
        var connection = file.writer();
        try {
            if (trouble != null) {
                SqliteFile.execute(connection, "begin immediate");
                SqliteFile.execute(connection, "update core_epoch set id = id");
                SqliteFile.execute(connection, "commit");
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        var next = new Shift(queue, connection, this, telemetry, ++shifts);
        shift = next;
        next.begin();
    }

    private void refuseQueued(Problem problem) {
        for (Job<?> job = queue.poll(); job != null; job = queue.poll()) {
            job.fail(problem);
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("a connection did not close: {}", e.getMessage());
        }
    }
}
