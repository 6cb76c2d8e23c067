package org.pavilion.server.boot;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pavilion.api.Language;
import org.pavilion.api.Organisation;
import org.pavilion.api.Text;
import org.pavilion.server.directory.ExpoDirectory;
import org.pavilion.server.search.FacetLabels;

/** Names of editions, fields and organisations for search results: a snapshot, read anew after a few seconds. */
final class Labels implements FacetLabels {
    private static final long FRESH_NANOS = 5_000_000_000L;

    private final ExpoDirectory directory;
    private volatile Snapshot snapshot = new Snapshot(System.nanoTime() - FRESH_NANOS, Map.of(), Map.of(), Map.of());

    Labels(ExpoDirectory directory) {
        this.directory = directory;
    }

    /** @param organisations by the name that was asked for, filled as they are asked for */
    private record Snapshot(
            long at, Map<String, Text> editions, Map<String, Text> fields, Map<String, Text> organisations) {}

    @Override
    public Optional<String> label(String facet, String value, Language language) {
        var names = switch (facet) {
            case "edition" -> fresh().editions();
            case "field" -> fresh().fields();
            case "org" -> organisation(value);
            default -> Map.<String, Text>of();
        };
        return Optional.ofNullable(names.get(value)).map(text -> text.in(language));
    }

    private Map<String, Text> organisation(String name) {
        var known = fresh().organisations();
        if (!known.containsKey(name)) {
            known.put(
                    name,
                    directory.organisationCalled(name).map(Organisation::name).orElse(Text.same(name)));
        }
        return known;
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
        known = new Snapshot(System.nanoTime(), editions, fields, new ConcurrentHashMap<>());
        snapshot = known;
        return known;
    }
}
