package org.pavilion.plugin.trading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pavilion.api.Caller;
import org.pavilion.api.Names;
import org.pavilion.api.PluginContext;

/** What the board's pages show. */
final class Views {
    static final int PAGE = 20;

    private static final int MATCHES = 6;
    private static final int UNFIT = 4;
    private static final int SIMILAR = 3;
    private static final int LATEST = 3;

    private final PluginContext context;
    private final Market market;
    private final Cards cards;

    Views(PluginContext context, Market market) {
        this.context = context;
        this.market = market;
        this.cards = new Cards(context.directory(), new Names(context.directory()));
    }

    MarketView offers(Selection here) {
        var finder = market.offerFinder();
        var found = finder.find(market.offers().all(), here, PAGE);
        return new MarketView(
                "offer",
                here,
                found.facets(),
                found.total(),
                found.next(),
                found.records().stream().map(cards::of).toList(),
                List.of(),
                List.of("trl", "name"));
    }

    MarketView demands(Selection here) {
        var finder = market.demandFinder();
        var found = finder.find(market.demands().all(), here, PAGE);
        return new MarketView(
                "demand",
                here,
                found.facets(),
                found.total(),
                found.next(),
                List.of(),
                found.records().stream().map(cards::of).toList(),
                List.of("budget", "name"));
    }

    Optional<OfferView> offer(String id, Caller visitor) {
        return market.offers().find(id).map(offer -> {
            var matches = market.matcher().demandsFor(offer, market.demands().all());
            return new OfferView(
                    cards.of(offer),
                    Cards.matches(matches, this::demandSide, true, MATCHES),
                    Cards.matches(matches, this::demandSide, false, UNFIT),
                    market.deals().all().stream()
                            .filter(deal ->
                                    deal.item().isPresent() && deal.item().equals(offer.item()))
                            .map(cards::of)
                            .toList(),
                    similar(offer, visitor));
        });
    }

    Optional<DemandView> demand(String id) {
        return market.demands().find(id).map(demand -> {
            var matches = market.matcher().offersFor(demand);
            return new DemandView(
                    cards.of(demand),
                    Cards.matches(matches, this::offerSide, true, MATCHES),
                    Cards.matches(matches, this::offerSide, false, UNFIT));
        });
    }

    private MatchCard offerSide(Match match) {
        var offer = market.offer(match.offer());
        return new MatchCard(match, offer.ref(), offer.name(), offer.summary(), false);
    }

    private MatchCard demandSide(Match match) {
        var demand = market.demand(match.demand());
        return new MatchCard(match, demand.ref(), demand.name(), demand.summary(), demand.invented());
    }

    private List<OfferCard> similar(Offer offer, Caller visitor) {
        return context.search().similar(offer.ref(), "offer", SIMILAR, visitor).stream()
                .flatMap(like -> market.offers().find(like.ref().id()).stream())
                .map(cards::of)
                .toList();
    }

    DealsView deals(Selection here, DealFigures.Scope scope) {
        var found = market.dealFinder(scope.hosted()).find(market.deals().all(), here, PAGE);
        var held = market.deals().all().stream().map(Deal::edition).distinct().toList();
        return new DealsView(
                market.book().figures(scope),
                context.directory().editions().stream()
                        .filter(edition -> held.contains(edition.id())
                                || held.stream()
                                        .anyMatch(id -> context.directory()
                                                .edition(id)
                                                .flatMap(each -> each.hostedWithin())
                                                .filter(edition.id()::equals)
                                                .isPresent()))
                        .toList(),
                here,
                found.facets(),
                found.records().stream().map(cards::of).toList(),
                found.total(),
                found.next());
    }

    DealView deal(String id) {
        var deal = market.deal(id);
        var parts = market.parts();
        var sum = deal.aggregates() ? Optional.of(Sums.of(deal, parts)) : Optional.<Sum>empty();
        var inside = parts.around(deal);
        return new DealView(
                cards.of(deal),
                inside,
                inside.filter(parts::inferred).isPresent(),
                sum,
                sum.stream()
                        .flatMap(each -> each.parts().stream())
                        .map(cards::of)
                        .toList(),
                market.offers().all().stream()
                        .filter(offer ->
                                offer.item().isPresent() && offer.item().equals(deal.item()))
                        .findFirst());
    }

    AgenciesView agencies(Selection here) {
        var found = market.agencyFinder().find(market.agencies().all(), here, PAGE);
        return new AgenciesView(
                here, found.facets(), found.records().stream().map(this::card).toList(), found.total(), found.next());
    }

    AgencyView agency(String id) {
        var agency = market.agency(id);
        var organisation = agency.org().map(this::organisation).orElseGet(() -> organisation(""));
        return new AgencyView(card(agency), organisation.offers(), special(agency), organisation.deals());
    }

    private AgencyCard card(Agency agency) {
        return new AgencyCard(agency, cards.parties(agency.org().stream().toList(), false));
    }

    private List<OfferCard> special(Agency agency) {
        var fields = context.directory().fields().stream()
                .filter(field -> agency.specialty().contains(field.name().zh()))
                .map(field -> field.id())
                .toList();
        return market.offers().all().stream()
                .filter(offer -> offer.fields().stream().anyMatch(fields::contains))
                .limit(MATCHES)
                .map(cards::of)
                .toList();
    }

    OrganisationView organisation(String id) {
        return new OrganisationView(
                market.offers().all().stream()
                        .filter(offer -> offer.owner().contains(id))
                        .map(cards::of)
                        .toList(),
                market.deals().all().stream()
                        .filter(deal -> deal.parties().contains(id))
                        .map(cards::of)
                        .toList());
    }

    /** The edition's deals, or all editions' when it has none; empty when nobody ever signed anything. */
    Optional<HomeView> home(String edition) {
        var own = market.scope(Optional.of(edition), true);
        boolean any = market.deals().all().stream().anyMatch(own::covers);
        var scope = any ? own : market.scope(Optional.empty(), true);
        var figures = market.book().figures(scope);
        if (figures.types().isEmpty() && figures.totals().isEmpty()) {
            return Optional.empty();
        }
        var here = any ? new Selection(Map.of("edition", List.of(edition))) : new Selection(Map.of());
        var view = deals(here, scope);
        return Optional.of(new HomeView(
                any ? Optional.of(cards.edition(edition)) : Optional.empty(),
                figures,
                view.deals().stream()
                        .filter(card -> !card.deal().aggregates())
                        .limit(LATEST)
                        .toList(),
                market.offers().all().size(),
                market.demands().all().size(),
                view.most()));
    }

    /** The parameters of the deals page. */
    static List<String> dealParameters() {
        return Stream.of("edition", "scope", "type", "amount", "q", "sort", "after")
                .toList();
    }
}
