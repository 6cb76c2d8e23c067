package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/** One line of the import kind {@code item}. */
record ItemLine(
        String id,
        String kind,
        Text name,
        Text summary,
        String itemType,
        List<String> editions,
        List<String> organisations,
        List<String> tags,
        List<String> fields,
        Optional<String> zone,
        Optional<Boolean> zoneInferred,
        List<Scene> useCases,
        Optional<Boolean> synthetic,
        List<Source> source) {

    /** A use case in both languages. */
    record Scene(String zh, String en, Optional<Boolean> inferred) {}
}
