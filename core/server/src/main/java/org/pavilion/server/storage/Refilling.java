package org.pavilion.server.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pavilion.api.Problem;

/** Makes schema and rows of an empty store anew, inside one transaction. */
final class Refilling {
    /** Made by the store itself: not kept in backups. */
    static final Set<String> OWN =
            Set.of("schema_history", "schema_script", "event_outbox", "event_head", "core_epoch", "sqlite_sequence");

    private final Transaction transaction;
    private final Refill source;

    Refilling(Transaction transaction, Refill source) {
        this.transaction = transaction;
        this.source = source;
    }

    /** The rows that were stored, by table. */
    Map<String, Long> run() throws SQLException, IOException {
        if (!Catalogue.read(transaction.connection(), transaction.dialect())
                .names("table")
                .isEmpty()) {
            throw new Problem(
                    "restore.not-empty", 409, "the database holds tables already; a restore needs an empty one");
        }
        schema();
        for (var table : source.tables().reversed()) {
            // Migrations bring rows of their own; the backup has them as they became.
            execute("delete from " + Tables.quoted(table.name()));
        }
        var counts = new LinkedHashMap<String, Long>();
        for (var table : source.tables()) {
            counts.put(table.name(), fill(table));
        }
        if (transaction.dialect() == Dialect.POSTGRES) {
            execute("update event_head set seq = (select coalesce(max(seq), 0) from event_log) where one = 1");
        }
        execute("update event_task set leased_until = 0");
        execute("update event_lease set leased_until = 0");
        requireWhole();
        return counts;
    }

    private void schema() throws SQLException {
        var owners = new LinkedHashMap<String, List<KeptScript>>();
        for (var script : source.scripts()) {
            owners.computeIfAbsent(script.owner(), owner -> new ArrayList<>()).add(script);
        }
        for (var owner : owners.entrySet()) {
            var scripts = owner.getValue().stream()
                    .map(kept -> new Script(kept.name(), kept.sql()))
                    .toList();
            new Migrator(
                            transaction,
                            owner.getKey(),
                            owner.getValue().getFirst().prefix())
                    .migrate(scripts);
        }
    }

    private long fill(TableShape table) throws SQLException, IOException {
        var count = new long[1];
        try (var writer = new TableWriter(transaction, table)) {
            source.rows(table, values -> {
                try {
                    writer.add(values);
                } catch (SQLException e) {
                    throw new IOException(e);
                }
                count[0]++;
            });
            writer.finish();
        } catch (SQLException e) {
            throw refused(table, e);
        } catch (IOException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw refused(table, cause);
            }
            throw e;
        }
        return count[0];
    }

    private static Problem refused(TableShape table, SQLException cause) {
        return new Problem("restore.row", 422, "a row of " + table.name() + " does not fit: " + cause.getMessage())
                .causedBy(cause);
    }

    /** PostgreSQL looks at every reference by itself. */
    private void requireWhole() throws SQLException {
        if (transaction.dialect() != Dialect.SQLITE) {
            return;
        }
        try (var statement = transaction.connection().createStatement();
                var rows = statement.executeQuery("pragma foreign_key_check")) {
            if (rows.next()) {
                throw new Problem(
                        "restore.reference",
                        422,
                        "a row of " + rows.getString(1) + " points at one of " + rows.getString(3)
                                + " that is not there");
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = transaction.connection().createStatement()) {
            statement.execute(sql);
        }
    }
}
