package org.pavilion.server.plugin;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Response;
import org.pavilion.api.Route;

/** The organiser's side of the plugin host as an API. */
final class PluginRoutes {
    private static final Permission READ = new Permission("plugin:read");
    private static final Permission INSTALL = new Permission("plugin:install");
    private static final Permission CONFIGURE = new Permission("plugin:configure");
    private static final String BASE = "/organiser/plugins";

    private final PluginHost host;

    record PluginList(List<PluginState> plugins, List<Refusal> refusals) {}

    record NewSettings(Map<String, Object> values) {}

    PluginRoutes(PluginHost host) {
        this.host = host;
    }

    List<Route> all() {
        return List.of(
                Route.get(BASE)
                        .needs(READ)
                        .answers(200, PluginList.class)
                        .summary("All plugins with their state, and the jars that were refused lately")
                        .handle(r -> Response.json(new PluginList(host.states(), host.refusals()))),
                Route.get(BASE + "/{id}")
                        .needs(READ)
                        .answers(200, PluginState.class)
                        .summary("The state of one plugin")
                        .handle(r -> Response.json(host.stateOf(r.path("id")))),
                Route.post(BASE)
                        .needs(INSTALL)
                        .query("dryRun", "true: check the jar and install nothing")
                        .answers(200, PluginState.class)
                        .limits(Limits.DEFAULT.body(JarEntries.MAX_JAR))
                        .summary("Installs or updates a plugin from the jar in the body (application/java-archive)")
                        .handle(r -> Response.json(host.installUpload(
                                r.stream(),
                                r.query("dryRun").map(Boolean::parseBoolean).orElse(false)))),
                verb("start", "Starts a plugin", host::start),
                verb("stop", "Stops a plugin until it is started again", host::stop),
                verb("rollback", "Returns to the version that ran before", host::rollback),
                removal("uninstall", "Removes a plugin and keeps its data", host::uninstall),
                removal("purge", "Removes a plugin with all its data", host::purge),
                Route.get(BASE + "/{id}/settings")
                        .needs(CONFIGURE)
                        .answers(200, PluginSettings.class)
                        .summary("The settings of a plugin")
                        .handle(r -> settings(host.settings(r.path("id")))),
                Route.put(BASE + "/{id}/settings")
                        .needs(CONFIGURE)
                        .takes(NewSettings.class)
                        .answers(200, PluginSettings.class)
                        .summary("Replaces the settings of a plugin; needs If-Match")
                        .handle(r -> settings(host.configure(
                                r.path("id"),
                                r.body(NewSettings.class).values(),
                                r.ifMatch()
                                        .orElseThrow(() -> new Problem(
                                                "version.required", 428, "If-Match with the version is required"))))));
    }

    private static Response settings(PluginSettings settings) {
        return Response.json(settings, settings.version());
    }

    private static Route verb(String verb, String summary, Function<String, PluginState> action) {
        return Route.post(BASE + "/{id}/" + verb)
                .needs(INSTALL)
                .answers(200, PluginState.class)
                .summary(summary)
                .handle(r -> Response.json(action.apply(r.path("id"))));
    }

    private static Route removal(String verb, String summary, java.util.function.Consumer<String> action) {
        return Route.post(BASE + "/{id}/" + verb)
                .needs(INSTALL)
                .answers(204, Void.class)
                .summary(summary)
                .handle(r -> {
                    action.accept(r.path("id"));
                    return Response.noContent();
                });
    }
}
