package org.pavilion.server.backup;

import java.time.Instant;
import java.util.List;
import org.pavilion.server.storage.TableShape;

/**
 * What a backup says about itself.
 *
 * @param engine where the rows come from
 * @param epoch the life of the log it was taken from
 * @param seq the last event in it
 */
public record Manifest(
        int format, Instant at, String engine, String epoch, long seq, List<Table> tables, List<Entry> files) {
    static final int FORMAT = 1;

    public record Table(String name, List<String> columns, long rows) {
        TableShape shape() {
            return new TableShape(name, columns);
        }
    }

    /** One file inside. */
    public record Entry(String name, long bytes, String sha256) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
