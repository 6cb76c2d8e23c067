package org.pavilion.server.storage;

/** The engine below, and the few words of SQL that differ between the two. */
public enum Dialect {
    SQLITE(
            "integer primary key",
            "integer primary key autoincrement",
            "text",
            "",
            "begin",
            "begin immediate",
            "select total_changes()"),
    POSTGRES(
            "bigint generated always as identity primary key",
            "bigint primary key",
            "jsonb",
            " for update",
            "begin isolation level repeatable read read only",
            "begin",
            "select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) from pg_stat_xact_user_tables");

    private final String id;
    private final String seq;
    private final String json;
    private final String lockRow;
    private final String beginRead;
    private final String beginWrite;
    private final String changes;

    Dialect(String id, String seq, String json, String lockRow, String beginRead, String beginWrite, String changes) {
        this.id = id;
        this.seq = seq;
        this.json = json;
        this.lockRow = lockRow;
        this.beginRead = beginRead;
        this.beginWrite = beginWrite;
        this.changes = changes;
    }

    /** What to end a {@code select} with that locks its rows to the end of the write; starts with a blank. */
    public String lockRow() {
        return lockRow;
    }

    String beginRead() {
        return beginRead;
    }

    String beginWrite() {
        return beginWrite;
    }

    String changes() {
        return changes;
    }

    /** Replaces the macros of a migration script. */
    String expand(String sql) {
        return sql.replace("${id}", id).replace("${seq}", seq).replace("${json}", json);
    }
}
