package org.pavilion.plugin.exhibition;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Directory;
import org.pavilion.api.Organisation;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.SearchIndex;
import org.pavilion.api.SearchSource;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;

/** What search knows of zones, booths, items and platforms. */
final class SearchSources {
    /** Real records stand before generated ones that match as well. */
    private static final String REAL = "100";

    private static final String SYNTHETIC = "1";

    private final Zones zones;
    private final Booths booths;
    private final Items items;
    private final Platforms platforms;
    private final Directory directory;

    SearchSources(Zones zones, Booths booths, Items items, Platforms platforms, Directory directory) {
        this.zones = zones;
        this.booths = booths;
        this.items = items;
        this.platforms = platforms;
        this.directory = directory;
    }

    void provide(SearchIndex search) {
        search.provide(
                        "zone",
                        new Source(zones::ids, (h, id) -> zones.find(h, id).map(zone -> zone(h, zone))))
                .provide(
                        "booth",
                        new Source(booths::ids, (h, id) -> booths.find(h, id).map(booth -> booth(h, booth))))
                .provide(
                        "item",
                        new Source(items::ids, (h, id) -> items.find(h, id).map(item -> item(h, item))))
                .provide(
                        "platform",
                        new Source(
                                platforms::ids,
                                (h, id) -> platforms.find(h, id).map(platform -> platform(h, platform))));
    }

    private record Source(Function<Handle, List<String>> all, BiFunction<Handle, String, Optional<SearchDocument>> one)
            implements SearchSource {
        @Override
        public Stream<String> ids(Handle handle) {
            return all.apply(handle).stream();
        }

        @Override
        public Optional<SearchDocument> document(Handle handle, String id) {
            return one.apply(handle, id);
        }
    }

    private SearchDocument zone(Handle h, Zone zone) {
        var facets = facets(List.of(zone.edition()), zone.synthetic());
        zone.host().ifPresent(host -> facets.put("org", names(List.of(host))));
        return document(h, zone.ref(), zone.name(), zone.summary(), Set.of(), facets);
    }

    private SearchDocument booth(Handle h, Booth booth) {
        var facets = facets(List.of(booth.edition()), booth.synthetic());
        facets.put("code", List.of(booth.code()));
        facets.put("field", booth.fields());
        booth.zone().ifPresent(zone -> facets.put("zone", List.of(zone)));
        var title =
                new Text(booth.name().zh() + " · " + booth.code(), booth.name().en() + " · " + booth.code());
        return document(h, booth.ref(), title, booth.pitch(), Set.copyOf(booth.tags()), facets);
    }

    private SearchDocument item(Handle h, Item item) {
        var facets = facets(item.editions(), item.synthetic());
        facets.put("field", item.fields());
        facets.put("org", names(item.organisations()));
        item.zone().ifPresent(zone -> facets.put("zone", List.of(zone)));
        var uses = item.useCases().stream().map(UseCase::name).toList();
        var body = new Text(
                item.summary().zh() + joined(uses, Text::zh, "；"),
                item.summary().en() + joined(uses, Text::en, "; "));
        var tags = new HashSet<>(item.tags());
        for (var field : directory.fields()) {
            if (item.fields().contains(field.id())) {
                tags.add(field.name().zh());
                tags.add(field.name().en());
            }
        }
        return document(h, item.ref(), item.name(), body, tags, facets);
    }

    private SearchDocument platform(Handle h, Platform platform) {
        var facets = facets(List.of(platform.edition()), platform.synthetic());
        facets.put("org", names(platform.builders()));
        return document(h, platform.ref(), platform.name(), platform.summary(), Set.of(), facets);
    }

    private static String joined(List<Text> texts, Function<Text, String> language, String separator) {
        return texts.isEmpty() ? "" : " " + texts.stream().map(language).collect(Collectors.joining(separator));
    }

    private static Map<String, List<String>> facets(List<String> editions, boolean synthetic) {
        var facets = new HashMap<String, List<String>>();
        facets.put("edition", editions);
        facets.put("popularity", List.of(synthetic ? SYNTHETIC : REAL));
        return facets;
    }

    private List<String> names(List<String> organisations) {
        var names = new ArrayList<String>();
        for (Organisation organisation : directory.organisations(organisations)) {
            names.add(organisation.name().zh());
            names.add(organisation.name().en());
        }
        return names;
    }

    private static SearchDocument document(
            Handle h, Ref ref, Text title, Text body, Set<String> tags, Map<String, List<String>> facets) {
        return new SearchDocument(
                ref,
                title,
                body,
                Set.copyOf(tags),
                Map.copyOf(facets),
                URI.create("/" + ref.type() + "/" + ref.id()),
                Visibility.PUBLIC,
                changed(h, ref),
                List.of());
    }

    private static Instant changed(Handle h, Ref ref) {
        return Instant.ofEpochMilli(h.createQuery("select changed_at from exhibition_" + ref.type() + " where id = ?")
                .bind(0, ref.id())
                .mapTo(Long.class)
                .one());
    }
}
