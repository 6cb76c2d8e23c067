package org.pavilion.server.plugin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is here. Written under the host's lock; read by requests without one: the mounts are one
 * immutable table that is replaced as a whole.
 */
final class Roster {
    private static final Logger LOG = LoggerFactory.getLogger(Roster.class);

    private final Map<String, Entry> entries = new ConcurrentSkipListMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Table table = new Table(Map.of(), Map.of());

    /** One plugin as the host knows it; {@code jar} is absent when it could not even be read. */
    record Entry(
            String id,
            String version,
            Text name,
            String origin,
            Phase phase,
            String reason,
            Instant since,
            @Nullable PluginJar jar,
            @Nullable Running running) {

        static Entry of(PluginJar jar, String origin, Phase phase, String reason, @Nullable Running running) {
            var m = jar.manifest();
            return new Entry(m.id(), m.version(), m.name(), origin, phase, reason, Instant.now(), jar, running);
        }

        /** A plugin whose jar is unreadable or missing. */
        static Entry broken(String id, String version, String origin, String reason) {
            return new Entry(id, version, Text.same(id), origin, Phase.FAILED, reason, Instant.now(), null, null);
        }

        Entry phase(Phase now, String why) {
            return new Entry(id, version, name, origin, now, why, Instant.now(), jar, running);
        }
    }

    private record Table(Map<String, Mount> byId, Map<String, Mount> byPage) {}

    void put(Entry entry) {
        entries.put(entry.id(), entry);
    }

    void remove(String id) {
        entries.remove(id);
    }

    Optional<Entry> entry(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    Optional<Mount> mount(String id) {
        return Optional.ofNullable(table.byId().get(id));
    }

    Optional<Mount> page(String firstSegment) {
        return Optional.ofNullable(table.byPage().get(firstSegment));
    }

    List<Mount> mounts() {
        return List.copyOf(table.byId().values());
    }

    List<Part> parts(String slot) {
        var all = new ArrayList<Part>();
        mounts().forEach(mount -> all.addAll(mount.parts(slot)));
        all.sort(Comparator.comparingInt(Part::order)
                .thenComparing(part -> part.mount().info().id()));
        return List.copyOf(all);
    }

    void publish(Mount mount) {
        var byId = new TreeMap<>(table.byId());
        byId.put(mount.info().id(), mount);
        swap(byId);
    }

    void unpublish(String id) {
        var byId = new TreeMap<>(table.byId());
        if (byId.remove(id) != null) {
            swap(byId);
        }
    }

    private void swap(Map<String, Mount> byId) {
        var byPage = new TreeMap<String, Mount>();
        byId.values().forEach(mount -> mount.manifest().pages().forEach(page -> byPage.put(page.substring(1), mount)));
        table = new Table(java.util.Collections.unmodifiableMap(byId), Map.copyOf(byPage));
        for (var listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("a listener of plugin changes failed", e);
            }
        }
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Running plugins that cannot run without this one, nearest first. */
    List<Entry> dependents(String id) {
        var found = new ArrayList<Entry>();
        for (var each : entries.values()) {
            if (each.running() != null
                    && each.jar() != null
                    && each.jar().manifest().requires().plugins().containsKey(id)) {
                found.add(each);
                for (var further : dependents(each.id())) {
                    found.removeIf(known -> known.id().equals(further.id()));
                    found.add(further);
                }
            }
        }
        return List.copyOf(found);
    }
}
