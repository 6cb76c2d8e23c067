package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/** One line of the import kind {@code zone}. */
record ZoneLine(
        String id,
        String kind,
        Text name,
        Text summary,
        String edition,
        Optional<String> host,
        Optional<Boolean> virtual,
        Optional<String> partOf,
        Optional<Grid> grid,
        Optional<Boolean> synthetic,
        List<Source> source) {

    /** Stands in rows and columns. */
    record Grid(int rows, int cols) {}
}
