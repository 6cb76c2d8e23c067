package org.pavilion.server.boot;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Directory;
import org.pavilion.api.Language;
import org.pavilion.api.Text;
import org.pavilion.server.search.FacetLabels;

/** Names of editions and fields for search results: a snapshot, read anew after a few seconds. */
final class Labels implements FacetLabels {
    private static final long FRESH_NANOS = 5_000_000_000L;

    private final Directory directory;
    private volatile Snapshot snapshot = new Snapshot(System.nanoTime() - FRESH_NANOS, Map.of(), Map.of());

    Labels(Directory directory) {
        this.directory = directory;
    }

    private record Snapshot(long at, Map<String, Text> editions, Map<String, Text> fields) {}

    @Override
    public Optional<String> label(String facet, String value, Language language) {
        var names = switch (facet) {
            case "edition" -> fresh().editions();
            case "field" -> fresh().fields();
            default -> Map.<String, Text>of();
        };
        return Optional.ofNullable(names.get(value)).map(text -> text.in(language));
    }

    private Snapshot fresh() {
        var known = snapshot;
        if (System.nanoTime() - known.at() < FRESH_NANOS) {
            return known;
        }
        var editions = new HashMap<String, Text>();
        directory.editions().forEach(edition -> editions.put(edition.id(), edition.name()));
        var fields = new HashMap<String, Text>();
        directory.fields().forEach(field -> fields.put(field.id(), field.name()));
        known = new Snapshot(System.nanoTime(), editions, fields);
        snapshot = known;
        return known;
    }
}
