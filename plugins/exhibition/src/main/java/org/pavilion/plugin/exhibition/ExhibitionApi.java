package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Edition;
import org.pavilion.api.Permission;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Routes;
import org.pavilion.api.Text;

/** The exhibition's JSON API: halls, zones, booths and items. */
final class ExhibitionApi {
    private static final Permission EDIT = new Permission("exhibition:edit");
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final PluginContext context;
    private final HallViews halls;
    private final BoothViews booths;
    private final ItemViews items;
    private final BoothDesk desk;

    ExhibitionApi(PluginContext context, HallViews halls, BoothViews booths, ItemViews items, BoothDesk desk) {
        this.context = context;
        this.halls = halls;
        this.booths = booths;
        this.items = items;
        this.desk = desk;
    }

    /** A hall, which is one edition's. */
    record Hall(String id, Text name, boolean synthetic, Text layout) {
        static Hall of(Edition edition) {
            return new Hall(edition.id(), edition.name(), edition.synthetic(), Halls.DEMO_LAYOUT);
        }
    }

    record HallList(List<Hall> halls) {}

    record ZoneList(List<ZoneCount> zones) {}

    record BoothPage(List<Booth> booths, Optional<String> next, int total) {}

    record ItemPage(List<Item> items, Optional<String> next, int total) {}

    void addTo(Routes routes) {
        routes.add(Route.get("/halls")
                .needs(Permission.PUBLIC)
                .answers(200, HallList.class)
                .summary("Halls, newest edition first")
                .handle(request -> Response.json(
                        new HallList(halls.halls().stream().map(Hall::of).toList()))));
        routes.add(Route.get("/halls/{id}/plan")
                .needs(Permission.PUBLIC)
                .answers(200, HallPlan.class)
                .summary("The floor of a hall in metres, as compact lists")
                .handle(this::plan));
        routes.add(Route.get("/halls/{id}/tour")
                .needs(Permission.PUBLIC)
                .query("stops", "ids of booths, separated by commas; at most 60 are taken")
                .query("order", "short (the shortest that is found) or own (as given)")
                .query("from", "id of the gate; the first one when absent")
                .query("stay", "minutes at each booth, 1 to 60")
                .answers(200, Tour.class)
                .summary("A walk through a hall to these booths: order, metres, minutes and the way")
                .handle(request ->
                        Response.json(Tours.of(halls.plan(halls.hall(request.path("id"))), TourWish.from(request)))));
        routes.add(Route.get("/zones")
                .needs(Permission.PUBLIC)
                .query("edition", "id of an edition; the current one when absent")
                .answers(200, ZoneList.class)
                .summary("Zones of an edition with what they hold")
                .handle(request ->
                        Response.json(new ZoneList(halls.zones(request.edition().id())))));
        addBooths(routes);
        routes.add(Route.get("/items")
                .needs(Permission.PUBLIC)
                .query("edition", "id of an edition")
                .query("zone", "id of a zone")
                .query("field", "id of a field")
                .query("tag", "a tag, exactly")
                .query("organisation", "id of an organisation")
                .query("q", "words in name or summary")
                .query("after", "cursor of the page before")
                .query("limit", "entries, 1 to 200")
                .answers(200, ItemPage.class)
                .summary("Items, real ones first, then newest first; the cursor is stable while items are added")
                .handle(this::items));
        routes.add(Route.get("/items/{id}")
                .needs(Permission.PUBLIC)
                .answers(200, Item.class)
                .summary("One item")
                .handle(request -> {
                    var item = items.item(request.path("id"));
                    return Response.json(item, item.version());
                }));
    }

    private void addBooths(Routes routes) {
        routes.add(Route.get("/booths")
                .needs(Permission.PUBLIC)
                .query("edition", "id of an edition")
                .query("zone", "id of a zone")
                .query("field", "id of a field")
                .query("exhibitor", "id of an organisation")
                .query("q", "words in name, pitch or code")
                .query("after", "cursor of the page before")
                .query("limit", "entries, 1 to 200")
                .answers(200, BoothPage.class)
                .summary("Booths, real ones first")
                .handle(this::booths));
        routes.add(Route.get("/booths/{id}")
                .needs(Permission.PUBLIC)
                .answers(200, Booth.class)
                .summary("One booth, with its version as ETag")
                .handle(request -> {
                    var booth = booths.booth(request.path("id"));
                    return Response.json(booth, booth.version());
                }));
        routes.add(Route.patch("/booths/{id}")
                .needs(EDIT)
                .at("booth", "id")
                .takes(BoothEdit.class)
                .answers(200, Booth.class)
                .summary("Edits a booth; If-Match names the version that was read")
                .handle(this::edit));
    }

    private Response plan(Request request) {
        var edition = halls.hall(request.path("id"));
        // The version is read first: a plan newer than its ETag is fetched once too often, never too seldom.
        long version = halls.planVersion(edition);
        return Response.json(halls.plan(edition), version);
    }

    private Response booths(Request request) {
        var filter = BoothFilter.from(request);
        var view = booths.exhibitors(filter, request.query("after"), request.query("limit", PAGE, 1, LARGEST_PAGE));
        return Response.json(
                new BoothPage(view.booths().stream().map(BoothCard::booth).toList(), view.next(), view.total()));
    }

    private Response items(Request request) {
        var view = items.wall(
                ItemFilter.from(request), request.query("after"), request.query("limit", PAGE, 1, LARGEST_PAGE));
        return Response.json(
                new ItemPage(view.items().stream().map(ItemCard::item).toList(), view.next(), view.total()));
    }

    private Response edit(Request request) {
        var edit = request.body(BoothEdit.class);
        var id = request.path("id");
        long version = request.ifMatch()
                .orElseThrow(() -> new Problem(
                        "booth.version-required", 428, "name the version you read in If-Match, e.g. \"3\""));
        var booth = context.storage().write((h, journal) -> desk.edit(h, journal, id, version, edit));
        return Response.json(booth, booth.version());
    }
}
