package org.pavilion.server.plugin;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Method;
import org.pavilion.api.PluginInfo;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.json.Json;

/** What one running plugin contributes: frozen when it started, dropped as a whole when it stops. */
@SuppressWarnings("DoNotCallSuggester")
public final class Mount {
    Mount() {}

    public PluginInfo info() {
        throw new UnsupportedOperationException();
    }

    public Manifest manifest() {
        throw new UnsupportedOperationException();
    }

    /** This mount's own mapper: bind and write the plugin's records with no other. */
    public Json json() {
        throw new UnsupportedOperationException();
    }

    /** All routes, for the API document. */
    public List<Route> routes() {
        throw new UnsupportedOperationException();
    }

    /** The route for the decoded path below {@code /api/plugins/{id}}, starting with a slash. */
    public Optional<RouteMatch> route(Method method, String rest) {
        throw new UnsupportedOperationException();
    }

    /** The methods that answer this path, for 405. */
    public List<Method> methods(String rest) {
        throw new UnsupportedOperationException();
    }

    /** The page for a decoded site path without language prefix, starting with a slash. */
    public Optional<PageMatch> page(String path) {
        throw new UnsupportedOperationException();
    }

    public List<Part> parts(String slot) {
        throw new UnsupportedOperationException();
    }

    /**
     * Runs the handler inside the plugin: gate, 64 calls at a time, circuit breaker and context class
     * loader. Throws {@link Problem} only: its own, {@code plugin.busy}, {@code plugin.degraded},
     * {@code plugin.stopped} (503), or {@code plugin.fault} (500) with the cause.
     */
    public Response call(Route.Handler handler, Request request) {
        throw new UnsupportedOperationException();
    }

    /** A file of {@code ui/}. */
    public Optional<Asset> asset(String file) {
        throw new UnsupportedOperationException();
    }

    /** {@code <version>-<hash8>}: changes with any byte of {@code ui/}. */
    public String assetVersion() {
        throw new UnsupportedOperationException();
    }

    public Optional<UiManifest> ui() {
        throw new UnsupportedOperationException();
    }

    public Messages messages() {
        throw new UnsupportedOperationException();
    }
}
