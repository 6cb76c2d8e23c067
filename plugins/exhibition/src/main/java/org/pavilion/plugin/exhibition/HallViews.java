package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Edition;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;

/** Answers what halls and zones look like, for pages and for the API alike. */
final class HallViews {
    static final String ZONE_VISIT = "zone-visit";

    private final PluginContext context;
    private final Zones zones;
    private final Booths booths;
    private final Items items;
    private final Cards cards;
    private final Halls halls;

    HallViews(PluginContext context, Zones zones, Booths booths, Items items, Cards cards) {
        this.context = context;
        this.zones = zones;
        this.booths = booths;
        this.items = items;
        this.cards = cards;
        this.halls = new Halls(zones, booths, items);
    }

    /** The editions that have a hall, newest first. */
    List<Edition> halls() {
        return cards.editions(context.storage().read(booths::editions));
    }

    /** The edition whose hall this is; 404 for anything else. */
    Edition hall(String id) {
        return halls().stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("hall " + id));
    }

    HallPlan plan(Edition edition) {
        return context.storage().read(h -> halls.plan(h, edition));
    }

    long planVersion(Edition edition) {
        return context.storage().read(h -> booths.planVersion(h, edition.id()));
    }

    HallView hall(Edition edition, BoothFilter filter, Optional<String> after, int limit) {
        var narrowed = filter.in(edition.id());
        record Read(List<ZoneCount> zones, Slice<Booth> slice, int total, Map<String, Zone> byId) {}
        var read = context.storage().read(h -> {
            var slice = booths.slice(h, narrowed, Cursor.of(after), limit);
            return new Read(
                    counted(h, edition.id()),
                    slice,
                    booths.count(h, narrowed),
                    cards.zones(h, slice.entries().stream().map(Booth::zone).toList()));
        });
        return new HallView(
                edition,
                halls(),
                read.zones(),
                cards.booths(read.slice().entries(), read.byId()),
                read.slice().next(),
                read.total(),
                filter.zone().orElse(""),
                filter.q().orElse(""));
    }

    /** The zones of an edition with what they hold. */
    List<ZoneCount> zones(String edition) {
        return context.storage().read(h -> counted(h, edition));
    }

    private List<ZoneCount> counted(Handle h, String edition) {
        return zones.of(h, edition).stream()
                .map(zone -> new ZoneCount(
                        zone,
                        booths.count(h, BoothFilter.ALL.zone(zone.id())),
                        items.count(h, ItemFilter.ALL.zone(zone.id()).in(edition)),
                        context.statistics().unique(ZONE_VISIT, zone.ref())))
                .toList();
    }

    ZoneView zone(String id, Optional<String> edition, Optional<String> after) {
        record Read(Zone zone, List<Item> items, Slice<Booth> booths, int total, Map<String, Zone> byId) {}
        var read = context.storage().read(h -> {
            var zone = zones.find(h, id).orElseThrow(() -> Problem.notFound("zone " + id));
            var shown = ItemFilter.ALL.zone(id).in(edition.orElse(zone.edition()));
            var slice = booths.slice(h, BoothFilter.ALL.zone(id), Cursor.of(after), 24);
            return new Read(
                    zone,
                    items.slice(h, shown, Optional.empty(), 500).entries(),
                    slice,
                    booths.count(h, BoothFilter.ALL.zone(id)),
                    Map.of(id, zone));
        });
        var zone = read.zone();
        return new ZoneView(
                zone,
                context.directory().edition(zone.edition()),
                zone.host().flatMap(context.directory()::organisation),
                cards.items(read.items(), read.byId()),
                cards.booths(read.booths().entries(), read.byId()),
                read.booths().next(),
                read.total(),
                context.statistics().unique(ZONE_VISIT, zone.ref()),
                context.links().of(zone.ref()).stream()
                        .filter(link -> !link.other().type().equals("item"))
                        .toList());
    }
}
