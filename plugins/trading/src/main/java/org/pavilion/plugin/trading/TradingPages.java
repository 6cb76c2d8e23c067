package org.pavilion.plugin.trading;

import org.pavilion.api.Html;
import org.pavilion.api.Pages;
import org.pavilion.api.Permission;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;

/** The board's pages and its parts of the house's pages. */
final class TradingPages {
    private final PluginContext context;
    private final Market market;
    private final Views views;

    TradingPages(PluginContext context, Market market) {
        this.context = context;
        this.market = market;
        this.views = new Views(context, market);
    }

    void addTo(Pages pages) {
        pages.at("/market", Permission.PUBLIC, this::market)
                .at("/market/{id}", Permission.PUBLIC, this::listing)
                .at("/deals", Permission.PUBLIC, this::deals)
                .at("/deals/{id}", Permission.PUBLIC, request -> page(request, "deal", views.deal(request.path("id"))))
                .at("/agency", Permission.PUBLIC, this::agencies)
                .at(
                        "/agency/{id}",
                        Permission.PUBLIC,
                        request -> page(request, "agency", views.agency(request.path("id"))))
                .part("home.main", 30, this::home)
                .part("organisation.main", 30, this::organisation);
    }

    private Response market(Request request) {
        var kind = request.query("kind").orElse("offer");
        return switch (kind) {
            case "offer" ->
                page(
                        request,
                        "market",
                        views.offers(
                                Selection.from(request, market.offerFinder().parameters())));
            case "demand" ->
                page(
                        request,
                        "market",
                        views.demands(
                                Selection.from(request, market.demandFinder().parameters())));
            default -> throw Problem.invalid("/kind", "offer or demand, not " + kind);
        };
    }

    private Response listing(Request request) {
        var id = request.path("id");
        return views.offer(id, request.caller())
                .map(view -> page(request, "offer", view))
                .or(() -> views.demand(id).map(view -> page(request, "demand", view)))
                .orElseThrow(() -> Problem.notFound("listing " + id));
    }

    private Response deals(Request request) {
        return page(
                request,
                "deals",
                views.deals(Selection.from(request, Views.dealParameters()), Scopes.from(request, market)));
    }

    private Response agencies(Request request) {
        return page(
                request,
                "agencies",
                views.agencies(Selection.from(request, market.agencyFinder().parameters())));
    }

    private Response home(Request request) {
        return views.home(request.edition().id())
                .map(view -> page(request, "home", view))
                .orElseGet(() -> Response.page(Html.empty()));
    }

    private Response organisation(Request request) {
        var view = views.organisation(request.query("id").orElse(""));
        return view.offers().isEmpty() && view.deals().isEmpty()
                ? Response.page(Html.empty())
                : page(request, "organisation", view);
    }

    private Response page(Request request, String template, Record model) {
        return Response.page(context.templates().render(request, template, model));
    }
}
