package org.pavilion.server.plugin;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.pavilion.api.Health;
import org.pavilion.api.Method;
import org.pavilion.api.Permission;
import org.pavilion.api.PluginInfo;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one running plugin contributes: frozen when it started, dropped as a whole when it stops. A
 * mount that somebody still holds after that is empty, so that it does not keep the plugin's classes.
 */
public final class Mount {
    private static final Logger LOG = LoggerFactory.getLogger(Mount.class);

    private static final Duration CHECK_LIMIT = Duration.ofSeconds(1);

    private final PluginJar jar;
    private final Doorway doorway;
    private final Circuit circuit;
    private volatile Offers offers;
    private volatile Json json;
    private volatile String incompatible = "";

    Mount(PluginJar jar, Doorway doorway, Offers offers, Json json, Circuit circuit) {
        this.jar = jar;
        this.doorway = doorway;
        this.offers = offers;
        this.json = json;
        this.circuit = circuit;
    }

    public PluginInfo info() {
        return doorway.info();
    }

    public Manifest manifest() {
        return jar.manifest();
    }

    /** This mount's own mapper: bind and write the plugin's records with no other. */
    public Json json() {
        return json;
    }

    /** All routes, for the API document. */
    public List<Route> routes() {
        return offers.routes();
    }

    /** The route for the decoded path below {@code /api/plugins/{id}}, starting with a slash. */
    public Optional<RouteMatch> route(Method method, String rest) {
        return offers.route(method, rest);
    }

    /** The methods that answer this path, for 405. */
    public List<Method> methods(String rest) {
        return offers.methods(rest);
    }

    /** What each page needs, by its pattern. */
    public Map<String, Permission> pages() {
        return offers.pageRights();
    }

    /** The page for a decoded site path without language prefix, starting with a slash. */
    public Optional<PageMatch> page(String path) {
        return offers.page(path);
    }

    /** This plugin's parts of a slot, in order. */
    public List<Part> parts(String slot) {
        return offers.parts().stream()
                .filter(part -> part.name().equals(slot))
                .sorted(Comparator.comparingInt(Offers.Slot::order))
                .map(part -> new Part(this, slot, part.order(), part.handler()))
                .toList();
    }

    /**
     * Runs the handler inside the plugin: gate, 64 calls at a time, circuit breaker and context class
     * loader. Throws {@link Problem} only: its own, {@code plugin.busy}, {@code plugin.degraded},
     * {@code plugin.stopped} (503), or {@code plugin.fault} (500) with the cause.
     */
    public Response call(Route.Handler handler, Request request) {
        var response = guarded(() -> handler.handle(request));
        return response instanceof Response.Stream stream
                ? Response.stream(
                        stream.type(),
                        stream.fileName(),
                        out -> guarded(() -> {
                            stream.body().write(out);
                            return Boolean.TRUE;
                        }))
                : response;
    }

    // Nothing a plugin throws may reach the thread of the house: not even an Error.
    private <T> T guarded(Doorway.Work<T, Exception> work) {
        circuit.admit();
        try {
            var answer = doorway.enter(work);
            if (answer == null) {
                throw new IllegalStateException("the handler answered null");
            }
            circuit.fine();
            return answer;
        } catch (Problem e) {
            if (e.status() >= 500 && e.status() != 503) {
                circuit.fault();
            }
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Gate.stopped();
        } catch (LinkageError e) {
            incompatible = "a class or member is missing: " + e.getMessage();
            throw fault(e);
        } catch (Throwable e) {
            throw fault(e);
        }
    }

    private Problem fault(Throwable e) {
        circuit.fault();
        return new Problem("plugin.fault", 500, "plugin " + info().id() + " " + info().version() + " failed to answer")
                .causedBy(e);
    }

    /** A file of {@code ui/}. */
    public Optional<Asset> asset(String file) {
        return jar.assets().find(file);
    }

    /** {@code <version>-<hash8>}: changes with any byte of {@code ui/}. */
    public String assetVersion() {
        return jar.assets().version();
    }

    /** Site path of the files of {@code ui/}, with a slash at its end. */
    public String assetPath() {
        return jar.assetPath();
    }

    public Optional<UiManifest> ui() {
        return jar.ui();
    }

    public Messages messages() {
        return jar.messages();
    }

    /** Names of the {@code .jsonl} files in the {@code demo/} folder the plugin brings. */
    public List<String> demoFiles() {
        return jar.demo();
    }

    /** Opens one of {@link #demoFiles}; the caller closes it. */
    public InputStream demoFile(String name) {
        return jar.open("demo/" + name);
    }

    /** Why the plugin does not fit this house; empty when it does. */
    String incompatible() {
        return incompatible;
    }

    boolean degraded() {
        return circuit.isOpen();
    }

    /** Asks the plugin's own checks; a failing one is down, never an error of the house. */
    List<PluginState.HealthCheck> health() {
        var all = new ArrayList<PluginState.HealthCheck>();
        for (var check : offers.checks()) {
            all.add(health(check));
        }
        return List.copyOf(all);
    }

    private PluginState.HealthCheck health(Offers.Check check) {
        try {
            var answer = new AtomicReference<>(Health.Status.down("the check gave no answer"));
            Deadline.run(
                    "check " + check.name(),
                    CHECK_LIMIT,
                    null,
                    () -> answer.set(doorway.<Health.Status, RuntimeException>enter(check.check()::get)));
            return switch (Objects.requireNonNull(answer.get())) {
                case Health.Status.Up up -> new PluginState.HealthCheck(check.name(), "up", "");
                case Health.Status.Degraded d -> new PluginState.HealthCheck(check.name(), "degraded", d.reason());
                case Health.Status.Down d -> new PluginState.HealthCheck(check.name(), "down", d.reason());
            };
        } catch (Throwable e) {
            LOG.warn("check {} of plugin {} failed", check.name(), info().id(), e);
            return new PluginState.HealthCheck(check.name(), "down", "the check itself failed");
        }
    }

    /** Lets go of everything that leads to the plugin's classes. */
    void drop() {
        offers = new Offers(doorway, jar.manifest());
        json = new Json();
    }
}
