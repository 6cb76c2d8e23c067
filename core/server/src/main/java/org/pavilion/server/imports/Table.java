package org.pavilion.server.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.pavilion.api.Problem;

/** A table read from CSV: its head and its rows, each with the line it began on. */
record Table(char separator, List<String> head, List<Row> rows) {
    static final int MOST_ROWS = 5_000;

    private static final int MOST_COLUMNS = 80;
    private static final int SAMPLE = 20;
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    /** @param line 1-based, where the row begins in the file */
    record Row(int line, List<String> cells) {
        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
        }
    }

    static Table of(String text) {
        char separator = separator(text);
        var rows = rows(text, separator, MOST_ROWS + 2);
        if (rows.size() < 2) {
            throw refused("sheet.empty", "the table has no row below its head");
        }
        if (rows.size() > MOST_ROWS + 1) {
            throw refused("sheet.too-long", "a table may have " + MOST_ROWS + " rows");
        }
        var head = rows.getFirst().cells().stream().map(String::strip).toList();
        if (head.size() > MOST_COLUMNS) {
            throw refused("sheet.too-wide", "a table may have " + MOST_COLUMNS + " columns");
        }
        return new Table(separator, head, List.copyOf(rows.subList(1, rows.size())));
    }

    /** The one that cuts the first rows into most columns, the same number each; a tie goes to the comma. */
    private static char separator(String text) {
        char best = ',';
        double score = 0;
        for (char each : SEPARATORS) {
            double mine = score(text, each);
            if (mine > score) {
                best = each;
                score = mine;
            }
        }
        return best;
    }

    private static double score(String text, char separator) {
        try {
            var rows = rows(text, separator, SAMPLE);
            int width = rows.isEmpty() ? 1 : rows.getFirst().cells().size();
            long alike =
                    rows.stream().filter(row -> row.cells().size() == width).count();
            return width < 2 ? 0 : width * (double) alike / rows.size();
        } catch (Problem broken) {
            return 0; // another separator may fit; if none does, reading the whole says what is wrong
        }
    }

    private static List<Row> rows(String text, char separator, int most) {
        var rows = new ArrayList<Row>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (var record : reader) {
                if (record.getFields().stream().allMatch(String::isBlank)) {
                    continue;
                }
                rows.add(new Row(Math.toIntExact(record.getStartingLineNumber()), List.copyOf(record.getFields())));
                if (rows.size() == most) {
                    break;
                }
            }
            return rows;
        } catch (CsvParseException e) {
            throw refused("sheet.quotes", "a quote is opened and not closed near row " + (rows.size() + 1))
                    .causedBy(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Problem refused(String code, String detail) {
        return new Problem(code, 422, detail).at("/file");
    }
}
