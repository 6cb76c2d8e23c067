package org.pavilion.server.storage;

/** The engine below, and the few words of SQL that differ between the two. */
public enum Dialect {
    SQLITE("integer primary key", "integer primary key autoincrement", "text", ""),
    POSTGRES("bigint generated always as identity primary key", "bigint primary key", "jsonb", " for update");

    private final String id;
    private final String seq;
    private final String json;
    private final String lockRow;

    Dialect(String id, String seq, String json, String lockRow) {
        this.id = id;
        this.seq = seq;
        this.json = json;
        this.lockRow = lockRow;
    }

    /** What to end a {@code select} with that locks its rows to the end of the write; starts with a blank. */
    public String lockRow() {
        return lockRow;
    }

    /** Replaces the macros of a migration script. */
    String expand(String sql) {
        return sql.replace("${id}", id).replace("${seq}", seq).replace("${json}", json);
    }
}
