package org.pavilion.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The tables of a schema in an order in which they can be filled. */
final class Tables {
    private final Connection connection;
    private final Set<String> all;
    private final Map<String, TableShape> ordered = new LinkedHashMap<>();

    private Tables(Connection connection, Set<String> all) {
        this.connection = connection;
        this.all = all;
    }

    static List<TableShape> of(Connection connection, Dialect dialect, Predicate<String> wanted) throws SQLException {
        var names = Catalogue.read(connection, dialect).names("table").stream()
                .filter(wanted)
                .sorted()
                .toList();
        var tables = new Tables(connection, new LinkedHashSet<>(names));
        for (var name : names) {
            tables.visit(name, new LinkedHashSet<>());
        }
        return List.copyOf(tables.ordered.values());
    }

    private void visit(String name, Set<String> above) throws SQLException {
        if (ordered.containsKey(name) || !all.contains(name) || !above.add(name)) {
            return;
        }
        for (var parent : parents(name)) {
            visit(parent, above);
        }
        ordered.put(name, new TableShape(name, columns(name)));
    }

    private Set<String> parents(String name) throws SQLException {
        var parents = new LinkedHashSet<String>();
        try (var keys = connection.getMetaData().getImportedKeys(null, null, name)) {
            while (keys.next()) {
                parents.add(keys.getString("PKTABLE_NAME"));
            }
        }
        return parents;
    }

    private List<String> columns(String name) throws SQLException {
        var columns = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from " + quoted(name) + " where 1 = 0")) {
            var shape = rows.getMetaData();
            for (int i = 1; i <= shape.getColumnCount(); i++) {
                columns.add(shape.getColumnName(i));
            }
        }
        return columns;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
