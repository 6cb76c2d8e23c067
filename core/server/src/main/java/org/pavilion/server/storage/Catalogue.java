package org.pavilion.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every object of the schema with its definition, to see what a script created, changed or dropped. */
final class Catalogue {
    private static final String SQLITE = """
            select type, name, tbl_name, coalesce(sql, '') from sqlite_schema where name not like 'sqlite!_%' escape '!'
            union all select 'temporary ' || type, name, tbl_name, coalesce(sql, '') from sqlite_temp_schema""";

    /** Relations with their columns, then indexes, constraints, triggers, functions, types and schemas. */
    private static final String POSTGRES = """
            with own as (
              select oid, nspname from pg_namespace
              where nspname not like 'pg!_%' escape '!' and nspname <> 'information_schema')
            select case c.relkind when 'S' then 'sequence' when 'v' then 'view' when 'm' then 'materialized view'
                     else 'table' end, c.relname, c.relname,
                   n.nspname || coalesce((select string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                     || ' ' || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), ''), ',' order by a.attnum)
                     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '')
              from pg_class c join own n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
            union all
            select 'index', i.relname, t.relname, pg_get_indexdef(x.indexrelid)
              from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
              join own n on n.oid = i.relnamespace
            union all
            select 'constraint', t.relname || '.' || k.conname, t.relname, pg_get_constraintdef(k.oid)
              from pg_constraint k join pg_class t on t.oid = k.conrelid join own n on n.oid = t.relnamespace
            union all
            select 'trigger', g.tgname, t.relname, pg_get_triggerdef(g.oid)
              from pg_trigger g join pg_class t on t.oid = g.tgrelid join own n on n.oid = t.relnamespace
              where not g.tgisinternal
            union all
            select 'function', p.proname, p.proname, pg_get_function_identity_arguments(p.oid) || md5(p.prosrc)
              from pg_proc p join own n on n.oid = p.pronamespace
            union all
            select 'type', t.typname, t.typname, t.typtype::text from pg_type t join own n on n.oid = t.typnamespace
              where t.typrelid = 0 and t.typelem = 0
            union all
            select 'schema', nspname, nspname, '' from own""";

    private final Map<Entry, Set<String>> definitions = new TreeMap<>();

    /** An object; {@code table} is what it hangs on, itself for a table. */
    record Entry(String kind, String name, String table) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return toString().compareTo(other.toString());
        }

        boolean below(String prefix) {
            return table.toLowerCase(Locale.ROOT).startsWith(prefix)
                    && (kind.equals("constraint")
                            || name.toLowerCase(Locale.ROOT).startsWith(prefix));
        }

        @Override
        public String toString() {
            return kind + " " + name + (name.equals(table) ? "" : " on " + table);
        }
    }

    private Catalogue() {}

    static Catalogue read(Transaction transaction) throws SQLException {
        return read(transaction.connection(), transaction.dialect());
    }

    static Catalogue read(Connection connection, Dialect dialect) throws SQLException {
        return read(
                connection,
                switch (dialect) {
                    case SQLITE -> SQLITE;
                    case POSTGRES -> POSTGRES;
                });
    }

    private static Catalogue read(Connection connection, String query) throws SQLException {
        var catalogue = new Catalogue();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                var entry = new Entry(rows.getString(1), rows.getString(2), rows.getString(3));
                catalogue
                        .definitions
                        .computeIfAbsent(entry, e -> new TreeSet<>())
                        .add(rows.getString(4));
            }
        }
        return catalogue;
    }

    /** The objects that differ between this catalogue and a later one. */
    List<Entry> changes(Catalogue later) {
        var all = new TreeSet<>(definitions.keySet());
        all.addAll(later.definitions.keySet());
        var changed = new ArrayList<Entry>();
        for (var entry : all) {
            if (!definitions.getOrDefault(entry, Set.of()).equals(later.definitions.getOrDefault(entry, Set.of()))) {
                changed.add(entry);
            }
        }
        return changed;
    }

    /** The objects of one kind. */
    List<String> names(String kind) {
        return definitions.keySet().stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(Entry::name)
                .toList();
    }
}
