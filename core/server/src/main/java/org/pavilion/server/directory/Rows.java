package org.pavilion.server.directory;

import java.util.Optional;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Outcome;

/**
 * One table of versioned records: the columns {@code id, body, version, changed_at}, and others with
 * defaults that the caller fills afterwards.
 */
final class Rows<T> {
    private final String table;
    private final Class<T> type;
    private final JsonText json;

    Rows(String table, Class<T> type, JsonText json) {
        this.table = table;
        this.type = type;
        this.json = json;
    }

    T read(String body) {
        return json.read(body, type);
    }

    Optional<T> get(Handle handle, String id) {
        return handle.createQuery("select body from " + table + " where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(this::read);
    }

    /** Writes the other columns of a row, and the rows that hang on it. */
    @FunctionalInterface
    interface Columns {
        void write(Handle handle);
    }

    /**
     * Stores the record under its id: nothing happens when it is there already, word for word.
     */
    Outcome put(
            Handle handle,
            Journal journal,
            String id,
            T record,
            Columns columns,
            LongFunction<? extends DomainEvent> event) {
        var body = json.text(record);
        var old = handle.createQuery("select body, version from " + table + " where id = :id")
                .bind("id", id)
                .map((row, context) -> new Row(row.getString(1), row.getLong(2)))
                .findOne();
        if (old.isPresent() && old.get().body().equals(body)) {
            return Outcome.same();
        }
        long version = old.map(row -> row.version() + 1).orElse(1L);
        var statement = old.isEmpty()
                ? "insert into " + table + "(id, body, version, changed_at) values (:id, :body, :version, :now)"
                : "update " + table + " set body = :body, version = :version, changed_at = :now where id = :id";
        handle.createUpdate(statement)
                .bind("id", id)
                .bind("body", body)
                .bind("version", version)
                .bind("now", journal.now().toEpochMilli())
                .execute();
        columns.write(handle);
        journal.append(event.apply(version));
        return old.isEmpty() ? Outcome.created() : Outcome.updated();
    }

    private record Row(String body, long version) {}
}
