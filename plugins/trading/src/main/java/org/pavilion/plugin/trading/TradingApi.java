package org.pavilion.plugin.trading;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Routes;

/** The board's JSON API: records, matches and figures. */
final class TradingApi {
    private static final int SLICE = 24;
    private static final int LARGEST_SLICE = 100;
    private static final int MATCHES = 20;

    private final Market market;

    TradingApi(Market market) {
        this.market = market;
    }

    /** Matches of one record, best first. */
    record MatchList(List<Match> matches, int total) {}

    void addTo(Routes routes) {
        records(routes);
        matches(routes);
        figures(routes);
    }

    private void records(Routes routes) {
        routes.add(list("/offers")
                        .query("field", "id of a field; may be repeated")
                        .query("trl", "readiness: 1-3, 4-6 or 7-9; may be repeated")
                        .query("price", "price form; may be repeated")
                        .query("wanted", "kind of partner sought; may be repeated")
                        .answers(200, Found.class, Offer.class)
                        .summary("Technologies for transfer, with facets")
                        .handle(request -> found(request, market.offerFinder(), market.offers())))
                .add(Route.get("/offers/{id}")
                        .needs(Permission.PUBLIC)
                        .answers(200, Offer.class)
                        .summary("One technology for transfer")
                        .handle(request -> Response.json(market.offer(request.path("id")))))
                .add(list("/demands")
                        .query("type", "type of demand; may be repeated")
                        .query("field", "id of a field, stated or inferred; may be repeated")
                        .answers(200, Found.class, Demand.class)
                        .summary("Technologies and scenarios that are wanted, with facets")
                        .handle(request -> found(request, market.demandFinder(), market.demands())))
                .add(Route.get("/demands/{id}")
                        .needs(Permission.PUBLIC)
                        .answers(200, Demand.class)
                        .summary("One demand")
                        .handle(request -> Response.json(market.demand(request.path("id")))))
                .add(list("/deals")
                        .query("type", "type of deal; may be repeated")
                        .query("amount", "published or unpublished")
                        .query("scope", "own, or hosted for an edition with those it hosts")
                        .answers(200, Found.class, Deal.class)
                        .summary("Signings and published totals, with facets")
                        .handle(request -> found(
                                request,
                                market.dealFinder(Scopes.from(request, market).hosted()),
                                market.deals())))
                .add(Route.get("/deals/{id}")
                        .needs(Permission.PUBLIC)
                        .answers(200, Deal.class)
                        .summary("One signing or published total")
                        .handle(request -> Response.json(market.deal(request.path("id")))))
                .add(list("/agencies")
                        .query("type", "agency or network")
                        .query("specialty", "a speciality, exactly")
                        .answers(200, Found.class, Agency.class)
                        .summary("Transfer agencies, with facets")
                        .handle(request -> found(request, market.agencyFinder(), market.agencies())))
                .add(Route.get("/agencies/{id}")
                        .needs(Permission.PUBLIC)
                        .answers(200, Agency.class)
                        .summary("One transfer agency")
                        .handle(request -> Response.json(market.agency(request.path("id")))));
    }

    private static Route.Draft list(String path) {
        return Route.get(path)
                .needs(Permission.PUBLIC)
                .query("q", "words in name or summary, in either language")
                .query("edition", "id of an edition; with those it hosts")
                .query("sort", "another order than the list's own, e.g. name")
                .query("after", "cursor of the slice before")
                .query("limit", "records, 1 to 100");
    }

    private static <T extends Record> Response found(Request request, Finder<T> finder, Stock<T> stock) {
        var asked = Selection.from(request, finder.parameters());
        return Response.json(finder.find(stock.all(), asked, request.query("limit", SLICE, 1, LARGEST_SLICE)));
    }

    private void matches(Routes routes) {
        routes.add(Route.get("/demands/{id}/matches")
                        .needs(Permission.PUBLIC)
                        .query("limit", "matches, 1 to 100")
                        .answers(200, MatchList.class)
                        .summary("Offers that answer a demand, best first, each with the reasons")
                        .handle(request ->
                                listed(request, market.matcher().offersFor(market.demand(request.path("id"))))))
                .add(Route.get("/offers/{id}/matches")
                        .needs(Permission.PUBLIC)
                        .query("limit", "matches, 1 to 100")
                        .answers(200, MatchList.class)
                        .summary("Demands that an offer answers, best first, each with the reasons")
                        .handle(request -> listed(
                                request,
                                market.matcher()
                                        .demandsFor(
                                                market.offer(request.path("id")),
                                                market.demands().all()))));
    }

    private static Response listed(Request request, List<Match> matches) {
        int limit = request.query("limit", MATCHES, 1, LARGEST_SLICE);
        return Response.json(new MatchList(matches.stream().limit(limit).toList(), matches.size()));
    }

    private void figures(Routes routes) {
        routes.add(Route.get("/statistics/deals")
                        .needs(Permission.PUBLIC)
                        .query("edition", "id of an edition; all when absent")
                        .query("scope", "own, or hosted for the edition with those it hosts")
                        .answers(200, DealFigures.class)
                        .summary("Deals by type, edition and currency, and published totals with their named parts")
                        .handle(request -> Response.json(market.book().figures(Scopes.from(request, market)))))
                .add(Route.get("/statistics/largest-deal")
                        .needs(Permission.PUBLIC)
                        .query("dealType", "type of deal; required, types are not comparable")
                        .query("currency", "needed when the type has amounts in several")
                        .query("edition", "id of an edition; all when absent")
                        .query("scope", "own, or hosted for the edition with those it hosts")
                        .answers(200, DealFigures.Largest.class)
                        .summary("The deal of one type with the largest published amount")
                        .handle(request -> Response.json(market.book()
                                .largest(
                                        Scopes.from(request, market),
                                        request.query("dealType"),
                                        request.query("currency")))))
                .add(Route.get("/statistics/share")
                        .needs(Permission.PUBLIC)
                        .query("deal", "id of the deal")
                        .query("of", "id of the deal or published total it is measured against")
                        .answers(200, Share.class)
                        .summary(
                                "One deal's amount as a share of another's; refused when they measure different things")
                        .handle(request -> Response.json(market.book()
                                .share(
                                        market.deal(named("deal", request.query("deal"))),
                                        market.deal(named("of", request.query("of")))))));
    }

    private static String named(String name, Optional<String> value) {
        return value.orElseThrow(() -> Problem.invalid("/" + name, "the id of a deal is required"));
    }
}
