package org.pavilion.server.storage;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.pavilion.api.Problem;

/**
 * Brings one owner's tables up to date inside one transaction: all missing scripts, or nothing.
 *
 * <p>Refuses a script that was edited after it was applied, a database that is newer than the scripts,
 * and any object created, changed or dropped outside the owner's prefix.
 */
final class Migrator {
    private static final String HISTORY = """
            create table if not exists schema_history(
              owner text not null,
              version integer not null,
              name text not null,
              prefix text not null,
              checksum text not null,
              applied_at bigint not null,
              primary key (owner, version)
            )""";

    /** The scripts of both engines as they were applied: a backup makes the same schema of them elsewhere. */
    private static final String SCRIPTS = """
            create table if not exists schema_script(
              owner text not null,
              prefix text not null,
              version integer not null,
              name text not null,
              script text not null,
              primary key (owner, name)
            )""";

    /** Anything else would end or escape the one transaction. */
    private static final Set<String> ALLOWED =
            Set.of("create", "alter", "drop", "insert", "update", "delete", "with", "comment");

    private static final Pattern FIRST_WORD = Pattern.compile("(?s)(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*([a-zA-Z]+).*");

    private final Transaction transaction;
    private final String owner;
    private final String prefix;

    Migrator(Transaction transaction, String owner, String tablePrefix) {
        this.transaction = transaction;
        this.owner = owner;
        this.prefix = tablePrefix;
    }

    /** Applies what is missing and returns how many scripts that were. */
    int migrate(List<Script> all) throws SQLException {
        var scripts = all.stream()
                .filter(script -> script.isFor(transaction.dialect()))
                .sorted(Comparator.comparingInt(Script::version))
                .toList();
        refuseTwins(scripts);
        execute(HISTORY);
        execute(SCRIPTS);
        var applied = history();
        var missing = missing(scripts, applied);
        keep(all);
        if (missing.isEmpty()) {
            return 0;
        }
        var before = Catalogue.read(transaction);
        for (var script : missing) {
            apply(script);
        }
        refuseStrangers(before);
        return missing.size();
    }

    /** Drops the owner's tables with their history and everything the house keeps for it. */
    void purge() throws SQLException {
        execute(HISTORY);
        execute(SCRIPTS);
        var strangers = otherPrefixes();
        var catalogue = Catalogue.read(transaction);
        for (var view : catalogue.names("view")) {
            if (owns(view, strangers)) {
                execute("drop view \"" + view + "\"");
            }
        }
        dropTables(catalogue.names("table").stream()
                .filter(table -> owns(table, strangers))
                .toList());
        update("delete from schema_history where owner = ?", owner);
        update("delete from schema_script where owner = ?", owner);
        update("delete from event_cursor where consumer like ? escape '!'", owner + "/%");
        update("delete from event_parked where consumer like ? escape '!'", owner + "/%");
        update("delete from event_task where owner = ?", owner);
        update("delete from event_lease where owner = ?", owner);
        update("delete from storage_idempotency where owner = ?", owner);
    }

    /** SQLite refuses to drop a table that others still point at: such a one waits for the next round. */
    private void dropTables(List<String> tables) throws SQLException {
        if (transaction.dialect() == Dialect.SQLITE) {
            execute("pragma defer_foreign_keys = on");
        }
        var cascade = transaction.dialect() == Dialect.POSTGRES ? " cascade" : "";
        for (var table : tables) {
            execute("drop table \"" + table + "\"" + cascade);
        }
    }

    private boolean owns(String table, Set<String> strangers) {
        var name = table.toLowerCase(Locale.ROOT);
        return name.startsWith(prefix)
                && strangers.stream().noneMatch(other -> other.length() > prefix.length() && name.startsWith(other));
    }

    private List<Script> missing(List<Script> scripts, Map<Integer, String> applied) {
        int newest = scripts.isEmpty() ? 0 : scripts.getLast().version();
        int top = applied.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (top > newest) {
            throw refused("the database is at V" + top + ", this version only knows V" + newest);
        }
        for (var script : scripts) {
            var checksum = applied.get(script.version());
            if (checksum != null && !checksum.equals(script.checksum())) {
                throw refused(script.name() + " was edited after it had been applied; add a new script instead");
            }
        }
        return scripts.stream()
                .filter(script -> !applied.containsKey(script.version()))
                .toList();
    }

    private void refuseTwins(List<Script> scripts) {
        var versions = new HashSet<Integer>();
        for (var script : scripts) {
            if (!versions.add(script.version())) {
                throw refused("two scripts have the version " + script.version());
            }
        }
    }

    private void apply(Script script) throws SQLException {
        for (var statement : SqlSplitter.split(transaction.dialect().expand(script.sql()))) {
            var word = FIRST_WORD.matcher(statement);
            if (!word.matches() || !ALLOWED.contains(word.group(1).toLowerCase(Locale.ROOT))) {
                throw refused(script.name() + ": a migration may not say: " + firstLine(statement));
            }
            try {
                execute(statement);
            } catch (SQLException e) {
                throw refused(script.name() + ": " + e.getMessage() + " in: " + firstLine(statement))
                        .causedBy(e);
            }
        }
        update(
                "insert into schema_history(owner, version, name, prefix, checksum, applied_at) values (?, ?, ?, ?, ?, ?)",
                owner,
                script.version(),
                script.name(),
                prefix,
                script.checksum(),
                transaction.now().toEpochMilli());
    }

    /** Asked first what is there: a start writes nothing when nothing is new. */
    private void keep(List<Script> all) throws SQLException {
        var kept = new HashSet<String>();
        try (var select = transaction.connection().prepareStatement("select name from schema_script where owner = ?")) {
            select.setString(1, owner);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    kept.add(rows.getString(1));
                }
            }
        }
        for (var script : all) {
            if (!kept.contains(script.name())) {
                update(
                        "insert into schema_script(owner, prefix, version, name, script) values (?, ?, ?, ?, ?)",
                        owner,
                        prefix,
                        script.version(),
                        script.name(),
                        script.sql());
            }
        }
    }

    private void refuseStrangers(Catalogue before) throws SQLException {
        if (prefix.isEmpty()) {
            return;
        }
        var strangers = otherPrefixes();
        for (var changed : before.changes(Catalogue.read(transaction))) {
            if (!changed.below(prefix) || !owns(changed.table(), strangers)) {
                throw refused("its scripts touch the " + changed + ", but only objects named " + prefix
                        + "… on its own tables are theirs");
            }
        }
    }

    private Map<Integer, String> history() throws SQLException {
        var applied = new TreeMap<Integer, String>();
        try (var select = transaction
                .connection()
                .prepareStatement("select version, checksum from schema_history where owner = ?")) {
            select.setString(1, owner);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    applied.put(rows.getInt(1), rows.getString(2));
                }
            }
        }
        return applied;
    }

    private Set<String> otherPrefixes() throws SQLException {
        var prefixes = new HashSet<String>();
        try (var select = transaction
                .connection()
                .prepareStatement("select distinct prefix from schema_history where owner <> ?")) {
            select.setString(1, owner);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    prefixes.add(rows.getString(1));
                }
            }
        }
        return prefixes;
    }

    private Problem refused(String why) {
        return new Problem("migration.failed", 422, "the schema of " + owner + " was left as it was: " + why);
    }

    private static String firstLine(String statement) {
        return statement.lines().findFirst().orElse("");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = transaction.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (var statement = transaction.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
