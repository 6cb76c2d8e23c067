package org.pavilion.server.http;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.pavilion.api.Limits;
import org.pavilion.api.Method;
import org.pavilion.api.Problem;
import org.pavilion.api.Route;
import org.pavilion.server.json.Json;
import org.pavilion.server.plugin.Mount;
import org.pavilion.server.plugin.PluginHost;

/** The table of contents: core routes and pages, then whatever plugins are mounted at this moment. */
final class Targets {
    private static final String API = "/api";
    private static final Pattern PLUGIN_API = Pattern.compile("/api/plugins/([a-z][a-z0-9-]{1,30})(/.*)");

    private final Router<Route> api = new Router<>();
    private final Router<CorePage> pages = new Router<>();
    private final Router<Route> forms = new Router<>();
    private final Router<Raw> raws = new Router<>();
    private final PluginHost plugins;
    private final List<Route> coreRoutes;
    private final List<Guard> coreGuards;
    private final Json json;

    /** @param coreForms what forms of core pages post to, at paths of the site */
    Targets(
            List<Route> routes,
            List<CorePage> corePages,
            List<Route> coreForms,
            List<RawRoute> rawRoutes,
            PluginHost plugins,
            Json json) {
        this.plugins = plugins;
        this.coreRoutes = List.copyOf(routes);
        this.coreGuards = coreGuards(corePages, coreForms, rawRoutes);
        this.json = json;
        routes.forEach(route -> api.add(route.method(), API + route.path(), route));
        coreForms.forEach(form -> forms.add(form.method(), form.path(), form));
        corePages.forEach(page -> pages.add(Method.GET, page.path(), page));
        rawRoutes.forEach(each -> raws.add(each.method(), each.raw().template(), each.raw()));
    }

    private static List<Guard> coreGuards(List<CorePage> pages, List<Route> forms, List<RawRoute> raws) {
        var all = new ArrayList<Guard>();
        pages.forEach(page -> all.add(new Guard("GET " + page.path(), page.needs(), page.where())));
        forms.forEach(form -> all.add(new Guard(form.method() + " " + form.path(), form.needs(), form.where())));
        raws.forEach(raw -> all.add(
                new Guard(raw.method() + " " + raw.raw().template(), raw.raw().needs(), new Route.Where.Expo())));
        return List.copyOf(all);
    }

    /** What stands before everything that answers requests now. */
    List<Guard> guards() {
        var all = new ArrayList<>(coreGuards);
        mounted()
                .forEach(each -> all.add(new Guard(
                        each.route().method() + " " + each.path(),
                        each.route().needs(),
                        each.route().where())));
        plugins.mounts()
                .forEach(mount -> mount.pages()
                        .forEach((path, needs) -> all.add(new Guard("GET " + path, needs, new Route.Where.Expo()))));
        return List.copyOf(all);
    }

    record RawRoute(Method method, Raw raw) {}

    Optional<Raw> raw(Method method, String path) {
        var match = raws.find(method, path);
        return match == null ? Optional.empty() : Optional.of(match.target());
    }

    /** The target for a decoded path; {@code page} is the same without language prefix. */
    Optional<Target> find(Method method, String path, String page) {
        var core = api.find(method, path);
        if (core != null) {
            var route = core.target();
            return Optional.of(new Target(
                    API + route.path(),
                    route.needs(),
                    route.where(),
                    route.limits(),
                    false,
                    json,
                    core.parameters(),
                    route.handler()::handle));
        }
        var plugin = PLUGIN_API.matcher(path);
        if (plugin.matches()) {
            return pluginRoute(method, plugin.group(1), plugin.group(2));
        }
        if (path.startsWith("/api/")) {
            return Optional.empty();
        }
        return method == Method.GET ? page(page) : form(method, page);
    }

    private Optional<Target> pluginRoute(Method method, String id, String rest) {
        var mount = plugins.mount(id).orElseThrow(() -> plugins.absent(id));
        return mount.route(method, rest)
                .map(match -> new Target(
                        "/api/plugins/" + id + match.route().path(),
                        match.route().needs(),
                        match.route().where(),
                        match.route().limits(),
                        false,
                        mount.json(),
                        match.parameters(),
                        request -> mount.call(match.route().handler(), request)));
    }

    private Optional<Target> form(Method method, String path) {
        var match = forms.find(method, path);
        if (match == null) {
            return Optional.empty();
        }
        var form = match.target();
        return Optional.of(new Target(
                form.path(),
                form.needs(),
                form.where(),
                form.limits(),
                true,
                json,
                match.parameters(),
                form.handler()::handle));
    }

    private Optional<Target> page(String path) {
        var core = pages.find(Method.GET, path);
        if (core != null) {
            var page = core.target();
            return Optional.of(new Target(
                    page.path(),
                    page.needs(),
                    page.where(),
                    Limits.DEFAULT,
                    true,
                    json,
                    core.parameters(),
                    page.handler()::handle));
        }
        return owner(path)
                .flatMap(mount -> mount.page(path)
                        .map(match -> new Target(
                                match.pattern(),
                                match.needs(),
                                new Route.Where.Expo(),
                                Limits.DEFAULT,
                                true,
                                mount.json(),
                                match.parameters(),
                                request -> mount.call(match.handler(), request))));
    }

    private Optional<Mount> owner(String path) {
        return plugins.page(first(path));
    }

    private static String first(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path.substring(1) : path.substring(1, end);
    }

    /** What to say when nothing answers the path: 404, or 503 while the plugin of the page is being updated. */
    Problem nothing(String path, String page) {
        return path.startsWith("/api/") ? Problem.notFound("this operation") : plugins.absentPage(first(page));
    }

    /** The methods that the path answers; HEAD with every GET. */
    Set<String> allowed(String path, String page) {
        var methods = EnumSet.noneOf(Method.class);
        methods.addAll(raws.methods(path));
        methods.addAll(api.methods(path));
        methods.addAll(forms.methods(page));
        var plugin = PLUGIN_API.matcher(path);
        if (plugin.matches()) {
            plugins.mount(plugin.group(1)).ifPresent(mount -> methods.addAll(mount.methods(plugin.group(2))));
        } else if (!path.startsWith("/api/") && page(page).isPresent()) {
            methods.add(Method.GET);
        }
        var names = new TreeSet<String>();
        methods.forEach(method -> names.add(method.name()));
        if (methods.contains(Method.GET)) {
            names.add("HEAD");
        }
        return names;
    }

    /** Every typed route that is mounted now, for the API document. */
    List<OpenApi.Mounted> mounted() {
        var all = new ArrayList<OpenApi.Mounted>();
        coreRoutes.forEach(route -> all.add(new OpenApi.Mounted("core", API + route.path(), route)));
        for (var mount : plugins.mounts()) {
            var id = mount.info().id();
            mount.routes()
                    .forEach(route -> all.add(new OpenApi.Mounted(
                            id, "/api/plugins/" + id + (route.path().equals("/") ? "" : route.path()), route)));
        }
        return all;
    }
}
