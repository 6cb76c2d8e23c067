package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Html;
import org.pavilion.api.Pages;
import org.pavilion.api.Permission;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;

/** The exhibition's pages and its parts of the house's pages. */
final class ExhibitionPages {
    private static final int ROWS = 40;
    private static final int CARDS = 24;
    private static final int TEASER = 6;
    private static final int FOUND = 10;

    private final PluginContext context;
    private final HallViews halls;
    private final BoothViews booths;
    private final ItemViews items;
    private final PlatformViews platforms;

    ExhibitionPages(
            PluginContext context, HallViews halls, BoothViews booths, ItemViews items, PlatformViews platforms) {
        this.context = context;
        this.halls = halls;
        this.booths = booths;
        this.items = items;
        this.platforms = platforms;
    }

    void addTo(Pages pages) {
        at(pages, "/halls", this::map);
        at(pages, "/halls/{hall}/list", this::list);
        at(pages, "/halls/tour", this::tour);
        at(pages, "/zone/{id}", this::zone);
        at(pages, "/booth/{id}", this::booth);
        at(pages, "/exhibitors", this::exhibitors);
        at(pages, "/item/{id}", this::item);
        at(pages, "/achievements", this::wall);
        at(pages, "/platform/{id}", this::platform);
        at(pages, "/platforms", this::platforms);
        pages.part("home.main", 20, this::home);
        pages.part("organisation.main", 20, this::organisation);
    }

    private static void at(Pages pages, String path, Route.Handler handler) {
        pages.at(path, Permission.PUBLIC, handler);
    }

    private Response map(Request request) {
        var view = halls.hall(request.edition(), BoothFilter.from(request), request.query("after"), ROWS);
        return page(request, "halls", view);
    }

    private Response list(Request request) {
        var hall = halls.hall(request.path("hall"));
        return page(request, "list", halls.hall(hall, BoothFilter.from(request), request.query("after"), ROWS));
    }

    /** The tour is in the address; without an edition it is in the hall where its first stand is. */
    private Response tour(Request request) {
        var wish = TourWish.from(request);
        var edition = request.query("edition").isPresent()
                ? request.edition()
                : booths.editionOf(wish.stops()).orElse(request.edition());
        var plan = halls.plan(edition);
        var tour = Tours.of(plan, wish);
        var q = request.query("q").orElse("").strip();
        var found = q.isEmpty()
                ? List.<BoothCard>of()
                : halls.hall(edition, BoothFilter.from(request), Optional.empty(), FOUND).booths().stream()
                        .filter(card -> !tour.ids().contains(card.booth().id()))
                        .toList();
        return page(request, "tour", new TourView(edition, tour, TourMap.of(plan, tour), q, found));
    }

    private Response zone(Request request) {
        var view = halls.zone(request.path("id"), request.query("edition"), request.query("after"));
        context.statistics().visit(HallViews.ZONE_VISIT, view.zone().ref(), request.caller());
        return page(request, "zone", view);
    }

    private Response booth(Request request) {
        var view = booths.booth(request.path("id"), request.caller());
        var booth = view.card().booth();
        context.statistics().visit(BoothViews.BOOTH_VISIT, booth.ref(), request.caller());
        view.card()
                .zone()
                .ifPresent(zone -> context.statistics().visit(HallViews.ZONE_VISIT, zone.ref(), request.caller()));
        return page(request, "booth", view);
    }

    private Response exhibitors(Request request) {
        return page(request, "exhibitors", booths.exhibitors(BoothFilter.from(request), request.query("after"), ROWS));
    }

    private Response item(Request request) {
        var view = items.item(request.path("id"), request.caller());
        context.statistics().visit(ItemViews.ITEM_VIEW, view.card().item().ref(), request.caller());
        return page(request, "item", view);
    }

    private Response wall(Request request) {
        return page(request, "achievements", items.wall(ItemFilter.from(request), request.query("after"), CARDS));
    }

    private Response platform(Request request) {
        return page(request, "platform", platforms.platform(request.path("id")));
    }

    private Response platforms(Request request) {
        return page(request, "platforms", platforms.platforms(request.query("edition")));
    }

    private Response home(Request request) {
        var edition = request.edition();
        var zones = halls.zones(edition.id());
        var wall = items.wall(ItemFilter.ALL, Optional.empty(), TEASER);
        int total = booths.exhibitors(BoothFilter.ALL.in(edition.id()), Optional.empty(), 1)
                .total();
        return page(request, "home", new HomeView(edition, zones, total, wall.items(), wall.fields()));
    }

    private Response organisation(Request request) {
        var id = request.query("id").orElse("");
        var view = new ExhibitorView(booths.standsOf(id), booths.shownBy(id, Optional.empty()));
        return view.booths().isEmpty() && view.items().isEmpty()
                ? Response.page(Html.empty())
                : page(request, "organisation", view);
    }

    private Response page(Request request, String template, Record model) {
        return Response.page(context.templates().render(request, template, model));
    }
}
