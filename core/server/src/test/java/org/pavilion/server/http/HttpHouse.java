package org.pavilion.server.http;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.pavilion.api.Health;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Templates;
import org.pavilion.api.Text;
import org.pavilion.server.announce.Announcements;
import org.pavilion.server.audit.Audit;
import org.pavilion.server.backup.Backups;
import org.pavilion.server.brand.Brand;
import org.pavilion.server.content.ObjectLinks;
import org.pavilion.server.content.SafeContent;
import org.pavilion.server.directory.ExpoDirectory;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.event.TaskQueue;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.imports.ImportDesk;
import org.pavilion.server.imports.Sheets;
import org.pavilion.server.json.Json;
import org.pavilion.server.live.LiveRooms;
import org.pavilion.server.notify.Notify;
import org.pavilion.server.notify.Sender;
import org.pavilion.server.personal.Personal;
import org.pavilion.server.plugin.HouseSettings;
import org.pavilion.server.plugin.PluginHost;
import org.pavilion.server.plugin.PluginPorts;
import org.pavilion.server.realtime.Realtime;
import org.pavilion.server.search.Search;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.statistics.Counters;
import org.pavilion.server.storage.Database;
import org.pavilion.server.telemetry.Telemetry;

/** The web side on real features and a database of its own, with a few routes to try it with. */
final class HttpHouse implements AutoCloseable {
    static final Permission MANAGE = new Permission("expo:manage");

    record Greeting(String name, int times, Optional<String> note, List<String> tags, boolean loud) {}

    record Counted(long bytes) {}

    private final Database database;
    private final EventLog log;
    private final TaskQueue tasks;
    private final Counters counters;
    private final LiveRooms live;
    private final PluginHost plugins;
    private final HttpServer server;
    private final Identity identity;
    private final Audit audit;
    private final Backups backups;
    private final Realtime realtime;
    private final Brand brand;
    private final HouseSettings house;

    HttpHouse(Path data) {
        this(data, UnaryOperator.identity(), Gate.MOST_IN_FLIGHT);
    }

    @SuppressWarnings("NullAway") // no plugin runs here, so nothing reaches search
    HttpHouse(Path data, UnaryOperator<ServerSettings> change, int mostInFlight) {
        var settings = change.apply(ServerSettings.local(data));
        var telemetry = new Telemetry();
        var json = new Json();
        database = Database.open(settings, telemetry);
        var core = database.mount("core", json);
        log = new EventLog(database, telemetry);
        var events = log.domain("core", core, json);
        tasks = new TaskQueue(database);
        counters = new Counters(core);
        identity = new Identity(core, events, settings, telemetry);
        var directory = new ExpoDirectory(core, events);
        lay(directory);
        var imports = new ImportDesk(core, events, json);
        realtime = new Realtime(identity, json, telemetry);
        Search search = null;
        live = new LiveRooms(
                core,
                events,
                tasks.tasks("core", core),
                json,
                identity,
                realtime,
                directory,
                database.epoch(),
                settings.data().resolve("recordings"));
        var personal = new Personal(core, events, tasks.tasks("core", core), json, identity, () -> {});
        var notify = new Notify(
                core,
                events,
                tasks.tasks("core", core),
                identity,
                realtime,
                database.epoch(),
                personal,
                new Notify.Means(
                        Optional.empty(),
                        () -> "http://localhost",
                        () -> ZoneOffset.UTC,
                        Ref::toString,
                        () -> new Sender(Text.same("Expo"), Optional.empty(), "#c2331d", "#ffffff")));
        var paths = new ObjectPaths(List::of);
        var templates = new JteTemplates(directory, paths, (subject, caller, shown) -> NextPanel.EMPTY);
        plugins = new PluginHost(
                new PluginPorts(
                        database,
                        log,
                        identity,
                        realtime,
                        directory,
                        search,
                        new ObjectLinks(core, events, refs -> Map.of()),
                        new SafeContent(),
                        imports,
                        counters,
                        tasks,
                        live,
                        notify,
                        personal,
                        templates,
                        telemetry),
                settings);
        audit = new Audit(core, log, settings, database.epoch());
        backups = new Backups(core, log, events, tasks.tasks("core", core), settings, () -> ZoneOffset.UTC);
        house = new HouseSettings(core, events);
        identity.entrance().openWhile(house::signUp);
        brand = new Brand(core, events, json);
        server = new HttpServer(
                new HttpParts(
                        json,
                        telemetry,
                        identity,
                        directory,
                        search,
                        imports,
                        new Sheets(core, imports, json),
                        new Upkeep(audit, backups, List::of),
                        brand,
                        live,
                        personal,
                        notify,
                        plugins,
                        house,
                        realtime,
                        counters,
                        new Announcements(core, events, tasks.tasks("core", core), json),
                        List.of(),
                        core.blobs(),
                        Stream.concat(routes(templates.house()).stream(), live.routes().stream())
                                .toList(),
                        paths,
                        templates,
                        Map.of("store", Health.Status::up)),
                settings,
                mostInFlight);
    }

    /** A cold and busy machine may need more than the time of one write; what was undone is tried again. */
    private static void lay(ExpoDirectory directory) {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try {
                directory.layDemoDays(Instant.now());
                return;
            } catch (Problem slow) {
                if (System.nanoTime() > deadline) {
                    throw slow;
                }
            }
        }
    }

    int port() {
        return server.port();
    }

    HttpServer server() {
        return server;
    }

    HouseSettings settings() {
        return house;
    }

    Brand brand() {
        return brand;
    }

    LiveRooms live() {
        return live;
    }

    Identity identity() {
        return identity;
    }

    private static List<Route> routes(Templates templates) {
        return List.of(
                Route.get("/list")
                        .needs(Permission.PUBLIC)
                        .answers(200, Void.class)
                        .handle(request -> Response.page(templates.listing(request, BoardPages.LIST))),
                Route.get("/sheet")
                        .needs(Permission.PUBLIC)
                        .answers(200, Void.class)
                        .handle(request -> Response.page(templates.sheet(request, BoardPages.SHEET))),
                Route.post("/greet")
                        .needs(Permission.PUBLIC)
                        .takes(Greeting.class)
                        .answers(200, Greeting.class)
                        .summary("Says it back")
                        .handle(request -> Response.json(request.body(Greeting.class))),
                Route.post("/count")
                        .needs(Permission.PUBLIC)
                        .answers(200, Counted.class)
                        .handle(request ->
                                Response.json(new Counted(request.stream().readAllBytes().length))),
                Route.get("/things/{id}")
                        .needs(Permission.PUBLIC)
                        .answers(200, Map.class)
                        .query("limit", "How many")
                        .handle(request -> Response.json(
                                Map.of("id", request.path("id"), "limit", request.query("limit", 10, 1, 50)), 7)),
                Route.get("/big")
                        .needs(Permission.PUBLIC)
                        .answers(200, Map.class)
                        .handle(request -> Response.json(Map.of("text", "云展 ".repeat(2000)))),
                Route.get("/broken")
                        .needs(Permission.PUBLIC)
                        .answers(200, Map.class)
                        .handle(request -> {
                            throw new IllegalStateException("secret inner detail");
                        }),
                Route.get("/conflict")
                        .needs(Permission.PUBLIC)
                        .answers(200, Map.class)
                        .handle(request -> {
                            throw new Problem("thing.conflict", 409, "It changed meanwhile").retryAfter(1500);
                        }),
                Route.delete("/things/{id}")
                        .needs(MANAGE)
                        .answers(204, Void.class)
                        .handle(request -> Response.noContent()));
    }

    /** Values of the routes above, to check none is forgotten in header tests. */
    static Set<String> paths() {
        return Set.of("/api/greet", "/api/count", "/api/things/x", "/api/big", "/api/broken", "/api/conflict");
    }

    @Override
    public void close() {
        server.close();
        plugins.close();
        live.close();
        realtime.close();
        counters.close();
        tasks.close();
        backups.close();
        audit.close();
        log.close();
        database.close();
    }
}
