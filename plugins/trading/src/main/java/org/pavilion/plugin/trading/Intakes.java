package org.pavilion.plugin.trading;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Directory;
import org.pavilion.api.Journal;
import org.pavilion.api.Links;
import org.pavilion.api.Names;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.Shelf;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;

/** How offers, demands, deals and agencies come in, what they are linked to, and how they are found. */
final class Intakes {
    private static final int ALL = Integer.MAX_VALUE - 1;

    private final Shelves shelves;
    private final Links links;
    private final Directory directory;
    private final Names names;

    Intakes(Shelves shelves, Links links, Directory directory) {
        this.shelves = shelves;
        this.links = links;
        this.directory = directory;
        this.names = new Names(directory);
    }

    void open(PluginContext context) {
        new Intake<>(shelves.offers(), links, offer -> new OfferChanged(offer.ref()), this::link, this::document)
                .open(context);
        new Intake<>(
                        shelves.demands(),
                        links,
                        demand -> new DemandChanged(demand.ref()),
                        (h, journal, demand) -> {},
                        this::document)
                .open(context);
        new Intake<>(shelves.deals(), links, deal -> new DealChanged(deal.ref()), this::link, this::document)
                .open(context);
        new Intake<>(shelves.agencies(), links, agency -> new AgencyChanged(agency.ref()), this::link, this::document)
                .open(context);
    }

    private void link(Handle h, Journal journal, Offer offer) {
        offer.item().ifPresent(item -> links.link(h, journal, offer.ref(), new Ref("item", item), "offers"));
        offer.owner().forEach(org -> links.link(h, journal, offer.ref(), new Ref("organisation", org), "owned-by"));
    }

    private void link(Handle h, Journal journal, Deal deal) {
        deal.item().ifPresent(item -> links.link(h, journal, deal.ref(), new Ref("item", item), "transfers"));
        deal.parties().stream()
                .filter(party -> party.startsWith("org-"))
                .forEach(org -> links.link(h, journal, deal.ref(), new Ref("organisation", org), "signed-by"));
        deal.item()
                .ifPresent(item -> shelves.offers().slice(h, Shelf.Filter.ALL, null, ALL).records().stream()
                        .filter(offer -> offer.item().filter(item::equals).isPresent())
                        .forEach(offer -> links.link(h, journal, deal.ref(), offer.ref(), "follows")));
        deal.session()
                .ifPresent(session -> links.link(h, journal, deal.ref(), new Ref("session", session), "signed-at"));
        deal.components().forEach(part -> links.link(h, journal, deal.ref(), new Ref("deal", part), "contains"));
    }

    private void link(Handle h, Journal journal, Agency agency) {
        agency.org().ifPresent(org -> {
            links.link(h, journal, agency.ref(), new Ref("organisation", org), "part-of");
            var deals = shelves.deals().slice(h, Shelf.Filter.ALL, null, ALL).records().stream()
                    .filter(deal -> deal.parties().contains(org))
                    .toList();
            deals.forEach(deal -> links.link(h, journal, agency.ref(), deal.ref(), "of-its-house"));
            shelves.offers().slice(h, Shelf.Filter.ALL, null, ALL).records().stream()
                    .filter(offer -> offer.owner().contains(org)
                            || deals.stream()
                                    .anyMatch(deal -> deal.item().isPresent()
                                            && deal.item().equals(offer.item())))
                    .forEach(offer -> links.link(h, journal, agency.ref(), offer.ref(), "of-its-house"));
        });
    }

    private SearchDocument document(Offer offer, Instant changed) {
        var tags = new HashSet<String>();
        Stream.concat(
                        offer.wanted().stream().map(Terms::of),
                        offer.fields().stream().map(names::field))
                .forEach(text -> tags.addAll(List.of(text.zh(), text.en())));
        return document(
                offer.ref(),
                offer.name(),
                offer.summary(),
                tags,
                Map.of(
                        "edition", List.of(offer.edition()),
                        "field", offer.fields(),
                        "trl", List.of(String.valueOf(offer.trl())),
                        "pricemode", List.of(offer.priceMode()),
                        "wanted", offer.wanted(),
                        "org", names.spoken(offer.owner())),
                "/market/",
                changed);
    }

    private SearchDocument document(Demand demand, Instant changed) {
        var fields = FieldGuess.of(demand, directory.fields()).stream()
                .map(FieldGuess::field)
                .toList();
        return document(
                demand.ref(),
                demand.name(),
                demand.summary(),
                Set.copyOf(demand.tags()),
                Map.of(
                        "edition", List.of(demand.edition()),
                        "kind", List.of(demand.demandType()),
                        "field", fields),
                "/market/",
                changed);
    }

    private SearchDocument document(Deal deal, Instant changed) {
        return document(
                deal.ref(),
                deal.name(),
                deal.summary(),
                Set.of(deal.type().title().zh(), deal.type().title().en()),
                Map.of(
                        "edition", List.of(deal.edition()),
                        "dealtype", List.of(deal.dealType()),
                        "org", names.spoken(deal.parties())),
                "/deals/",
                changed);
    }

    private SearchDocument document(Agency agency, Instant changed) {
        var tags = new HashSet<String>(agency.specialty());
        tags.addAll(agency.groups());
        return document(
                agency.ref(),
                agency.name(),
                agency.summary(),
                tags,
                Map.of(
                        "kind", List.of(agency.networks() ? "network" : "agency"),
                        "org", names.spoken(agency.org().stream().toList())),
                "/agency/",
                changed);
    }

    private static SearchDocument document(
            Ref ref,
            Text title,
            Text body,
            Set<String> tags,
            Map<String, List<String>> facets,
            String page,
            Instant changed) {
        return new SearchDocument(
                ref,
                title,
                body,
                Set.copyOf(tags),
                facets,
                URI.create(page + ref.id()),
                Visibility.PUBLIC,
                changed,
                List.of());
    }
}
