package org.pavilion.server.plugin;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.pavilion.api.Problem;
import org.pavilion.api.Route;
import org.pavilion.server.json.Json;
import org.pavilion.server.plugin.PluginStore.Desired;
import org.pavilion.server.plugin.PluginStore.Wanted;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.StorageMount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs, starts, updates, stops and removes plugins while the house is open. Request threads only
 * see immutable mounts; one plugin's failure never touches another.
 *
 * <p>Verbs change what is wanted first and what runs second, so that a crash in between ends in the
 * wanted state at the next start.
 */
public final class PluginHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);
    private static final int KEPT_JARS = 3;
    private static final Duration OLD_ASSETS = Duration.ofHours(24);

    private final ReentrantLock lock = new ReentrantLock();
    private final PluginPorts ports;
    private final StorageMount storage;
    private final PluginStore store;
    private final JarFolder folder;
    private final BundledList bundled;
    private final Trust trust;
    private final Roster roster = new Roster();
    private final Admission admission = new Admission(roster);
    private final Lifecycle lifecycle;
    private final Set<String> updating = ConcurrentHashMap.newKeySet();
    private final Map<String, Retired> retired = new ConcurrentHashMap<>();
    private final Deque<Refusal> refusals = new ArrayDeque<>();

    private record Retired(Assets assets, Instant until) {}

    public PluginHost(PluginPorts ports, ServerSettings settings) {
        this(ports, settings, Running.Limits.STANDARD);
    }

    PluginHost(PluginPorts ports, ServerSettings settings, Running.Limits limits) {
        this.ports = ports;
        var json = new Json();
        this.storage = ports.database().mount("core", json);
        this.store = new PluginStore(storage, ports.events().domain("core", storage, json));
        this.folder = new JarFolder(settings.data());
        this.bundled = BundledList.read(settings.bundledPlugins());
        this.trust = new Trust(settings, bundled);
        this.lifecycle = new Lifecycle(ports, roster, store, admission, folder, limits);
        ports.database()
                .onRunaway(owner -> Thread.ofVirtual().name("runaway-" + owner).start(() -> runaway(owner)));
    }

    /** Installs or updates the bundled jars and starts everything that is wanted, in order of dependencies. */
    public void startBundled() {
        locked(() -> {
            for (var entry : bundled.entries()) {
                takeBundled(entry);
            }
            var rows = store.desired();
            var jars = new ArrayList<PluginJar>();
            var keep = new HashSet<String>();
            for (var row : rows) {
                trim(row.id());
                store.jars(row.id()).forEach(kept -> keep.add(kept.sha256()));
                keep.add(row.sha256());
                if (row.wanted() != Wanted.ABSENT) {
                    opened(row).ifPresent(jars::add);
                }
            }
            folder.cleanUp(keep);
            StartOrder.of(jars).forEach(this::startWanted);
            return null;
        });
    }

    /** A bundled jar becomes wanted unless the organiser removed, pinned or replaced it by something newer. */
    private void takeBundled(BundledList.Entry entry) {
        try {
            var jar = PluginJar.inspect(bundled.jar(entry));
            if (!bundled.names(jar)) {
                throw new Problem("plugin.untrusted", 403, entry.file() + " differs from bundled.json");
            }
            var row = store.desired(jar.id());
            boolean take = row.map(known -> known.wanted() != Wanted.ABSENT
                            && !known.pinned()
                            && !known.sha256().equals(jar.sha256())
                            && jar.version().compareTo(VersionNumber.of(known.version())) >= 0)
                    .orElse(true);
            if (take) {
                store.keep(folder.keep(jar), "bundled");
                store.desire(desired(jar, "bundled", row.map(Desired::wanted).orElse(Wanted.RUNNING), false));
            }
        } catch (RuntimeException e) {
            LOG.warn("bundled plugin {} is not usable", entry.id(), e);
            if (store.desired(entry.id()).isEmpty()) {
                roster.put(Roster.Entry.broken(entry.id(), entry.version(), "bundled", detail(e)));
            }
        }
    }

    private Optional<PluginJar> opened(Desired row) {
        try {
            var jar = folder.open(row.sha256());
            trust.again(jar, row.origin());
            return Optional.of(jar);
        } catch (RuntimeException e) {
            lifecycle.set(Roster.Entry.broken(row.id(), row.version(), row.origin(), detail(e)));
            return Optional.empty();
        }
    }

    private void startWanted(PluginJar jar) {
        var row = store.desired(jar.id()).orElseThrow();
        if (row.wanted() == Wanted.STOPPED) {
            lifecycle.set(Roster.Entry.of(jar, row.origin(), Phase.STOPPED, "", null));
            return;
        }
        try {
            admission.check(jar);
            lifecycle.launch(jar, row.origin(), !row.pinned());
        } catch (Problem e) {
            lifecycle.set(Roster.Entry.of(jar, row.origin(), phase(e), e.detail(), null));
            fallBack(row, e);
        }
    }

    /** The version that ran before takes over when a new one fails at its first start. */
    private void fallBack(Desired row, Problem why) {
        var kept = store.jars(row.id());
        boolean ranBefore = kept.stream().anyMatch(jar -> jar.sha256().equals(row.sha256()) && jar.ran());
        var previous = kept.stream()
                .filter(jar -> jar.ran() && !jar.sha256().equals(row.sha256()))
                .findFirst();
        if (ranBefore || previous.isEmpty()) {
            return;
        }
        try {
            var jar = folder.open(previous.get().sha256());
            lifecycle.launch(jar, previous.get().origin(), false);
            store.desire(desired(jar, previous.get().origin(), Wanted.RUNNING, true));
            note(row.id(), "version " + row.version() + " does not run: " + why.detail());
        } catch (Problem e) {
            LOG.warn("plugin {} has no version that runs", row.id(), e);
        }
    }

    private static Phase phase(Problem e) {
        return e.code().equals("plugin.incompatible") || e.code().equals("plugin.host-version")
                ? Phase.INCOMPATIBLE
                : Phase.FAILED;
    }

    private static Desired desired(PluginJar jar, String origin, Wanted wanted, boolean pinned) {
        var m = jar.manifest();
        return new Desired(m.id(), m.tablePrefix(), m.version(), jar.sha256(), origin, wanted, pinned);
    }

    public Optional<Mount> mount(String id) {
        return roster.mount(id);
    }

    /** The mount that owns the pages below {@code /<firstSegment>}. */
    public Optional<Mount> page(String firstSegment) {
        return roster.page(firstSegment);
    }

    /** Running plugins by id. */
    public List<Mount> mounts() {
        return roster.mounts();
    }

    /** The parts of all plugins for a slot, by order, then plugin id. */
    public List<Part> parts(String slot) {
        return roster.parts(slot);
    }

    /** What to answer when {@link #mount} is empty: 404, or 503 while it is being updated. */
    public Problem absent(String id) {
        return updating.contains(id) ? updatingNow(id) : Problem.notFound("plugin " + id);
    }

    /** What to answer when {@link #page} is empty: 404, or 503 while its plugin is being updated. */
    public Problem absentPage(String firstSegment) {
        return updating.stream()
                .filter(id -> roster.entry(id)
                        .map(Roster.Entry::jar)
                        .filter(jar -> jar.manifest().pages().contains("/" + firstSegment))
                        .isPresent())
                .findFirst()
                .map(PluginHost::updatingNow)
                .orElseGet(() -> Problem.notFound("page /" + firstSegment));
    }

    private static Problem updatingNow(String id) {
        return new Problem("plugin.updating", 503, "plugin " + id + " is being updated").retryAfter(1000);
    }

    /** A file of {@code ui/}, also of a version that was replaced within the last 24 hours. */
    public Optional<Asset> asset(String id, String assetVersion, String file) {
        var mount = roster.mount(id).filter(m -> m.assetVersion().equals(assetVersion));
        if (mount.isPresent()) {
            return mount.get().asset(file);
        }
        var old = retired.get(id + "/" + assetVersion);
        return old == null || old.until().isBefore(Instant.now())
                ? Optional.empty()
                : old.assets().find(file);
    }

    /**
     * Installs, or updates when the id exists. Throws {@link Problem} when that version does not run
     * afterwards: a refused jar leaves nothing behind, one that fails to start is listed with the
     * reason, a failed update has the version before serve again.
     */
    public PluginState install(Path jar) {
        return locked(() -> installing(jar));
    }

    /** Everything that is checked before an install, and nothing else. */
    public PluginState inspect(Path jar) {
        return locked(() -> {
            var read = PluginJar.inspect(jar);
            var origin = trust.origin(read);
            admission.check(read);
            return state(Roster.Entry.of(read, origin, Phase.ABSENT, "", null));
        });
    }

    PluginState installUpload(InputStream body, boolean dryRun) {
        var file = folder.receive(body);
        try {
            return dryRun ? inspect(file) : install(file);
        } finally {
            folder.discard(file);
        }
    }

    private PluginState installing(Path file) {
        PluginJar jar;
        String origin;
        try {
            jar = PluginJar.inspect(file);
            origin = trust.origin(jar);
            admission.check(jar);
            notOlder(jar);
        } catch (Problem e) {
            refuse(file, e);
            throw e;
        }
        var before = roster.entry(jar.id());
        var stored = folder.keep(jar);
        store.keep(stored, origin);
        if (before.map(Roster.Entry::running).isPresent()) {
            return replace(before.orElseThrow(), stored, origin, false);
        }
        store.desire(desired(stored, origin, Wanted.RUNNING, false));
        lifecycle.launch(stored, origin, true);
        resume();
        return stateOf(jar.id());
    }

    private void notOlder(PluginJar jar) {
        roster.entry(jar.id()).filter(entry -> entry.running() != null).ifPresent(entry -> {
            if (jar.version().compareTo(VersionNumber.of(entry.version())) < 0) {
                throw new Problem(
                        "plugin.older", 409, entry.version() + " runs; to go back to " + jar.version() + ", roll back");
            }
        });
    }

    /** Another version takes the place of a running one, or the running one serves again. */
    private PluginState replace(Roster.Entry before, PluginJar next, String origin, boolean back) {
        var old = before.jar();
        if (old == null) {
            throw new IllegalStateException("a running plugin has a jar");
        }
        boolean wasPinned = store.desired(before.id()).map(Desired::pinned).orElse(false);
        var dependents = roster.dependents(before.id());
        updating.add(before.id());
        try {
            retire(before.id(), old.assets());
            dependents.reversed().forEach(each -> lifecycle.halt(each.id(), Phase.STOPPED, waiting(before.id())));
            lifecycle.halt(before.id(), Phase.STARTING, "");
            store.desire(desired(next, origin, Wanted.RUNNING, back));
            try {
                lifecycle.launch(next, origin, !back);
            } catch (Problem e) {
                boolean migrated = !e.code().equals("plugin.migration-failed");
                store.desire(desired(old, before.origin(), Wanted.RUNNING, wasPinned || (migrated && !back)));
                lifecycle.launch(old, before.origin(), false);
                var why = "version " + next.version() + " does not run: " + e.detail();
                note(before.id(), why);
                throw new Problem("plugin.update-failed", 422, why + "; version " + old.version() + " serves again");
            }
        } finally {
            updating.remove(before.id());
            resume();
        }
        return stateOf(before.id());
    }

    private void retire(String id, Assets assets) {
        retired.values().removeIf(each -> each.until().isBefore(Instant.now()));
        retired.put(
                id + "/" + assets.version(), new Retired(assets, Instant.now().plus(OLD_ASSETS)));
    }

    private static String waiting(String id) {
        return "waits for plugin " + id;
    }

    /** Starts what is wanted and was only waiting for another plugin. */
    private void resume() {
        var idle = new ArrayList<PluginJar>();
        for (var entry : roster.entries()) {
            if (entry.phase() == Phase.STOPPED
                    && entry.jar() != null
                    && entry.reason().startsWith("waits for")) {
                idle.add(entry.jar());
            }
        }
        for (var jar : StartOrder.of(idle)) {
            var needs = jar.manifest().requires().plugins().keySet();
            if (needs.stream().allMatch(id -> roster.mount(id).isPresent())) {
                startWanted(jar);
            }
        }
    }

    /** Wants the plugin running. Throws {@link Problem} when it does not start. */
    public PluginState start(String id) {
        return locked(() -> {
            var entry = known(id);
            if (entry.running() == null) {
                var row = store.desired(id).orElseThrow(() -> Problem.notFound("plugin " + id));
                store.desire(row.wanted(Wanted.RUNNING));
                var jar = folder.open(row.sha256());
                trust.again(jar, row.origin());
                admission.check(jar);
                lifecycle.launch(jar, row.origin(), !row.pinned());
                resume();
            }
            return stateOf(id);
        });
    }

    /** Wants the plugin stopped; those that need it wait for it. */
    public PluginState stop(String id) {
        return locked(() -> {
            known(id);
            store.desired(id).ifPresent(row -> store.desire(row.wanted(Wanted.STOPPED)));
            haltWithDependents(id, Phase.STOPPED);
            return stateOf(id);
        });
    }

    private void haltWithDependents(String id, Phase phase) {
        roster.dependents(id).reversed().forEach(each -> lifecycle.halt(each.id(), Phase.STOPPED, waiting(id)));
        lifecycle.halt(id, phase, "");
    }

    /** Returns to the version that ran before. */
    public PluginState rollback(String id) {
        return locked(() -> {
            var entry = known(id);
            var goal = previous(id)
                    .orElseThrow(() -> new Problem("plugin.no-rollback", 409, "no earlier version ran here"));
            var jar = folder.open(goal.sha256());
            trust.again(jar, goal.origin());
            admission.check(jar);
            if (entry.running() != null) {
                return replace(entry, jar, goal.origin(), true);
            }
            store.desire(desired(jar, goal.origin(), Wanted.RUNNING, true));
            lifecycle.launch(jar, goal.origin(), false);
            resume();
            return stateOf(id);
        });
    }

    private Optional<PluginStore.Kept> previous(String id) {
        var now = store.desired(id).map(Desired::sha256).orElse("");
        return store.jars(id).stream()
                .filter(jar -> jar.ran() && !jar.sha256().equals(now))
                .findFirst();
    }

    /** Removes the plugin and keeps its data. */
    public void uninstall(String id) {
        locked(() -> {
            known(id);
            store.desired(id).ifPresent(row -> store.desire(row.wanted(Wanted.ABSENT)));
            haltWithDependents(id, Phase.ABSENT);
            ports.search().forget(id);
            roster.remove(id);
            return null;
        });
    }

    /** Removes the plugin with its tables, settings and documents; also after {@link #uninstall}. */
    public void purge(String id) {
        locked(() -> {
            var row = store.desired(id).orElseThrow(() -> Problem.notFound("plugin " + id));
            if (roster.entry(id).isPresent()) {
                haltWithDependents(id, Phase.ABSENT);
            }
            ports.search().forget(id);
            ports.database().purge(id, row.prefix() + "_");
            store.forget(id);
            roster.remove(id);
            return null;
        });
    }

    private void runaway(String owner) {
        locked(() -> {
            if (roster.entry(owner).map(Roster.Entry::running).isPresent()) {
                LOG.error("plugin {} is stopped: a write of it ran away", owner);
                roster.dependents(owner)
                        .reversed()
                        .forEach(each -> lifecycle.halt(each.id(), Phase.STOPPED, waiting(owner)));
                lifecycle.halt(owner, Phase.FAILED, "a write ran for more than two seconds and was abandoned");
            }
            return null;
        });
    }

    /** The declared settings with their current values; secrets hidden. */
    public PluginSettings settings(String id) {
        var jar = known(id).jar();
        if (jar == null) {
            throw Problem.notFound("settings of plugin " + id);
        }
        var schema = jar.manifest().settings();
        var stored = store.settings(id);
        return new PluginSettings(schema.fields(), schema.masked(schema.complete(stored.values())), stored.version());
    }

    /** Replaces the settings; a hidden secret stays what it is. */
    public PluginSettings configure(String id, Map<String, Object> values, long expected) {
        return locked(() -> {
            var jar = known(id).jar();
            if (jar == null) {
                throw Problem.notFound("settings of plugin " + id);
            }
            var schema = jar.manifest().settings();
            var before = store.settings(id).values();
            var next = schema.unmasked(values, before);
            store.settings(id, next, expected, schema.changed(before, next));
            var running = known(id).running();
            if (running != null) {
                running.context().settingsChanged();
            }
            return settings(id);
        });
    }

    private Roster.Entry known(String id) {
        return roster.entry(id).orElseThrow(() -> Problem.notFound("plugin " + id));
    }

    /** All plugins that are here, by id, whatever their phase. */
    public List<PluginState> states() {
        return roster.entries().stream().map(this::state).toList();
    }

    PluginState stateOf(String id) {
        return state(known(id));
    }

    private PluginState state(Roster.Entry entry) {
        return StateOf.entry(entry, previous(entry.id()).map(PluginStore.Kept::version));
    }

    /** The jars that were not let in lately, newest first. */
    public List<Refusal> refusals() {
        synchronized (refusals) {
            return List.copyOf(refusals);
        }
    }

    private void refuse(Path file, Problem e) {
        LOG.warn("plugin jar refused: {} {}", e.code(), e.detail());
        synchronized (refusals) {
            refusals.addFirst(new Refusal(Instant.now(), file.getFileName().toString(), e.code(), e.detail()));
            if (refusals.size() > 20) {
                refusals.removeLast();
            }
        }
    }

    /** {@code /organiser/plugins…}, below {@code /api}. */
    public List<Route> routes() {
        return new PluginRoutes(this).all();
    }

    /** Runs the listener after each mount and unmount. */
    public void onChange(Runnable listener) {
        roster.onChange(listener);
    }

    /** Unloaded plugins whose classes are still reachable after many full collections; for tests and dev. */
    public List<String> leaks() {
        return lifecycle.leaks();
    }

    private void note(String id, String why) {
        roster.entry(id).ifPresent(entry -> lifecycle.set(entry.phase(entry.phase(), why)));
    }

    private void trim(String id) {
        var jars = store.jars(id);
        jars.stream().skip(KEPT_JARS).forEach(store::drop);
    }

    private static String detail(RuntimeException e) {
        return e instanceof Problem p ? p.detail() : String.valueOf(e);
    }

    private <T extends @org.jspecify.annotations.Nullable Object> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Stops all plugins, those that others need last; what is wanted stays as it is. */
    @Override
    public void close() {
        locked(() -> {
            var jars = roster.entries().stream()
                    .filter(entry -> entry.running() != null && entry.jar() != null)
                    .map(Roster.Entry::jar)
                    .toList();
            StartOrder.of(jars).reversed().forEach(jar -> lifecycle.halt(jar.id(), Phase.INSTALLED, ""));
            return null;
        });
        storage.close();
    }
}
