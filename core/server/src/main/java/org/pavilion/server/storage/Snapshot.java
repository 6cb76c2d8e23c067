package org.pavilion.server.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.pavilion.api.Problem;
import org.pavilion.api.Storage;
import org.pavilion.server.settings.ServerSettings;

/**
 * Everything a store holds at one moment, on a connection of its own: whether or not a server runs on
 * it, and without a word to that server. Changes are refused.
 *
 * <p>On SQLite a snapshot keeps the write-ahead log from being cut while it is open, so close it soon
 * and never stream from it to a client.
 */
public final class Snapshot implements AutoCloseable {
    private final Connection connection;
    private final Dialect dialect;
    private final Jdbi jdbi = Rows.jdbi();

    private Snapshot(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Opens the store that the settings name; one that does not exist is {@code storage.missing}. */
    public static Snapshot of(ServerSettings settings) {
        try {
            return settings.store().isPresent() ? postgres(settings.store().get()) : sqlite(settings);
        } catch (SQLException e) {
            throw new Problem("storage.unusable", 500, "the database does not open: " + e.getMessage()).causedBy(e);
        }
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Reads; as often as wanted, always the same moment. */
    @SuppressWarnings("unchecked") // work throws X or something unchecked
    public <T, X extends Exception> T read(Storage.Read<T, X> work) throws X {
        try {
            return Running.reading(connection).run(Actors.current(), () -> {
                try (var handle = jdbi.open()) {
                    return work.run(handle);
                }
            });
        } catch (Exception e) {
            throw (X) e;
        }
    }

    /** The tables with what they hold, but for the store's own and those the caller leaves out. */
    public List<TableShape> tables(Predicate<String> wanted) {
        return sql(() -> Tables.of(connection, dialect, name -> !Refilling.OWN.contains(name) && wanted.test(name)));
    }

    public long count(TableShape table) {
        return sql(() -> new TableReader(connection, dialect).count(table));
    }

    public void rows(TableShape table, RowSink sink) throws IOException {
        try {
            new TableReader(connection, dialect).read(table, sink);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Every script that made the schema, the core's first. */
    public List<KeptScript> scripts() {
        return read(handle -> handle.createQuery("""
                        select owner, prefix, name, script as sql from schema_script
                        order by case owner when 'core' then 0 else 1 end, owner, version, name""").mapTo(KeptScript.class).list());
    }

    /** Owners whose schema is older than the keeping of scripts: they have to start once. */
    public List<String> ownersWithoutScripts() {
        return read(handle -> handle.createQuery("""
                        select distinct h.owner from schema_history h left join schema_script s
                        on s.owner = h.owner and s.name = h.name where s.name is null order by 1""").mapTo(String.class).list());
    }

    public String epoch() {
        return read(handle -> handle.createQuery("select id from core_epoch where one = 1")
                .mapTo(String.class)
                .one());
    }

    /** The last place in the log, with what waits for its own on PostgreSQL. */
    public long head() {
        return read(handle -> handle.createQuery(
                        "select (select coalesce(max(seq), 0) from event_log) + (select count(*) from event_outbox)")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @FunctionalInterface
    private interface Asking<T> {
        T run() throws SQLException;
    }

    private static <T> T sql(Asking<T> asking) {
        try {
            return asking.run();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Problem failed(SQLException e) {
        return new Problem("storage.failed", 503, "the database does not answer: " + e.getMessage()).causedBy(e);
    }

    private static Snapshot sqlite(ServerSettings settings) throws SQLException {
        var data = settings.data();
        if (!Files.exists(data.resolve("pavilion.db"))) {
            throw new Problem("storage.missing", 404, "there is no database in " + data.toAbsolutePath());
        }
        var connection = SqliteFile.in(data).reader();
        return begun(new Snapshot(connection, Dialect.SQLITE), Dialect.SQLITE.beginRead());
    }

    private static Snapshot postgres(String url) throws SQLException {
        var properties = new Properties();
        properties.setProperty("ApplicationName", "pavilion-snapshot");
        var connection = DriverManager.getConnection(url, properties);
        // The driver hands rows over piece by piece only when it owns the transaction.
        connection.setAutoCommit(false);
        return begun(
                new Snapshot(connection, Dialect.POSTGRES),
                "set transaction isolation level repeatable read, read only");
    }

    /** A transaction begins to see at its first query, not at its begin. */
    private static Snapshot begun(Snapshot snapshot, String begin) throws SQLException {
        try (var statement = snapshot.connection.createStatement()) {
            statement.execute(begin);
            try (var rows = statement.executeQuery("select count(*) from schema_history")) {
                rows.next();
            }
            return snapshot;
        } catch (SQLException e) {
            snapshot.close();
            throw e;
        }
    }
}
