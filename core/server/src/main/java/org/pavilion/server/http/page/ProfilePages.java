package org.pavilion.server.http.page;

import java.net.URI;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Language;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.brand.Brand;
import org.pavilion.server.brand.Theme;
import org.pavilion.server.http.PageTools;

/** Who the expo is, for its organiser to change: each group of fields is a form of its own. */
final class ProfilePages {
    static final Permission MANAGE = new Permission("expo:manage");
    static final long LOGO_BYTES = 8 << 20;

    private static final String PATH = "/organiser/profile";

    private final Brand brand;
    private final ProfileForms forms;
    private final PageTools tools;

    ProfilePages(Brand brand, PageTools tools) {
        this.brand = brand;
        this.forms = new ProfileForms(brand);
        this.tools = tools;
    }

    /** Time zones by name, without those that are only offsets or old names. */
    static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                .sorted()
                .toList();
    }

    Response show(Request request) {
        return page(request, Entered.of(values(request)));
    }

    private Map<String, String> values(Request request) {
        var values = new HashMap<>(forms.values());
        request.query("seed").ifPresent(seed -> values.put("seed", seed));
        return values;
    }

    private Response page(Request request, Entered typed) {
        var tried = request.query("seed").flatMap(Theme::of);
        var model = new ProfilePage(
                typed,
                tried.or(() -> brand.profile().theme()),
                tried.isPresent(),
                brand.profile().logo(),
                zones(),
                request.query("done").isPresent());
        return Response.page(tools.render(request, "profile", model));
    }

    List<Route> forms() {
        return List.of(
                form("/name").takes(ProfileForms.Name.class).handle(request -> {
                    var name = request.body(ProfileForms.Name.class);
                    return saved(request, ProfileForms.typed(name), () -> forms.name(name));
                }),
                form("/place").takes(ProfileForms.Place.class).handle(request -> {
                    var place = request.body(ProfileForms.Place.class);
                    return saved(
                            request,
                            Map.of(
                                    "zone",
                                    place.zone().orElse(""),
                                    "language",
                                    place.language().orElse("")),
                            () -> forms.place(place));
                }),
                form("/colour").takes(ProfileForms.Colour.class).handle(request -> {
                    var colour = request.body(ProfileForms.Colour.class);
                    return saved(request, Map.of("seed", colour.seed().orElse("")), () -> forms.colour(colour));
                }),
                form("/links").takes(ProfileForms.Links.class).handle(request -> {
                    var links = request.body(ProfileForms.Links.class);
                    return saved(request, Map.of("links", links.links().orElse("")), () -> forms.links(links));
                }),
                form("/logo")
                        .limits(Limits.DEFAULT.body(LOGO_BYTES))
                        .handle(request -> saved(request, Map.of(), () -> forms.logo(request))));
    }

    private static Route.Draft form(String path) {
        return Route.post(PATH + path).needs(MANAGE).answers(303, Void.class);
    }

    /** What a form does; it may refuse. */
    @FunctionalInterface
    interface Change {
        void make() throws Exception;
    }

    private Response saved(Request request, Map<String, String> typed, Change change) throws Exception {
        try {
            change.make();
        } catch (Problem refused) {
            if (refused.status() != 422) {
                throw refused;
            }
            var values = new HashMap<>(forms.values());
            values.putAll(typed);
            return page(request, Entered.of(values).refused(refused, "profile.fault."));
        }
        return back(request, PATH + "?done=1");
    }

    static Response back(Request request, String path) {
        return Response.redirect(URI.create(request.language() == Language.EN ? "/en" + path : path));
    }

    static Optional<Theme> preview(Request request, Brand brand) {
        return request.query("seed").flatMap(Theme::of).or(() -> brand.profile().theme());
    }
}
