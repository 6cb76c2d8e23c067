package org.pavilion.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.pavilion.api.Problem;
import org.pavilion.server.telemetry.Telemetry;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** PostgreSQL through a pool: transactions run on the caller's thread, again after a conflict. */
final class PostgresEngine implements Engine {
    private static final int ATTEMPTS = 5;
    private static final String SESSION = """
            set statement_timeout = '5s';
            set idle_in_transaction_session_timeout = '10s';
            set default_transaction_isolation = 'read committed'""";

    private final HikariDataSource pool;
    private final Telemetry telemetry;
    private final List<LongConsumer> nudges = new CopyOnWriteArrayList<>();

    PostgresEngine(String url, Telemetry telemetry) {
        var config = new HikariConfig();
        config.setPoolName("storage");
        config.setJdbcUrl(url);
        config.setDriverClassName("org.postgresql.Driver");
        config.setMaximumPoolSize(2 * Runtime.getRuntime().availableProcessors() + 2);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        config.setConnectionInitSql(SESSION);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "pavilion");
        config.setThreadFactory(PostgresEngine::ownThread);
        this.pool = new HikariDataSource(config);
        this.telemetry = telemetry;
    }

    /** The pool starts threads while it serves a plugin's call; they must not keep that plugin's class loader. */
    private static Thread ownThread(Runnable work) {
        var thread = new Thread(work, "storage pool");
        thread.setDaemon(true);
        thread.setContextClassLoader(PostgresEngine.class.getClassLoader());
        return thread;
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRES;
    }

    @Override
    public <T> T read(Reading<T> work) throws Exception {
        Running.refuseNesting();
        try (var connection = lend()) {
            return transaction(
                    connection, Dialect.POSTGRES.beginRead(), Running.reading(connection), () -> work.run(connection));
        }
    }

    @Override
    public <T> T write(String owner, Transaction.Work<T> work) throws Exception {
        Running.refuseNesting();
        var started = System.nanoTime();
        try {
            return repeated(work);
        } finally {
            telemetry.seconds("storage_write", (System.nanoTime() - started) / 1e9, "owner", owner);
        }
    }

    @Override
    public <T> T exclusive(Transaction.Work<T> work) throws Exception {
        Running.refuseNesting();
        return once(transaction -> {
            // Several nodes may start together: one migrates, the others find the work done.
            execute(transaction.connection(), "set local statement_timeout = 0");
            execute(
                    transaction.connection(),
                    "select pg_advisory_xact_lock(hashtext('pavilion.migrate'), hashtext(current_schema()))");
            return work.run(transaction);
        });
    }

    @Override
    public void onCommit(LongConsumer nudge) {
        nudges.add(nudge);
    }

    @Override
    public Outbox outbox() {
        return Outbox.open(pool.getJdbcUrl());
    }

    @Override
    public StoreHealth health() {
        var waiting = pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
        return new StoreHealth(Dialect.POSTGRES, true, true, waiting, 0, 0, Optional.empty());
    }

    @Override
    public void scrub() {
        // Its files are the database server's; what was deleted goes with the next vacuum.
    }

    @Override
    public void close() {
        pool.close();
    }

    private <T> T repeated(Transaction.Work<T> work) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (Exception e) {
                if (attempt == ATTEMPTS || !Failures.again(e)) {
                    throw e;
                }
                telemetry.count("storage_retries");
                LockSupport.parkNanos(
                        ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(5L << attempt)));
            }
        }
    }

    private <T> T once(Transaction.Work<T> work) throws Exception {
        try (var connection = lend()) {
            var transaction = new Transaction(connection, Dialect.POSTGRES);
            var result = transaction(
                    connection,
                    Dialect.POSTGRES.beginWrite(),
                    Running.writing(connection, () -> {}),
                    () -> work.run(transaction));
            if (transaction.events() > 0) {
                nudges.forEach(nudge -> nudge.accept(0));
            }
            return result;
        }
    }

    private static <T> T transaction(
            Connection connection, String begin, Running running, java.util.concurrent.Callable<T> work)
            throws Exception {
        execute(connection, begin);
        try {
            var result = running.run(Actors.current(), work);
            refuseSwallowed(connection);
            execute(connection, "commit");
            return result;
        } catch (Throwable e) {
            rollback(connection, e);
            throw e;
        }
    }

    /** After a failed statement PostgreSQL answers a commit with a silent rollback. */
    private static void refuseSwallowed(Connection connection) throws SQLException {
        if (connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
            throw new Problem("storage.aborted", 500, "a statement failed in the write, which went on regardless");
        }
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            execute(connection, "rollback");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private Connection lend() throws SQLException {
        try {
            return pool.getConnection();
        } catch (SQLTransientConnectionException e) {
            throw Failures.busy().causedBy(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
