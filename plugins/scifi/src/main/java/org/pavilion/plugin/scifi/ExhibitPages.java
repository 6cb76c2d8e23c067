package org.pavilion.plugin.scifi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.pavilion.api.Html;
import org.pavilion.api.Pages;
import org.pavilion.api.Permission;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Shelf;

/** The pages of the sci-fi exhibit: the gallery, an exhibit, what visitors think of its distance. */
final class ExhibitPages {
    private static final String VIEWS = "exhibit-view";
    private static final int SLICE = 60;
    private static final int TEASER = 3;

    private final PluginContext context;
    private final Exhibits exhibits;
    private final DistanceApi distances;

    ExhibitPages(PluginContext context, Exhibits exhibits, DistanceApi distances) {
        this.context = context;
        this.exhibits = exhibits;
        this.distances = distances;
    }

    void addTo(Pages pages) {
        pages.at("/scifi", Permission.PUBLIC, this::gallery);
        pages.at("/scifi/{id}", Permission.PUBLIC, this::exhibit);
        pages.at("/scifi/{id}/distance", Permission.PUBLIC, this::distance);
        pages.part("home.main", 60, this::teaser);
    }

    private Response gallery(Request request) {
        return page(request, "gallery", gallery(editions(request), request.query("after")));
    }

    private Set<String> editions(Request request) {
        return request.query("edition").map(context.directory()::withHosted).orElse(Set.of());
    }

    private GalleryView gallery(Set<String> editions, Optional<String> after) {
        var filter = new Shelf.Filter(editions, Optional.empty());
        var slice = context.storage().read(h -> exhibits.shelf().slice(h, filter, after.orElse(null), SLICE));
        var all = slice.records();
        var theme =
                all.stream().filter(each -> each.type().equals("exhibition")).findFirst();
        return new GalleryView(
                theme,
                theme.map(ExhibitPages::figures).orElse(List.of()),
                cards(all, each -> each.model().isPresent()),
                cards(all, each -> each.type().equals("film-prop")),
                cards(
                        all,
                        each -> Set.of("technology-group", "device-group", "theme-question")
                                .contains(each.type())),
                cards(all, each -> each.type().equals("fiction-reality-pair")),
                slice.next());
    }

    private Response exhibit(Request request) {
        var exhibit = context.storage().read(h -> exhibits.find(h, request.path("id")));
        context.statistics().visit(VIEWS, exhibit.ref(), request.caller());
        var row = exhibits.row(exhibit);
        return page(
                request,
                "exhibit",
                new ExhibitView(
                        card(exhibit),
                        Terms.of(exhibit.type()),
                        figures(exhibit),
                        row.marks().subList(1, row.marks().size())));
    }

    private Response distance(Request request) {
        var id = request.path("id");
        var exhibit = context.storage().read(h -> exhibits.asked(h, id));
        return page(
                request,
                "distance",
                new DistanceView(
                        card(exhibit),
                        distances.distance(id, request.caller()),
                        request.query("voted").isPresent()));
    }

    private Response teaser(Request request) {
        var view = gallery(editions(request), Optional.empty());
        var teaser = new GalleryView(
                view.theme(),
                List.of(),
                view.props().stream().limit(TEASER).toList(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        return teaser.props().isEmpty() ? Response.page(Html.empty()) : page(request, "home", teaser);
    }

    private List<ExhibitCard> cards(List<Exhibit> all, Predicate<Exhibit> wanted) {
        return all.stream().filter(wanted).map(this::card).toList();
    }

    private ExhibitCard card(Exhibit exhibit) {
        var counterpart = exhibit.item().isEmpty()
                ? Optional.<org.pavilion.api.Link>empty()
                : context.links().of(exhibit.ref()).stream()
                        .filter(link -> link.outgoing() && link.relation().equals("imagines"))
                        .findFirst();
        return new ExhibitCard(exhibit, counterpart);
    }

    private static List<GalleryView.Figure> figures(Exhibit exhibit) {
        return exhibit.figures().entrySet().stream()
                .map(each -> new GalleryView.Figure(Terms.of(each.getKey()), each.getValue()))
                .toList();
    }

    private Response page(Request request, String template, Record model) {
        return Response.page(context.templates().render(request, template, model));
    }
}
