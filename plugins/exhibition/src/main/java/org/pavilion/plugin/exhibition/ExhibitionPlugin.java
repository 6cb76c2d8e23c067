package org.pavilion.plugin.exhibition;

import org.pavilion.api.Plugin;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Ref;

/** The exhibition board: halls, zones, booths, items and platforms. */
public final class ExhibitionPlugin implements Plugin {

    @Override
    public void start(PluginContext context) {
        var links = context.links();
        var zones = new Zones(links);
        var items = new Items(links);
        var platforms = new Platforms(links);
        var booths = new Booths();
        var desk = new BoothDesk(booths, zones, items, links, context.rooms());

        context.events()
                .publishes("exhibition.zone-published.v1", ZonePublished.class)
                .publishes("exhibition.booth-published.v1", BoothPublished.class)
                .publishes("exhibition.booth-changed.v1", BoothChanged.class)
                .publishes("exhibition.booth-closed.v1", BoothClosed.class)
                .publishes("exhibition.item-published.v1", ItemPublished.class)
                .publishes("exhibition.platform-published.v1", PlatformPublished.class);
        new DirectoryBooths(context.storage(), context.directory(), desk).listen(context.events());
        new ClonedHall(context.storage(), zones, booths).listen(context.events());
        new DemoHall(context.storage(), zones, desk).listen(context.events());
        context.imports()
                .accept("zone", ZoneLine.class, zones::put)
                .accept("item", ItemLine.class, items::put)
                .accept("platform", PlatformLine.class, platforms::put)
                .accept("booth", BoothLine.class, desk::put);
        new SearchSources(zones, booths, items, platforms, context.directory()).provide(context.search());
        context.rooms().offer("booth", new BoothRooms(context.directory(), booths));
        nest(context, zones, booths);
        serve(context, zones, items, platforms, booths, desk);
    }

    /** A booth stands in its zone, a zone in its edition: rights for either cover what stands there. */
    private static void nest(PluginContext context, Zones zones, Booths booths) {
        context.scopes()
                .nest(
                        "booth",
                        id -> context.storage()
                                .read(h -> booths.find(h, id))
                                .map(booth -> booth.zone()
                                        .map(zone -> new Ref("zone", zone))
                                        .orElseGet(() -> new Ref("edition", booth.edition()))))
                .nest(
                        "zone",
                        id -> context.storage()
                                .read(h -> zones.find(h, id))
                                .map(zone -> new Ref("edition", zone.edition())));
    }

    private static void serve(
            PluginContext context, Zones zones, Items items, Platforms platforms, Booths booths, BoothDesk desk) {
        var cards = new Cards(context.directory(), zones);
        var halls = new HallViews(context, zones, booths, items, cards);
        var stands = new BoothViews(context, booths, items, cards);
        var shown = new ItemViews(context, items, stands, cards);
        new ExhibitionApi(context, halls, stands, shown, desk).addTo(context.routes());
        new ExhibitionPages(context, halls, stands, shown, new PlatformViews(context, platforms, cards))
                .addTo(context.pages());
    }
}
