package org.pavilion.server.http.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Edition;
import org.pavilion.server.imports.ExhibitorField;
import org.pavilion.server.imports.Sheet;
import org.pavilion.server.imports.SheetResult;

/**
 * Exhibitors from a spreadsheet: the upload, then the meaning of its columns with what would become of the rows.
 *
 * @param columns chosen field by column number
 * @param fault message key of a refusal, or empty
 * @param query the choice as a query, to fetch the report with
 * @param done how many were imported, told once
 */
public record SheetPage(
        Optional<Sheet> sheet,
        Map<Integer, ExhibitorField> columns,
        List<Edition> editions,
        String edition,
        boolean join,
        boolean setup,
        Optional<SheetResult> result,
        String fault,
        String query,
        Optional<String> done) {
    /** Rows of a report that a page lists; the rest is in the file. */
    public static final int LISTED = 100;

    public List<ExhibitorField> fields() {
        return List.of(ExhibitorField.values());
    }

    public String chosen(int column) {
        var field = columns.get(column);
        return field == null ? "" : field.name();
    }
}
