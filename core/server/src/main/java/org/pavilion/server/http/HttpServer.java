package org.pavilion.server.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.pavilion.api.Method;
import org.pavilion.api.Permission;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.http.page.HousePages;
import org.pavilion.server.realtime.Realtime;
import org.pavilion.server.settings.ServerSettings;

/** The one port of the house: starts answering when constructed, stops when closed. */
public final class HttpServer implements AutoCloseable {
    private static final int HEADER_BYTES = 8 * 1024;
    private static final int IDLE_MS = 15_000;
    private static final int BACKLOG = 1_024;

    private final Realtime realtime;
    private final DeskPulse pulse;
    private final Targets targets;
    private final Javalin app;

    public HttpServer(HttpParts parts, ServerSettings settings) {
        this(parts, settings, Gate.MOST_IN_FLIGHT);
    }

    HttpServer(HttpParts parts, ServerSettings settings, int mostInFlight) {
        boolean https = settings.publicUrl()
                .filter(url -> "https".equals(url.getScheme()))
                .isPresent();
        var files = new WebFiles(HttpServer.class.getClassLoader());
        var build = FrontEnd.read(files, parts.json());
        var headers = new SecurityHeaders(build, https, parts.live()::streamOrigins);
        var dispatcher = dispatcher(parts, settings, files, build);
        targets = dispatcher.targets();
        var gate = new Gate(headers, settings, parts.json(), mostInFlight);
        realtime = parts.realtime();
        var openPages = realtime.broadcast(Navigation.TOPIC, caller -> {});
        var navigation = new Navigation(parts.plugins(), openPages);
        var news = new News(parts.announcements(), openPages, parts.json());
        parts.announcements().onChange(news::tell);
        pulse = new DeskPulse(parts);
        app = Javalin.create(config -> configure(config, dispatcher));
        app.unsafe.jetty.modifyServer(server -> {
            server.setHandler(gate);
            gate.setHandler(realtime.handler(server, Gate::client)); // Javalin's own goes inside the innermost
            server.setErrorHandler(new JettyErrors(headers, parts.json()));
        });
        app.unsafe.jetty.modifyHttpConfiguration(HttpServer::harden);
        app.unsafe.jetty.addConnector((server, http) -> {
            var connector = new ServerConnector(server, new HttpConnectionFactory(http));
            connector.setHost(settings.host());
            connector.setPort(settings.port());
            connector.setIdleTimeout(IDLE_MS);
            connector.setAcceptQueueSize(BACKLOG);
            connector.addBean(new ConnectionCap(settings));
            return connector;
        });
        parts.telemetry().gauge("http_in_flight", gate::inFlight);
        parts.plugins().onChange(navigation::changed);
        app.start();
    }

    private Dispatcher dispatcher(HttpParts parts, ServerSettings settings, WebFiles files, Frame.Build build) {
        var templates = parts.templates().house();
        var signIn = new SignIn(parts);
        var tools = new Parts(parts.plugins(), templates, signIn);
        var layout = new Layout(parts, tools, build, new Boot(parts.plugins(), parts.identity(), parts.json()));
        var raws = raws(parts, settings, signIn);
        var pages = new ArrayList<>(HousePages.of(parts, tools));
        pages.addAll(HousePages.setUp(parts, tools));
        var targets = new Targets[1];
        pages.add(new CorePage(
                "/api",
                Permission.PUBLIC,
                request -> Response.page(tools.render(request, "api", ApiGuide.of(targets[0].mounted())))));
        raws.add(raw(Method.GET, "/openapi.json", true, x -> openApi(x, parts, targets[0])));
        targets[0] = new Targets(
                routes(parts, tools), pages, HousePages.forms(parts, tools), raws, parts.plugins(), parts.json());
        return new Dispatcher(
                parts,
                targets[0],
                new AssetServer(files, parts.plugins(), new BrandFiles(parts.brand(), parts.json())),
                signIn,
                new Renderer(layout, parts.blobs()),
                new Failures(parts.json(), layout));
    }

    private static List<Route> routes(HttpParts parts, PageTools tools) {
        var routes = new ArrayList<>(parts.routes());
        routes.addAll(HousePages.routes(parts, tools));
        return routes;
    }

    private List<Targets.RawRoute> raws(HttpParts parts, ServerSettings settings, SignIn signIn) {
        var probes = new Probes(parts, settings.metricsOpen());
        var reports = new Reports(parts.telemetry());
        var raws = new ArrayList<Targets.RawRoute>();
        raws.add(raw(Method.GET, "/healthz", false, probes::health));
        raws.add(raw(Method.GET, "/readyz", true, probes::ready));
        raws.add(raw(Method.GET, "/metrics", false, probes::metrics));
        raws.add(raw(Method.GET, "/robots.txt", false, HttpServer::robots));
        raws.add(raw(Method.POST, "/api/guest", true, x -> Renderer.empty(x, 204)));
        raws.add(raw(Method.POST, "/api/csp", true, reports::policy));
        raws.add(raw(Method.POST, "/api/client-errors", true, reports::failure));
        raws.add(raw(Method.GET, "/sign-in/callback", true, signIn::arrive));
        for (var prefix : List.of("", "/en")) {
            raws.add(raw(Method.POST, prefix + "/setup", true, signIn::exchange));
            raws.add(raw(Method.POST, prefix + "/sign-out", true, signIn::signOut));
            raws.add(raw(Method.GET, prefix + "/sign-in/provider", true, signIn::depart));
        }
        return raws;
    }

    private static Targets.RawRoute raw(Method method, String path, boolean counted, Raw.Handler handler) {
        return new Targets.RawRoute(method, new Raw(path, Permission.PUBLIC, counted, handler));
    }

    private static void openApi(Exchange x, HttpParts parts, Targets targets) throws java.io.IOException {
        var body = parts.json().pretty(OpenApi.document(targets.mounted())).getBytes(StandardCharsets.UTF_8);
        x.context().res().setHeader("Cache-Control", "no-cache");
        Sender.bytes(x, 200, "application/json", body, "W/\"" + Hashes.etag(body) + "\"");
    }

    private static void robots(Exchange x) throws java.io.IOException {
        var text =
                "User-agent: *\nDisallow: /api/\nDisallow: /organiser\nDisallow: /setup\nDisallow: /me\nDisallow: /sign-in\nDisallow: /sign-up\n";
        x.context().res().setHeader("Cache-Control", "no-cache");
        Sender.bytes(x, 200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), null);
    }

    /** Javalin's own router sees one endpoint for each method: what is mounted changes while it runs. */
    private static void configure(JavalinConfig config, Dispatcher dispatcher) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        for (var method : HandlerType.commonHttp()) {
            config.routes.addEndpoint(new Endpoint(method, "*", dispatcher::handle));
        }
    }

    private static void harden(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setIdleTimeout(IDLE_MS);
        http.setUriCompliance(UriCompliance.RFC3986);
    }

    /** What stands before every way in, for whoever reviews it. */
    public List<Guard> guards() {
        var all = new ArrayList<>(targets.guards());
        realtime.commandRights()
                .forEach((name, right) -> all.add(new Guard(
                        "command " + name,
                        right.needs(),
                        right.atObject() ? new Route.Where.At("object", "body") : new Route.Where.Expo())));
        return List.copyOf(all);
    }

    /** The port that is listened on. */
    public int port() {
        return app.port();
    }

    @Override
    public void close() {
        pulse.close();
        realtime.drain();
        app.stop();
    }
}
