package org.pavilion.server.http.page;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.imports.ImportDesk;
import org.pavilion.server.plugin.PluginHost;
import org.pavilion.server.search.Search;

/** The organiser's desk: plugins, imports and search, all of it plain forms. */
final class OrganiserPages {
    private static final Permission INSTALL = new Permission("plugin:install");
    private static final Permission IMPORT = new Permission("import:run");
    private static final Permission MANAGE_SEARCH = new Permission("search:manage");
    private static final Set<String> TOLD = Set.of("install", "start", "stop", "rollback", "uninstall");
    private static final Map<String, String> FINDER_TOLD =
            Map.of("rebuild", "desk.rebuild-started", "added", "desk.added", "removed", "desk.removed");
    private static final long JAR = 64L << 20;
    private static final long LINES = 256L << 20;

    private final PluginHost plugins;
    private final ImportDesk desk;
    private final Search search;
    private final PageTools tools;

    OrganiserPages(PluginHost plugins, ImportDesk desk, Search search, PageTools tools) {
        this.plugins = plugins;
        this.desk = desk;
        this.search = search;
        this.tools = tools;
    }

    /** Words that mean the same, separated by commas. */
    record Terms(String terms) {}

    Response setUp(Request request) {
        var model = new Desk.SetUp(
                request.query("token").orElse(""), request.caller().kind() == Caller.Kind.OPERATOR);
        return Response.page(tools.render(request, "setup", model));
    }

    Response plugins(Request request) {
        var notice = request.query("done")
                .filter(TOLD::contains)
                .map(done -> new Desk.Notice(
                        "plugins.done." + done, request.query("plugin").orElse("")));
        return Response.page(
                tools.render(request, "plugins", new Desk.Plugins(plugins.states(), notice, Optional.empty())));
    }

    Response imports(Request request) {
        return Response.page(tools.render(request, "imports", new Desk.Imports(desk.kinds(), Optional.empty())));
    }

    Response finder(Request request) {
        var notice = request.query("done")
                .filter(FINDER_TOLD::containsKey)
                .map(done -> new Desk.Notice(FINDER_TOLD.getOrDefault(done, ""), ""));
        var model = new Desk.Finder(search.status(), search.glossary(), search.missed(), notice);
        return Response.page(tools.render(request, "finder", model));
    }

    /** What the forms post to: site paths that answer with the page to show next. */
    List<Route> forms() {
        return List.of(
                form("/organiser/plugins", INSTALL)
                        .limits(Limits.DEFAULT.body(JAR))
                        .handle(this::install),
                form("/organiser/plugins/{id}/start", INSTALL)
                        .handle(r -> done(r, "start", plugins.start(id(r)).id())),
                form("/organiser/plugins/{id}/stop", INSTALL)
                        .handle(r -> done(r, "stop", plugins.stop(id(r)).id())),
                form("/organiser/plugins/{id}/rollback", INSTALL)
                        .handle(r -> done(r, "rollback", plugins.rollback(id(r)).id())),
                form("/organiser/plugins/{id}/uninstall", INSTALL).handle(request -> {
                    plugins.uninstall(id(request));
                    return done(request, "uninstall", id(request));
                }),
                form("/organiser/imports", IMPORT)
                        .limits(Limits.DEFAULT.body(LINES))
                        .handle(this::runImport),
                form("/organiser/search/rebuild", MANAGE_SEARCH).handle(request -> {
                    search.rebuild();
                    return searchDone(request, "rebuild");
                }),
                form("/organiser/search/glossary", MANAGE_SEARCH)
                        .takes(Terms.class)
                        .handle(request -> {
                            var terms = request.body(Terms.class).terms().split("[,，、;；\n]");
                            var forms = Arrays.stream(terms).map(String::strip).filter(t -> !t.isEmpty());
                            search.addToGlossary(
                                    forms.toList(), request.caller().ref());
                            return searchDone(request, "added");
                        }),
                form("/organiser/search/glossary/{id}/remove", MANAGE_SEARCH).handle(request -> {
                    search.removeFromGlossary(id(request));
                    return searchDone(request, "removed");
                }));
    }

    private static Route.Draft form(String path, Permission needs) {
        return Route.post(path).needs(needs).answers(303, Void.class);
    }

    private Response install(Request request) throws IOException {
        var jar = Files.createTempFile("pavilion-upload", ".jar");
        try (var bytes = request.stream()) {
            Files.copy(bytes, jar, StandardCopyOption.REPLACE_EXISTING);
            return done(request, "install", plugins.install(jar).id());
        } catch (Problem refusal) {
            if (refusal.status() >= 500) {
                throw refusal;
            }
            var model = new Desk.Plugins(plugins.states(), Optional.empty(), Optional.of(refusal.detail()));
            return new Response.Page(refusal.status(), tools.render(request, "plugins", model));
        } finally {
            Files.deleteIfExists(jar);
        }
    }

    private Response runImport(Request request) throws IOException {
        var kind = request.query("kind").orElseThrow(() -> Problem.invalid("/kind", "choose a kind of record"));
        try (var lines = request.stream()) {
            var report = desk.run(
                    kind,
                    lines,
                    request.query("dryRun").isPresent(),
                    request.query("partial").isPresent());
            return Response.page(tools.render(request, "imports", new Desk.Imports(desk.kinds(), Optional.of(report))));
        }
    }

    private static Response searchDone(Request request, String what) {
        return Response.redirect(URI.create(localised(request, "/organiser/search?done=" + what)));
    }

    private static String id(Request request) {
        return request.path("id");
    }

    private static Response done(Request request, String what, String plugin) {
        var page = Address.of("/organiser/plugins").with("done", what).with("plugin", plugin);
        return Response.redirect(URI.create(localised(request, page.toString())));
    }

    private static String localised(Request request, String path) {
        return request.language() == Language.EN ? "/en" + path : path;
    }
}
