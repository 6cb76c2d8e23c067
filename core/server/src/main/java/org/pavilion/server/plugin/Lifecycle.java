package org.pavilion.server.plugin;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.pavilion.api.Problem;
import org.pavilion.server.storage.Script;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one plugin from jar to mount and back. Callers hold the host's lock. */
final class Lifecycle {
    /** The first free most loaders; a compiler thread or a thread on its way out may hold one for a while. */
    private static final int COLLECTIONS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final PluginPorts ports;
    private final Roster roster;
    private final PluginStore store;
    private final Admission admission;
    private final Pf4j pf4j;
    private final String node;
    private final Running.Limits limits;
    private final List<Departed> departed = new CopyOnWriteArrayList<>();

    private record Departed(String plugin, WeakReference<ClassLoader> loader) {}

    Lifecycle(
            PluginPorts ports,
            Roster roster,
            PluginStore store,
            Admission admission,
            JarFolder folder,
            Running.Limits limits) {
        this.ports = ports;
        this.roster = roster;
        this.store = store;
        this.admission = admission;
        this.pf4j = new Pf4j(folder.root());
        this.node = folder.node();
        this.limits = limits;
    }

    /** Load, migrate, start, publish. After a failure nothing of it is left but the reason in the roster. */
    void launch(PluginJar jar, String origin, boolean migrate) {
        Running running = null;
        set(Roster.Entry.of(jar, origin, Phase.STARTING, "", null));
        try {
            admission.dependencies(jar.manifest());
            if (migrate) {
                migrate(jar);
            }
            var loader = pf4j.load(jar);
            running = new Running(ports, jar, loader, settings(jar), origin.equals("dev"), limits);
            pf4j.start(jar.id(), running);
            store.ran(jar);
            set(Roster.Entry.of(jar, origin, Phase.RUNNING, "", running));
            roster.publish(running.mount());
            LOG.info("plugin {} {} runs", jar.id(), jar.manifest().version());
        } catch (RuntimeException | Error e) {
            var problem = problem(jar, e);
            clear(jar.id(), running);
            var phase = problem.code().equals("plugin.incompatible") ? Phase.INCOMPATIBLE : Phase.FAILED;
            set(Roster.Entry.of(jar, origin, phase, problem.detail(), null));
            throw problem;
        }
    }

    private static Problem problem(PluginJar jar, Throwable e) {
        if (e instanceof Problem problem) {
            return problem;
        }
        LOG.warn("plugin {} {} could not be launched", jar.id(), jar.manifest().version(), e);
        return new Problem("plugin.start-failed", 422, "could not be started: " + e);
    }

    private void migrate(PluginJar jar) {
        try {
            ports.database()
                    .migrate(
                            jar.id(),
                            jar.manifest().tables(),
                            jar.migrations().stream()
                                    .map(script -> new Script(script.name(), script.sql()))
                                    .toList());
        } catch (RuntimeException e) {
            var why = e instanceof Problem p ? p.detail() : String.valueOf(e.getMessage());
            LOG.warn("plugin {} {}: migration failed", jar.id(), jar.manifest().version(), e);
            throw new Problem("plugin.migration-failed", 422, "a migration failed and was rolled back: " + why);
        }
    }

    private Supplier<Map<String, Object>> settings(PluginJar jar) {
        return () -> jar.manifest().settings().complete(store.settings(jar.id()).values());
    }

    private void clear(String id, @org.jspecify.annotations.Nullable Running running) {
        roster.unpublish(id);
        if (running == null) {
            ports.identity().withdraw(id);
        } else {
            running.stop();
            departed.add(new Departed(id, running.reference()));
        }
        pf4j.unload(id);
    }

    /** Unpublish, drain, withdraw, stop, unload. Does nothing when it does not run. */
    void halt(String id, Phase phase, String reason) {
        var entry = roster.entry(id).orElseThrow(() -> Problem.notFound("plugin " + id));
        var running = entry.running();
        if (running != null) {
            roster.put(entry.phase(Phase.DRAINING, ""));
            clear(id, running);
            LOG.info("plugin {} {} stopped", id, entry.version());
        }
        set(new Roster.Entry(
                id,
                entry.version(),
                entry.name(),
                entry.origin(),
                phase,
                reason,
                java.time.Instant.now(),
                entry.jar(),
                null));
    }

    void set(Roster.Entry entry) {
        roster.put(entry);
        try {
            store.status(node, entry.id(), entry.version(), entry.phase(), entry.reason(), entry.since());
        } catch (RuntimeException e) {
            LOG.warn("the state of plugin {} could not be stored", entry.id(), e);
        }
    }

    /** Unloaded plugins whose class loader survived many full collections. Forces them: tests and dev only. */
    List<String> leaks() {
        for (int i = 0;
                i < COLLECTIONS
                        && departed.stream().anyMatch(each -> each.loader().get() != null);
                i++) {
            collect();
        }
        departed.removeIf(each -> each.loader().get() == null);
        return departed.stream().map(Departed::plugin).toList();
    }

    private static void collect() {
        var queue = new ReferenceQueue<>();
        var sentinel = new PhantomReference<>(new Object(), queue);
        System.gc();
        try {
            queue.remove(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sentinel.clear();
    }
}
