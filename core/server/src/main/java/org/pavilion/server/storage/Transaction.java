package org.pavilion.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One write as the engine sees it: its connection, its instant, and how many events and own rows it added. */
final class Transaction {
    private final Connection connection;
    private final Dialect dialect;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private int events;
    private int ownRows;

    Transaction(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** What a write does; anything thrown rolls it back. */
    @FunctionalInterface
    interface Work<T> {
        T run(Transaction transaction) throws Exception;
    }

    Connection connection() {
        return connection;
    }

    Dialect dialect() {
        return dialect;
    }

    Instant now() {
        return now;
    }

    int events() {
        return events;
    }

    /** Straight into the log on SQLite, where commits have one order; else into the sequencer's outbox. */
    String append(String type, String subject, String actor, String body) throws SQLException {
        var id = Uuids.next();
        var table = dialect == Dialect.SQLITE ? "event_log" : "event_outbox";
        try (var insert = connection.prepareStatement(
                "insert into " + table + "(id, at, type, subject, actor, body) values (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, id);
            insert.setLong(2, now.toEpochMilli());
            insert.setString(3, type);
            insert.setString(4, subject);
            insert.setString(5, actor);
            insert.setString(6, body);
            insert.executeUpdate();
        }
        events++;
        return id;
    }

    /** Notes rows that storage itself changed on the write's behalf. */
    void own(int rows) {
        ownRows += rows;
    }

    /** Rows changed by this connection up to now, storage's own aside; only differences mean something. */
    long changes() throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(dialect.changes())) {
            return result.next() ? result.getLong(1) - ownRows - events : 0;
        }
    }
}
