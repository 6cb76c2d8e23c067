package org.pavilion.server.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Route;
import org.pavilion.api.Text;
import org.pavilion.server.announce.Announcement;
import org.pavilion.server.announce.Announcements;
import org.pavilion.server.audit.Audit;
import org.pavilion.server.backup.Backups;
import org.pavilion.server.brand.Brand;
import org.pavilion.server.brand.Logo;
import org.pavilion.server.brand.Theme;
import org.pavilion.server.content.ObjectLinks;
import org.pavilion.server.content.SafeContent;
import org.pavilion.server.directory.ExpoDirectory;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.event.TaskQueue;
import org.pavilion.server.http.ApprovalSource;
import org.pavilion.server.http.HttpParts;
import org.pavilion.server.http.JteTemplates;
import org.pavilion.server.http.ObjectPaths;
import org.pavilion.server.http.Upkeep;
import org.pavilion.server.http.WhatNext;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.imports.ImportDesk;
import org.pavilion.server.imports.Sheets;
import org.pavilion.server.json.Json;
import org.pavilion.server.live.LiveRooms;
import org.pavilion.server.notify.Notify;
import org.pavilion.server.notify.Sender;
import org.pavilion.server.personal.Personal;
import org.pavilion.server.plugin.HouseSettings;
import org.pavilion.server.plugin.Mount;
import org.pavilion.server.plugin.PluginHost;
import org.pavilion.server.plugin.PluginPorts;
import org.pavilion.server.realtime.Realtime;
import org.pavilion.server.search.Search;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.statistics.Counters;
import org.pavilion.server.storage.Database;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.telemetry.Telemetry;

/** Every feature below the web side, wired by constructor: opened in floor order, closed in reverse. */
final class Features implements AutoCloseable {
    private static final String CORE = "core";
    private static final String CINNABAR = "#c2331d";
    private static final Duration FIND_LIMIT = Duration.ofSeconds(30);
    private static final Map<String, Text> CORE_TYPES = Map.of(
            "edition", new Text("届次", "Editions"),
            "organisation", new Text("机构", "Organisations"),
            "person", new Text("人物", "People"),
            "fact", new Text("数据", "Figures"));

    private final Closing closing = new Closing();
    private final ServerSettings settings;
    private final Telemetry telemetry = new Telemetry();
    private final Json json = new Json();
    private final Database database;
    private final StorageMount core;
    private final EventLog log;
    private final Audit audit;
    private final Backups backups;
    private final Identity identity;
    private final ExpoDirectory directory;
    private final Counters counters;
    private final Announcements announcements;
    private final Brand brand;
    private final ImportDesk imports;
    private final Sheets sheets;
    private final Search search;
    private final WhatNext next;
    private final JteTemplates templates;
    private final Realtime realtime;
    private final LiveRooms live;
    private final Personal personal;
    private final Notify notify;
    private final HouseSettings house;
    private final PluginHost plugins;

    private Features(ServerSettings settings, Consumer<String> progress) {
        this.settings = settings;
        try {
            makeDirectory(settings);
            database = closing.add(Database.open(settings, telemetry));
            core = closing.add(database.mount(CORE, json));
            log = closing.add(new EventLog(database, telemetry));
            audit = closing.add(new Audit(core, log, settings, database.epoch()));
            var events = log.domain(CORE, core, json);
            var tasks = closing.add(new TaskQueue(database));

            identity = closing.add(new Identity(core, events, settings, telemetry));
            identity.follow(events);
            directory = new ExpoDirectory(core, events);
            brand = new Brand(core, events, json);
            database.guard(directory.guard());
            counters = closing.add(new Counters(core));
            backups = closing.add(new Backups(core, log, events, tasks.tasks(CORE, core), settings, this::venue));
            announcements = new Announcements(core, events, tasks.tasks(CORE, core), json);
            imports = new ImportDesk(core, events, json);
            sheets = new Sheets(core, imports, json);
            identity.personalData("core/imports", new WaitingTables(sheets));
            directory.importInto(imports.imports(CORE, core, json, new LinkedHashSet<>(ExpoDirectory.KINDS), Set.of()));

            var index = settings.data().resolve("search");
            search = closing.add(Search.open(index, core, events, log, new Labels(directory), Build.id(), telemetry));
            directory
                    .searchSources()
                    .forEach((type, source) -> search.provide(CORE, type, title(type), Set.of(), core, source));

            realtime = closing.add(new Realtime(identity, json, telemetry));
            live = closing.add(new LiveRooms(
                    core,
                    events,
                    tasks.tasks(CORE, core),
                    json,
                    identity,
                    realtime,
                    directory,
                    database.epoch(),
                    settings.data().resolve("recordings")));
            search.provide(CORE, "said", new Text("会议记录", "What was said"), Set.of(), core, live.saidSource());
            for (var event : List.of("phase-changed", "message-held", "message-approved", "question-moderated")) {
                search.touch(CORE, "live." + event + ".v1", change -> live.saidIn(change.subject()));
            }
            live.doors()
                    .announcements(() -> announcements.showing().stream()
                            .map(Announcement::text)
                            .toList());

            personal = new Personal(core, events, tasks.tasks(CORE, core), json, identity, () -> {
                search.expunge();
                database.scrub();
            });
            notify = new Notify(
                    core,
                    events,
                    tasks.tasks(CORE, core),
                    identity,
                    realtime,
                    database.epoch(),
                    personal,
                    means(settings));

            house = new HouseSettings(core, events);
            identity.entrance().openWhile(house::signUp);
            live.beginWithPause(house::slowSeconds);
            live.keepRecordings(house::recordingDays, house::recordingGigabytes);
            live.notify(notify);
            notify.digestsFrom(house::digestHour);

            var links = new ObjectLinks(core, events, new Titles(search, directory));
            next = new WhatNext(links, search, this::mounts);
            templates = new JteTemplates(directory, this::path, next::of);
            plugins = closing.add(new PluginHost(
                    new PluginPorts(
                            database,
                            log,
                            identity,
                            realtime,
                            directory,
                            search,
                            links,
                            new SafeContent(),
                            imports,
                            counters,
                            tasks,
                            live,
                            notify,
                            personal,
                            templates,
                            telemetry),
                    settings));
            plugins.startBundled();
            search.start();
            if (settings.demo()) {
                new DemoExpo(imports, directory, settings.bundledPlugins()).lay(progress);
            }
            // Doors open when what is stored can be found; a very long way to go is served meanwhile.
            search.await(log.head(), FIND_LIMIT);
            // A restored backup may hold people who were erased after it was made.
            personal.leaveAgain(backups.erased());
        } catch (RuntimeException | Error e) {
            closing.close();
            throw e;
        }
    }

    /** Opens all of them; what was opened before a failure is closed again. */
    static Features open(ServerSettings settings, Consumer<String> progress) {
        return new Features(settings, progress);
    }

    /** What the web side shows of the house. */
    HttpParts parts() {
        return new HttpParts(
                json,
                telemetry,
                identity,
                directory,
                search,
                imports,
                sheets,
                upkeep(),
                brand,
                live,
                personal,
                notify,
                plugins,
                house,
                realtime,
                counters,
                announcements,
                approvals(),
                core.blobs(),
                routes(),
                this::path,
                templates,
                new Readiness(database, audit, backups, search, plugins).checks());
    }

    /** Everything that waits for an organiser's decision, by kind. */
    private List<ApprovalSource> approvals() {
        return List.of(new RoleWishes(identity, notify), new Appeals(identity));
    }

    private Upkeep upkeep() {
        var checkup = new Checkup(settings, database, core, log, audit, backups, search, plugins, realtime);
        return new Upkeep(audit, backups, checkup::signs);
    }

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        routes.addAll(directory.routes());
        routes.addAll(identity.routes());
        routes.addAll(imports.routes());
        routes.addAll(audit.routes());
        routes.addAll(backups.routes());
        routes.addAll(search.routes());
        routes.addAll(live.routes());
        routes.addAll(personal.routes());
        routes.addAll(notify.routes());
        routes.addAll(plugins.routes());
        routes.addAll(next.routes());
        return List.copyOf(routes);
    }

    ImportDesk imports() {
        return imports;
    }

    ExpoDirectory directory() {
        return directory;
    }

    Identity identity() {
        return identity;
    }

    PluginHost plugins() {
        return plugins;
    }

    EventLog log() {
        return log;
    }

    LiveRooms rooms() {
        return live;
    }

    Personal personal() {
        return personal;
    }

    Notify notices() {
        return notify;
    }

    Realtime realtime() {
        return realtime;
    }

    Search search() {
        return search;
    }

    /** The zone in which the expo tells the time. */
    private ZoneId venue() {
        return ZoneId.of(directory.current().zone());
    }

    private static Text title(String type) {
        return CORE_TYPES.getOrDefault(type, Text.same(type));
    }

    /** Page of an object without language prefix. */
    private String path(Ref ref) {
        return new ObjectPaths(plugins::mounts).apply(ref);
    }

    private List<Mount> mounts() {
        return plugins.mounts();
    }

    /** What mail must know of the site. */
    private Notify.Means means(ServerSettings settings) {
        return new Notify.Means(
                settings.mail(),
                () -> settings.publicUrl().map(Object::toString).orElse("http://localhost:" + settings.port()),
                () -> ZoneId.of(directory.current().zone()),
                this::path,
                this::sender);
    }

    /** Mail is written in the expo's name, with its logo and in its colour. */
    private Sender sender() {
        var profile = brand.profile();
        var tones = profile.theme().map(Theme::light);
        return new Sender(
                profile.name(),
                profile.logo().flatMap(Logo::mail).map(Logo.Image::path),
                tones.map(Theme.Tones::brand).orElse(CINNABAR),
                tones.map(Theme.Tones::ink).orElse("#ffffff"));
    }

    private static void makeDirectory(ServerSettings settings) {
        try {
            Files.createDirectories(settings.data());
        } catch (IOException e) {
            throw new Problem(
                            "start.data",
                            400,
                            "the data directory " + settings.data() + " cannot be made or written: " + e.getMessage())
                    .causedBy(e);
        }
    }

    @Override
    public void close() {
        closing.close();
    }
}
