package org.pavilion.server.plugin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Access;
import org.pavilion.api.Calendar;
import org.pavilion.api.Content;
import org.pavilion.api.Directory;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Health;
import org.pavilion.api.Imports;
import org.pavilion.api.JsonText;
import org.pavilion.api.Links;
import org.pavilion.api.Notices;
import org.pavilion.api.Pages;
import org.pavilion.api.Permission;
import org.pavilion.api.PersonalData;
import org.pavilion.api.PluginContext;
import org.pavilion.api.PluginInfo;
import org.pavilion.api.Releases;
import org.pavilion.api.Rooms;
import org.pavilion.api.Routes;
import org.pavilion.api.Scopes;
import org.pavilion.api.SearchIndex;
import org.pavilion.api.Settings;
import org.pavilion.api.Statistics;
import org.pavilion.api.Storage;
import org.pavilion.api.Tasks;
import org.pavilion.api.Templates;
import org.pavilion.api.Text;
import org.pavilion.api.Topics;
import org.pavilion.server.identity.DeclaredPermission;
import org.pavilion.server.json.Json;
import org.pavilion.server.search.Search;
import org.pavilion.server.storage.StorageMount;

/** The doors of the house for one plugin, each ending with it; and their withdrawal at stop. */
final class HostedContext implements PluginContext {
    private final PluginPorts ports;
    private final PluginJar jar;
    private final Doorway doorway;
    private final Json json = new Json();
    private final StorageMount mount;
    private final Offers offers;
    private final HostedSettings settings;
    private final Resources resources = new Resources();
    private final Storage storage;
    private final DomainEvents events;
    private final SearchIndex search;
    private final Imports imports;
    private final Tasks tasks;
    private final HostedTopics topics;
    private final Statistics statistics;
    private final HostedRooms rooms;
    private final Scopes scopes;
    private @Nullable Templates templates;

    HostedContext(
            PluginPorts ports, PluginJar jar, Doorway doorway, Supplier<Map<String, Object>> values, boolean strict) {
        this.ports = ports;
        this.jar = jar;
        this.doorway = doorway;
        var manifest = jar.manifest();
        var id = manifest.id();
        this.mount = ports.database().mount(id, json);
        if (strict) {
            mount.requireEvents();
        }
        this.offers = new Offers(doorway, manifest);
        this.settings = new HostedSettings(values, json, doorway);
        this.storage = new HostedStorage(mount, doorway);
        this.events = new HostedEvents(ports.events().domain(id, mount, json), manifest, doorway);
        this.search = new HostedSearch(ports.search().index(id, mount, searchTypes(manifest)), manifest, doorway);
        this.imports = new HostedImports(
                ports.imports()
                        .imports(
                                id,
                                mount,
                                json,
                                new LinkedHashSet<>(manifest.imports()),
                                new LinkedHashSet<>(manifest.after())),
                manifest,
                doorway);
        this.tasks = new HostedTasks(ports.tasks().tasks(id, mount), manifest, doorway);
        this.topics = new HostedTopics(ports.realtime(), ports.identity(), json, doorway);
        this.statistics = Guarded.of(Statistics.class, ports.statistics().statistics(id, metrics(manifest)), doorway);
        this.scopes = new HostedScopes(ports.identity(), doorway);
        this.rooms = new HostedRooms(ports.rooms(), mount, doorway);
        ports.identity().declare(id, roles(manifest), permissions(manifest));
    }

    private static List<Search.DeclaredType> searchTypes(Manifest manifest) {
        return manifest.search().stream()
                .map(each -> new Search.DeclaredType(each.type(), each.title(), Set.copyOf(each.facets())))
                .toList();
    }

    private static Map<String, Text> metrics(Manifest manifest) {
        var all = new HashMap<String, Text>();
        manifest.metrics().forEach(metric -> all.put(metric.name(), metric.title()));
        return all;
    }

    private static Map<String, Text> roles(Manifest manifest) {
        var all = new HashMap<String, Text>();
        manifest.roles().forEach(role -> all.put(role.name(), role.title()));
        return all;
    }

    private static List<DeclaredPermission> permissions(Manifest manifest) {
        var all = new ArrayList<DeclaredPermission>();
        for (var right : manifest.permissions()) {
            all.add(new DeclaredPermission(new Permission(right.name()), right.title(), Set.copyOf(right.grants())));
        }
        return all;
    }

    Mount mount(Circuit circuit) {
        return new Mount(jar, doorway, offers, json, circuit);
    }

    Offers offers() {
        return offers;
    }

    void settingsChanged() {
        settings.changed();
    }

    /** First half of stop: nothing of the house calls the plugin any more when this returns. */
    void withdraw() {
        var id = jar.id();
        topics.close();
        ports.tasks().withdraw(id);
        ports.events().withdraw(id);
        ports.search().withdraw(id);
        ports.imports().withdraw(id);
        rooms.withdraw();
        ports.personal().withdraw(id);
        ports.identity().withdraw(id);
        settings.drop();
    }

    void closeResources() {
        resources.closeAll(jar.id());
    }

    /** Last half: the plugin has no way back into the house. */
    void end() {
        doorway.stopped();
        mount.close();
        templates = null;
    }

    @Override
    public PluginInfo info() {
        return doorway.info();
    }

    @Override
    public Routes routes() {
        doorway.alive();
        return offers;
    }

    @Override
    public Pages pages() {
        doorway.alive();
        return offers;
    }

    @Override
    public synchronized Templates templates() {
        doorway.alive();
        if (templates == null) {
            templates = doorway.<Templates, RuntimeException>within(() -> ports.templates()
                    .templates(
                            info(),
                            jar.manifest().packageName() + ".tpl",
                            Thread.currentThread().getContextClassLoader(),
                            jar.messages(),
                            jar.assetPath()));
        }
        return new HostedTemplates(templates, doorway);
    }

    @Override
    public Storage storage() {
        doorway.alive();
        return storage;
    }

    @Override
    public JsonText json() {
        doorway.alive();
        return json;
    }

    @Override
    public DomainEvents events() {
        doorway.alive();
        return events;
    }

    @Override
    public SearchIndex search() {
        doorway.alive();
        return search;
    }

    @Override
    public Directory directory() {
        doorway.alive();
        return Guarded.of(Directory.class, ports.directory(), doorway);
    }

    @Override
    public Links links() {
        doorway.alive();
        return Guarded.of(Links.class, ports.links(), doorway);
    }

    @Override
    public Rooms rooms() {
        doorway.alive();
        return rooms;
    }

    @Override
    public Content content() {
        doorway.alive();
        return Guarded.of(Content.class, ports.content(), doorway);
    }

    @Override
    public Imports imports() {
        doorway.alive();
        return imports;
    }

    @Override
    public Releases releases() {
        doorway.alive();
        return Guarded.of(Releases.class, ports.imports().releases(), doorway);
    }

    @Override
    public Statistics statistics() {
        doorway.alive();
        return statistics;
    }

    @Override
    public Access access() {
        doorway.alive();
        return Guarded.of(Access.class, ports.identity(), doorway);
    }

    @Override
    public Scopes scopes() {
        doorway.alive();
        return scopes;
    }

    @Override
    public Settings settings() {
        doorway.alive();
        return settings;
    }

    @Override
    public Tasks tasks() {
        doorway.alive();
        return tasks;
    }

    @Override
    public Topics topics() {
        doorway.alive();
        return topics;
    }

    @Override
    public Notices notices() {
        doorway.alive();
        return Guarded.of(Notices.class, ports.notices(), doorway);
    }

    @Override
    public Calendar calendar() {
        doorway.alive();
        return new HostedCalendar(ports.personal(), doorway);
    }

    @Override
    public void personalData(PersonalData data) {
        doorway.registering();
        ports.identity().personalData(jar.id(), new HostedPersonalData(data, doorway));
    }

    @Override
    public Health health() {
        doorway.alive();
        return offers;
    }

    @Override
    public <R extends AutoCloseable> R closeOnStop(R resource) {
        doorway.alive();
        resources.add(resource);
        return resource;
    }
}
