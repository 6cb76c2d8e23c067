package org.pavilion.server.storage;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Problem;

/** Fills one table inside a transaction. */
final class TableWriter implements AutoCloseable {
    private static final int BATCH = 500;
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name");

    private final Transaction transaction;
    private final TableShape table;
    private final List<String> types;
    private final PreparedStatement insert;
    private int waiting;

    TableWriter(Transaction transaction, TableShape table) throws SQLException {
        this.transaction = transaction;
        this.table = table;
        this.types = types();
        var columns = table.columns().stream().map(Tables::quoted).collect(Collectors.joining(", "));
        // Numbers that the database gave are kept as they are.
        var overriding = transaction.dialect() == Dialect.POSTGRES ? " overriding system value" : "";
        this.insert = transaction
                .connection()
                .prepareStatement("insert into " + Tables.quoted(table.name()) + "(" + columns + ")" + overriding
                        + " values (" + String.join(", ", Collections.nCopies(types.size(), "?")) + ")");
    }

    void add(List<@Nullable Object> values) throws SQLException {
        if (values.size() != types.size()) {
            throw new Problem("restore.row", 422, "a row of " + table.name() + " has " + values.size() + " values");
        }
        for (int i = 0; i < types.size(); i++) {
            set(i + 1, types.get(i), values.get(i));
        }
        insert.addBatch();
        if (++waiting == BATCH) {
            flush();
        }
    }

    /** Stores what is waiting and lets the table's own numbers go on behind the highest. */
    void finish() throws SQLException {
        flush();
        if (transaction.dialect() == Dialect.POSTGRES) {
            for (var column : identities()) {
                try (var statement = transaction.connection().createStatement()) {
                    statement.execute("select setval(pg_get_serial_sequence('" + table.name() + "', '" + column
                            + "'), coalesce((select max(" + Tables.quoted(column) + ") from "
                            + Tables.quoted(table.name()) + "), 0) + 1, false)");
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }

    private void flush() throws SQLException {
        if (waiting > 0) {
            insert.executeBatch();
            waiting = 0;
        }
    }

    private void set(int index, String type, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> insert.setNull(index, Types.NULL);
            case BigDecimal decimal -> insert.setDouble(index, decimal.doubleValue());
            case Double number -> insert.setDouble(index, number);
            case Number number -> insert.setLong(index, number.longValue());
            case Map<?, ?> bytes ->
                insert.setBytes(index, Base64.getDecoder().decode(String.valueOf(bytes.get("base64"))));
            default -> text(index, type, value.toString());
        }
    }

    private void text(int index, String type, String text) throws SQLException {
        if (transaction.dialect() == Dialect.POSTGRES && !TEXTS.contains(type)) {
            insert.setObject(index, text, Types.OTHER);
        } else {
            insert.setString(index, text);
        }
    }

    private List<String> types() throws SQLException {
        var columns = table.columns().stream().map(Tables::quoted).collect(Collectors.joining(", "));
        try (var statement = transaction.connection().createStatement();
                var rows = statement.executeQuery(
                        "select " + columns + " from " + Tables.quoted(table.name()) + " where 1 = 0")) {
            var found = new ArrayList<String>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                found.add(rows.getMetaData().getColumnTypeName(i));
            }
            return found;
        }
    }

    private List<String> identities() throws SQLException {
        try (var select = transaction.connection().prepareStatement("""
                select column_name from information_schema.columns
                where table_schema = current_schema() and table_name = ? and is_identity = 'YES'""")) {
            select.setString(1, table.name());
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }
}
