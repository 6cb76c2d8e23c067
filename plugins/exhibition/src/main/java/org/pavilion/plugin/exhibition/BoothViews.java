package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pavilion.api.Caller;
import org.pavilion.api.Claim;
import org.pavilion.api.Edition;
import org.pavilion.api.Organisation;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;

/** Answers what booths and exhibitors look like, for pages and for the API alike. */
final class BoothViews {
    static final String BOOTH_VISIT = "booth-visit";

    private static final int SIMILAR = 4;

    private final PluginContext context;
    private final Booths booths;
    private final Items items;
    private final Cards cards;

    BoothViews(PluginContext context, Booths booths, Items items, Cards cards) {
        this.context = context;
        this.booths = booths;
        this.items = items;
        this.cards = cards;
    }

    Booth booth(String id) {
        return context.storage().read(h -> booths.find(h, id)).orElseThrow(() -> Problem.notFound("booth " + id));
    }

    /** The edition of the first of these that is a booth. */
    Optional<Edition> editionOf(List<String> ids) {
        return context.storage()
                .read(h ->
                        ids.stream().flatMap(id -> booths.find(h, id).stream()).findFirst())
                .flatMap(booth -> context.directory().edition(booth.edition()));
    }

    BoothView booth(String id, Caller visitor) {
        var booth = booth(id);
        var exhibitor = booth.exhibitor().flatMap(context.directory()::organisation);
        var edition = context.directory().edition(booth.edition());
        var elsewhere = booth.exhibitor()
                .map(org -> standsOf(org).stream()
                        .filter(each -> !each.booth().id().equals(id))
                        .toList())
                .orElse(List.of());
        var shown = booth.exhibitor()
                .map(org -> shownBy(org, edition.filter(Edition::synthetic).isPresent() ? Optional.empty() : edition))
                .orElse(List.of());
        return new BoothView(
                card(booth),
                BoothRooms.open(edition),
                exhibitor,
                shown,
                exhibitor.map(org -> stated(org, booth, elsewhere)).orElse(List.of()),
                elsewhere,
                similar(booth, visitor),
                context.links().of(booth.ref()).stream()
                        .filter(link -> !link.relation().equals("booth-of"))
                        .toList(),
                context.statistics().unique(BOOTH_VISIT, booth.ref()));
    }

    private BoothCard card(Booth booth) {
        return cards(List.of(booth)).getFirst();
    }

    private List<BoothCard> cards(List<Booth> found) {
        Map<String, Zone> zones = context.storage()
                .read(h -> cards.zones(h, found.stream().map(Booth::zone).toList()));
        return cards.booths(found, zones);
    }

    /** All booths of an organisation. */
    List<BoothCard> standsOf(String organisation) {
        return cards(context.storage()
                .read(h -> booths.slice(h, BoothFilter.ALL.exhibitor(organisation), Optional.empty(), 50))
                .entries());
    }

    /** What an organisation showed, in one edition or in all. */
    List<ItemCard> shownBy(String organisation, Optional<Edition> edition) {
        var filter = ItemFilter.ALL.organisation(organisation);
        var narrowed = edition.map(each -> filter.in(each.id())).orElse(filter);
        record Read(List<Item> items, Map<String, Zone> zones) {}
        var read = context.storage().read(h -> {
            var found = items.slice(h, narrowed, Optional.empty(), 200).entries();
            return new Read(found, cards.zones(h, found.stream().map(Item::zone).toList()));
        });
        return cards.items(read.items(), read.zones());
    }

    /** Counts of things that a source states about the exhibitor by name. */
    private List<Claim> stated(Organisation exhibitor, Booth booth, List<BoothCard> elsewhere) {
        var editions = Stream.concat(
                        Stream.of(booth.edition()),
                        elsewhere.stream().map(each -> each.booth().edition()))
                .distinct();
        return editions.flatMap(edition -> context.directory().claims(new Ref("edition", edition)).stream())
                .filter(claim -> claim.quantity().unit().equals("items"))
                .filter(claim -> claim.name().zh().contains(exhibitor.name().zh()))
                .toList();
    }

    private List<BoothCard> similar(Booth booth, Caller visitor) {
        var matches = context.search().similar(booth.ref(), "booth", SIMILAR * 3, visitor);
        var found = context.storage()
                .read(h -> matches.stream()
                        .flatMap(match -> booths.find(h, match.ref().id()).stream())
                        .filter(each -> each.edition().equals(booth.edition()))
                        .limit(SIMILAR)
                        .toList());
        return cards(found);
    }

    ExhibitorsView exhibitors(BoothFilter filter, Optional<String> after, int limit) {
        record Read(Slice<Booth> slice, int total, List<String> editions) {}
        var read = context.storage()
                .read(h -> new Read(
                        booths.slice(h, filter, Cursor.of(after), limit), booths.count(h, filter), booths.editions(h)));
        return new ExhibitorsView(
                cards(read.slice().entries()),
                read.slice().next(),
                read.total(),
                cards.editions(read.editions()),
                context.directory().fields(),
                filter.edition().orElse(""),
                filter.field().orElse(""),
                filter.q().orElse(""));
    }
}
