package org.pavilion.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pavilion.server.telemetry.Telemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConnection;

/**
 * One writer thread with its own connection. It takes whatever waits (at most 512 jobs), runs each in
 * a savepoint and makes all of them durable with one commit; the sync gathers the next group.
 *
 * <p>A shift ends when its connection cannot be trusted any more; {@link SqliteWriter} starts the next.
 */
final class Shift implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Shift.class);
    private static final int GROUP = 512;

    /** A group commits after this time even when more jobs wait, so that slow neighbours cost little. */
    private static final long GROUP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final BlockingQueue<Job<?>> queue;
    private final Connection connection;
    private final Events events;
    private final Telemetry telemetry;
    private final JobClock clock;
    private final Thread thread;

    /** Jobs taken off the queue, in order; those of the open group come first. */
    private final Deque<Job<?>> taken = new ArrayDeque<>();

    /** Every job taken since the last commit, for whoever has to answer for them when this shift is given up. */
    private volatile List<Job<?>> accountable = List.of();

    private volatile boolean ending;

    /** What a shift tells its writer. */
    interface Events {
        /** A group with events is durable; {@code head} is the last of them. */
        void committed(long head);

        /** The connection cannot be trusted; the thread ends. */
        void failed(Shift shift, Throwable cause);

        /** Nothing to do for a second. */
        void idle(Connection connection) throws SQLException;
    }

    Shift(BlockingQueue<Job<?>> queue, Connection connection, Events events, Telemetry telemetry, int number) {
        this.queue = queue;
        this.connection = connection;
        this.events = events;
        this.telemetry = telemetry;
        this.thread =
                Thread.ofPlatform().daemon().name("storage-writer-" + number).unstarted(this);
        this.clock = new JobClock(thread, this::interrupt);
    }

    void begin() {
        thread.start();
    }

    /** Finishes the jobs that were taken and ends. */
    void end() {
        ending = true;
    }

    boolean alive() {
        return thread.isAlive();
    }

    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }

    JobClock clock() {
        return clock;
    }

    List<Job<?>> accountable() {
        return accountable;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void run() {
        try {
            while (!ending || !queue.isEmpty() || !taken.isEmpty()) {
                if (take()) {
                    group();
                } else {
                    events.idle(connection);
                }
            }
        } catch (Throwable e) {
            // Also an Error: a dead writer must be replaced and its callers answered, whatever killed it.
            if (!clock.abandoned()) {
                var problem = Failures.groupFailed(e);
                // First the store knows, then the callers: what they see next is already the new state.
                events.failed(this, e);
                accountable.forEach(job -> job.fail(problem));
            }
        }
    }

    private boolean take() throws InterruptedException {
        if (taken.isEmpty()) {
            var first = ending ? queue.poll() : queue.poll(1, TimeUnit.SECONDS);
            if (first == null) {
                return false;
            }
            taken.add(first);
        }
        queue.drainTo(taken, GROUP - taken.size());
        accountable = List.copyOf(taken);
        return true;
    }

    private void group() throws Exception {
        var started = System.nanoTime();
        var done = new ArrayList<Job<?>>(taken.size());
        var appended = false;
        execute("begin immediate");
        while (!taken.isEmpty() && System.nanoTime() - started < GROUP_NANOS) {
            var job = taken.element();
            if (job.exclusive() && !done.isEmpty()) {
                break;
            }
            taken.remove();
            if (!job.claim()) {
                continue;
            }
            var transaction = new Transaction(connection, Dialect.SQLITE);
            if (run(job, transaction)) {
                done.add(job);
                appended |= transaction.events() > 0;
            }
            if (job.exclusive()) {
                break;
            }
        }
        var head = appended ? head() : 0;
        execute("commit");
        if (clock.abandoned()) {
            return;
        }
        telemetry.count("storage_commits");
        if (appended) {
            events.committed(head);
        }
        done.forEach(Job::acknowledge);
        accountable = List.copyOf(taken);
    }

    /** Runs one job in its savepoint; throws only when the whole group is lost. */
    private boolean run(Job<?> job, Transaction transaction) throws Exception {
        execute("savepoint job");
        var started = System.nanoTime();
        var failure = attempt(job, transaction);
        var nanos = System.nanoTime() - started;
        telemetry.seconds("storage_write", nanos / 1e9, "owner", job.owner());
        if (nanos > SLOW_NANOS && !job.exclusive()) {
            LOG.debug("a write of {} held the writer for {} ms", job.owner(), nanos / 1_000_000);
        }
        if (failure == null) {
            execute("release job");
            return true;
        }
        if (clock.abandoned()) {
            throw new SQLException("given up");
        }
        if (Failures.broken(failure)) {
            throw new SQLException("a statement broke the group", failure);
        }
        try {
            execute("rollback to job");
            execute("release job");
        } catch (SQLException e) {
            job.fail(failure);
            e.addSuppressed(failure);
            throw e;
        }
        job.fail(failure);
        return false;
    }

    /** What went wrong, or null. Anything a plugin can throw is caught here: it costs its own job only. */
    private @Nullable Throwable attempt(Job<?> job, Transaction transaction) {
        if (!job.exclusive()) {
            clock.start(job);
        }
        try {
            job.run(Running.writing(connection, clock::restart), transaction);
            return clock.stop() ? Failures.tooSlow(job.owner()) : null;
        } catch (Throwable e) {
            return clock.stop() ? Failures.tooSlow(job.owner()).causedBy(e) : e;
        }
    }

    private long head() throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select max(seq) from event_log")) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    private void execute(String sql) throws SQLException {
        SqliteFile.execute(connection, sql);
    }

    private void interrupt() {
        thread.interrupt();
        try {
            connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
        } catch (SQLException e) {
            LOG.warn("the running statement could not be interrupted", e);
        }
    }
}
