package org.pavilion.plugin.exhibition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Directory;
import org.pavilion.api.Edition;
import org.pavilion.api.Organisation;

/** Dresses booths and items with the names of what they refer to. */
final class Cards {
    private final Directory directory;
    private final Zones zones;

    Cards(Directory directory, Zones zones) {
        this.directory = directory;
        this.zones = zones;
    }

    List<BoothCard> booths(List<Booth> booths, Map<String, Zone> zones) {
        var fields = fields();
        var editions = editions();
        return booths.stream()
                .map(booth -> booth(booth, zones, fields, Optional.ofNullable(editions.get(booth.edition()))))
                .toList();
    }

    private static BoothCard booth(
            Booth booth, Map<String, Zone> zones, Map<String, Directory.Field> fields, Optional<Edition> edition) {
        return new BoothCard(
                booth,
                booth.zone().map(zones::get),
                edition,
                named(booth.fields(), fields),
                !booth.synthetic() && edition.filter(Edition::synthetic).isPresent());
    }

    List<ItemCard> items(List<Item> items, Map<String, Zone> zones) {
        var fields = fields();
        var editions = editions();
        var organisations = new HashMap<String, Organisation>();
        directory
                .organisations(items.stream()
                        .flatMap(item -> item.organisations().stream())
                        .distinct()
                        .toList())
                .forEach(organisation -> organisations.put(organisation.id(), organisation));
        return items.stream()
                .map(item -> new ItemCard(
                        item,
                        item.zone().map(zones::get),
                        named(item.editions(), editions),
                        named(item.organisations(), organisations),
                        named(item.fields(), fields)))
                .toList();
    }

    private static <T> List<T> named(List<String> ids, Map<String, T> known) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .toList();
    }

    private Map<String, Edition> editions() {
        var editions = new HashMap<String, Edition>();
        directory.editions().forEach(edition -> editions.put(edition.id(), edition));
        return editions;
    }

    /** The zones that these ids name, for dressing after the read. */
    Map<String, Zone> zones(Handle h, List<Optional<String>> ids) {
        var found = new HashMap<String, Zone>();
        for (var id : ids) {
            id.filter(each -> !found.containsKey(each))
                    .flatMap(each -> zones.find(h, each))
                    .ifPresent(zone -> found.put(zone.id(), zone));
        }
        return found;
    }

    Map<String, Directory.Field> fields() {
        var fields = new HashMap<String, Directory.Field>();
        directory.fields().forEach(field -> fields.put(field.id(), field));
        return fields;
    }

    /** Those editions that exist in the directory, newest first. */
    List<Edition> editions(List<String> ids) {
        return directory.editions().stream()
                .filter(edition -> ids.contains(edition.id()))
                .toList();
    }
}
