package org.pavilion.server.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.pavilion.api.Caller;
import org.pavilion.api.Edition;
import org.pavilion.api.Html;
import org.pavilion.api.Language;
import org.pavilion.api.Listing;
import org.pavilion.api.Method;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Sheet;
import org.pavilion.api.Templates;
import org.pavilion.api.Text;
import org.pavilion.server.content.ObjectLinks;
import org.pavilion.server.content.SafeContent;
import org.pavilion.server.directory.ExpoDirectory;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.event.TaskQueue;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.imports.ImportDesk;
import org.pavilion.server.json.Json;
import org.pavilion.server.live.LiveRooms;
import org.pavilion.server.notify.Notify;
import org.pavilion.server.notify.Sender;
import org.pavilion.server.personal.Personal;
import org.pavilion.server.realtime.Realtime;
import org.pavilion.server.search.Search;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.statistics.Counters;
import org.pavilion.server.storage.Store;
import org.pavilion.server.telemetry.Telemetry;

/** The real house below HTTP around one plugin host, on the store of a test. */
final class House implements AutoCloseable {
    final AtomicLong nanos = new AtomicLong();
    final EventLog log;
    final PluginHost host;
    final Path jars;
    private final Search search;
    private final Counters counters;
    private final TaskQueue tasks;
    final Realtime realtime;
    final LiveRooms live;

    House(Store store) throws IOException {
        this(store, store.settings().withDev(true));
    }

    House(Store store, ServerSettings settings) throws IOException {
        var telemetry = new Telemetry();
        var core = store.mount("core");
        log = store.log();
        var events = store.events("core", core);
        var directory = new ExpoDirectory(core, events);
        search = Search.open(
                settings.data().resolve("search"), core, events, log, (f, v, l) -> Optional.empty(), "test", telemetry);
        counters = new Counters(core);
        tasks = new TaskQueue(store.database());
        var identity = new Identity(core, events, settings, telemetry);
        realtime = new Realtime(identity, new Json(), telemetry);
        live = new LiveRooms(
                core,
                events,
                tasks.tasks("core", core),
                store.json(),
                identity,
                realtime,
                directory,
                store.database().epoch(),
                settings.data().resolve("recordings"));
        var personal = new Personal(core, events, tasks.tasks("core", core), store.json(), identity, () -> {});
        var notify = new Notify(
                core,
                events,
                tasks.tasks("core", core),
                identity,
                realtime,
                store.database().epoch(),
                personal,
                new Notify.Means(
                        Optional.empty(),
                        () -> "http://localhost",
                        () -> ZoneOffset.UTC,
                        Ref::toString,
                        () -> new Sender(Text.same("Expo"), Optional.empty(), "#c2331d", "#ffffff")));
        jars = java.nio.file.Files.createDirectories(settings.data().resolve("uploads"));
        host = new PluginHost(
                new PluginPorts(
                        store.database(),
                        log,
                        identity,
                        realtime,
                        directory,
                        search,
                        new ObjectLinks(core, events, (refs) -> Map.of()),
                        new SafeContent(),
                        new ImportDesk(core, events, new Json()),
                        counters,
                        tasks,
                        live,
                        notify,
                        personal,
                        (info, packageName, loader, messages, assets) -> new Plain(),
                        telemetry),
                settings,
                new Running.Limits(Duration.ofSeconds(2), Duration.ofSeconds(2), nanos::get));
    }

    PluginState install(TestJar jar) throws IOException {
        return host.install(jar.in(jars));
    }

    /** The value of the JSON answer of a GET route. */
    Object get(String id, String rest) {
        return call(Method.GET, id, rest);
    }

    Object call(Method method, String id, String rest) {
        var mount = host.mount(id).orElseThrow(() -> host.absent(id));
        var match = mount.route(method, rest).orElseThrow();
        var answer = mount.call(match.route().handler(), new Call());
        return answer instanceof Response.Json json ? json.value() : answer;
    }

    PluginState state(String id) {
        return host.states().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        host.close();
        tasks.close();
        search.close();
        live.close();
        realtime.close();
        counters.close();
    }

    private record Plain() implements Templates {
        @Override
        public Html render(Request request, String name, Record model) {
            return new Html(name, "", model.toString());
        }

        @Override
        public Html listing(Request request, Listing listing) {
            return Html.empty();
        }

        @Override
        public Html sheet(Request request, Sheet sheet) {
            return Html.empty();
        }

        @Override
        public Html sheet(Request request, Sheet sheet, Ref subject) {
            return Html.empty();
        }
    }

    /** A guest's call without anything in it. */
    private record Call() implements Request {
        @Override
        public Caller caller() {
            return new Caller(new Ref("guest", "g1"), Caller.Kind.GUEST, Set.of("pub"));
        }

        @Override
        public Language language() {
            return Language.EN;
        }

        @Override
        public Edition edition() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String path(String name) {
            return "";
        }

        @Override
        public Optional<String> query(String name) {
            return Optional.empty();
        }

        @Override
        public List<String> queryAll(String name) {
            return List.of();
        }

        @Override
        public int query(String name, int fallback, int min, int max) {
            return fallback;
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }

        @Override
        public <T extends Record> T body(Class<T> takes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream stream() {
            return InputStream.nullInputStream();
        }

        @Override
        public Optional<Long> ifMatch() {
            return Optional.empty();
        }

        @Override
        public Optional<String> idempotencyKey() {
            return Optional.empty();
        }
    }
}
