package org.pavilion.server.imports;

import java.util.List;

/**
 * A table that somebody uploaded, for whoever knows what its columns mean.
 *
 * @param charset it was read in
 * @param head what the first row calls the columns
 */
public record SheetTable(String id, String charset, String separator, List<String> head, List<Row> rows) {
    private static final int SAMPLES = 3;

    /** The cells of one row; {@code line} is 1-based, where it begins in the file. */
    public record Row(int line, List<String> cells) {
        /** The text of a column, empty when the row has none. */
        public String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
        }
    }

    /** The first values of a column that are not empty. */
    public List<String> samples(int column) {
        return rows.stream()
                .map(row -> row.cell(column))
                .filter(cell -> !cell.isEmpty())
                .limit(SAMPLES)
                .toList();
    }
}
