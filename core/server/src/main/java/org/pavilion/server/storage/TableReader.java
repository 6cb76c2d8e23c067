package org.pavilion.server.storage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a table's rows in values that mean the same on both engines. */
final class TableReader {
    private static final int FETCH = 1_000;

    /** What committed on PostgreSQL and waits for its place is given it here, as the sequencer would. */
    private static final String LOG = """
            from (
              select seq, id, at, type, subject, actor, body from event_log
              union all
              select (select seq from event_head where one = 1) + row_number() over (order by n),
                id, at, type, subject, actor, body
              from event_outbox) as log order by seq""";

    private final Connection connection;
    private final Dialect dialect;

    TableReader(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    long count(TableShape table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from (" + query(table) + ") as counted")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    void read(TableShape table, RowSink sink) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery(query(table))) {
                while (rows.next()) {
                    sink.row(values(rows, table.columns().size()));
                }
            }
        }
    }

    private String query(TableShape table) {
        var columns = table.columns().stream().map(Tables::quoted).collect(Collectors.joining(", "));
        return dialect == Dialect.POSTGRES && table.name().equals("event_log")
                ? "select " + columns + " " + LOG
                : "select " + columns + " from " + Tables.quoted(table.name());
    }

    private static List<@Nullable Object> values(ResultSet rows, int count) throws SQLException {
        var values = new ArrayList<@Nullable Object>(count);
        for (int i = 1; i <= count; i++) {
            values.add(value(rows.getObject(i)));
        }
        return values;
    }

    private static @Nullable Object value(@Nullable Object raw) {
        return switch (raw) {
            case null -> null;
            case Number number when number instanceof Double || number instanceof Float -> number.doubleValue();
            case java.math.BigDecimal decimal -> decimal.doubleValue();
            case Number number -> number.longValue();
            case byte[] bytes -> Map.of("base64", Base64.getEncoder().encodeToString(bytes));
            default -> raw.toString();
        };
    }
}
