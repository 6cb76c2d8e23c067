package org.pavilion.server.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.Properties;
import org.pavilion.api.Problem;

/**
 * PostgreSQL's committed events that have no place in the log yet, on a connection of their own: the
 * election is a lock that the server frees with this connection, however it ends.
 */
public final class Outbox implements AutoCloseable {
    /**
     * Moves rows in one statement. The lock on the head row fences a second sequencer that lost its
     * election without noticing; the log's unique {@code seq} is the second wall.
     */
    private static final String MOVE = """
            with head as (select seq from event_head where one = 1 for update),
            moved as (
              delete from event_outbox
              where n in (select n from event_outbox order by n limit 2000)
                and exists (select 1 from head)
              returning n, id, at, type, subject, actor, body),
            logged as (
              insert into event_log(seq, id, at, type, subject, actor, body)
              select (select seq from head) + row_number() over (order by n), id, at, type, subject, actor, body
              from moved
              returning seq)
            update event_head set seq = (select max(seq) from logged)
            where one = 1 and exists (select 1 from logged)
            returning seq""";

    private final Connection connection;

    private Outbox(Connection connection) {
        this.connection = connection;
    }

    static Outbox open(String url) {
        var properties = new Properties();
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "pavilion-sequencer");
        try {
            var connection = DriverManager.getConnection(url, properties);
            var outbox = new Outbox(connection);
            try (var statement = connection.createStatement()) {
                statement.execute("set statement_timeout = '10s'");
                statement.execute("set tcp_user_timeout = '10s'");
            } catch (SQLException e) {
                outbox.close();
                throw e;
            }
            return outbox;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Whether this connection is the one that may move; asked again it stays so. */
    public boolean elect() {
        return query("select pg_try_advisory_lock(hashtext('pavilion.sequencer'), hashtext(current_schema()))::int")
                        .orElse(0)
                == 1;
    }

    /** Gives the next rows their places; the log's new head, or empty when there was nothing to move. */
    public OptionalLong move() {
        return query(MOVE);
    }

    /** The log's head, wherever it was moved. */
    public long head() {
        return query("select seq from event_head where one = 1").orElse(0);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private OptionalLong query(String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Problem failed(SQLException e) {
        return new Problem("storage.failed", 503, "the outbox does not answer: " + e.getMessage()).causedBy(e);
    }
}
