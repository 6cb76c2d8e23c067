package org.pavilion.server.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.server.json.Json;

/** The tables of the plugin host: what is wanted, which jars are kept, how it went, settings. */
final class PluginStore {
    private static final RowMapper<Desired> DESIRED = (row, context) -> new Desired(
            row.getString("id"),
            row.getString("prefix"),
            row.getString("version"),
            row.getString("sha256"),
            row.getString("origin"),
            Wanted.valueOf(row.getString("wanted").toUpperCase(java.util.Locale.ROOT)),
            row.getInt("pinned") == 1);

    private final Storage storage;
    private final Json json = new Json();

    enum Wanted {
        RUNNING,
        STOPPED,
        ABSENT;

        String column() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What should become of a plugin.
     *
     * @param pinned an older version runs on purpose, on the newer version's tables
     */
    record Desired(
            String id, String prefix, String version, String sha256, String origin, Wanted wanted, boolean pinned) {
        Desired wanted(Wanted now) {
            return new Desired(id, prefix, version, sha256, origin, now, pinned);
        }
    }

    /** A jar kept for a plugin. */
    record Kept(String id, String sha256, String version, String origin, boolean ran) {}

    PluginStore(Storage storage, DomainEvents events) {
        this.storage = storage;
        events.publishes(DesiredChanged.NAME, DesiredChanged.class);
        events.publishes(SettingsChanged.NAME, SettingsChanged.class);
    }

    /** Each write here may be repeated; on a cold start the first ones may exceed the writer's patience. */
    private <T> T write(Storage.Write<T, RuntimeException> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return storage.write(work);
            } catch (Problem e) {
                if (!e.code().equals("storage.too-slow") || attempt == 3) {
                    throw e;
                }
            }
        }
    }

    List<Desired> desired() {
        return storage.read(h -> h.createQuery("select * from plugin_desired order by id")
                .map(DESIRED)
                .list());
    }

    Optional<Desired> desired(String id) {
        return storage.read(h -> h.createQuery("select * from plugin_desired where id = :id")
                .bind("id", id)
                .map(DESIRED)
                .findOne());
    }

    void desire(Desired d) {
        write((h, journal) -> {
            h.createUpdate("""
                            insert into plugin_desired(id, prefix, version, sha256, origin, wanted, pinned, changed_at)
                            values (:id, :prefix, :version, :sha256, :origin, :wanted, :pinned, :at)
                            on conflict (id) do update set prefix = excluded.prefix, version = excluded.version,
                              sha256 = excluded.sha256, origin = excluded.origin, wanted = excluded.wanted,
                              pinned = excluded.pinned, changed_at = excluded.changed_at""")
                    .bind("id", d.id())
                    .bind("prefix", d.prefix())
                    .bind("version", d.version())
                    .bind("sha256", d.sha256())
                    .bind("origin", d.origin())
                    .bind("wanted", d.wanted().column())
                    .bind("pinned", d.pinned() ? 1 : 0)
                    .bind("at", journal.now().toEpochMilli())
                    .execute();
            return journal.append(new DesiredChanged(
                    new Ref("plugin", d.id()), d.version(), d.wanted().column()));
        });
    }

    /** Forgets the plugin as if it had never been here. */
    void forget(String id) {
        write((h, journal) -> {
            for (var table : List.of("plugin_desired", "plugin_jar", "plugin_status", "plugin_settings")) {
                h.createUpdate("delete from " + table + " where id = :id")
                        .bind("id", id)
                        .execute();
            }
            return journal.append(new DesiredChanged(new Ref("plugin", id), "", "purged"));
        });
    }

    void keep(PluginJar jar, String origin) {
        write((h, journal) -> h.createUpdate("""
                        insert into plugin_jar(id, sha256, version, origin, stored_at, ran_at)
                        values (:id, :sha256, :version, :origin, :at, 0)
                        on conflict (id, sha256) do update set origin = excluded.origin, stored_at = excluded.stored_at""")
                .bind("id", jar.id())
                .bind("sha256", jar.sha256())
                .bind("version", jar.manifest().version())
                .bind("origin", origin)
                .bind("at", journal.now().toEpochMilli())
                .execute());
    }

    void ran(PluginJar jar) {
        storage.write(
                (h, journal) -> h.createUpdate("update plugin_jar set ran_at = :at where id = :id and sha256 = :sha256")
                        .bind("at", journal.now().toEpochMilli())
                        .bind("id", jar.id())
                        .bind("sha256", jar.sha256())
                        .execute());
    }

    /** The jars kept for a plugin, the one that ran last first. */
    List<Kept> jars(String id) {
        return storage.read(h -> h.createQuery(
                        "select * from plugin_jar where id = :id order by ran_at desc, stored_at desc, sha256")
                .bind("id", id)
                .map(PluginStore::kept)
                .list());
    }

    private static Kept kept(java.sql.ResultSet row, org.jdbi.v3.core.statement.StatementContext context)
            throws java.sql.SQLException {
        return new Kept(
                row.getString("id"),
                row.getString("sha256"),
                row.getString("version"),
                row.getString("origin"),
                row.getLong("ran_at") > 0);
    }

    void drop(Kept jar) {
        write((h, journal) -> h.createUpdate("delete from plugin_jar where id = :id and sha256 = :sha256")
                .bind("id", jar.id())
                .bind("sha256", jar.sha256())
                .execute());
    }

    void status(String node, String id, String version, Phase phase, String reason, Instant since) {
        write((h, journal) -> h.createUpdate("""
                        insert into plugin_status(node, id, version, phase, reason, since)
                        values (:node, :id, :version, :phase, :reason, :since)
                        on conflict (node, id) do update set version = excluded.version, phase = excluded.phase,
                          reason = excluded.reason, since = excluded.since""")
                .bind("node", node)
                .bind("id", id)
                .bind("version", version)
                .bind("phase", phase.name())
                .bind("reason", reason)
                .bind("since", since.toEpochMilli())
                .execute());
    }

    /** Settings as stored, with their version; version 0 when nobody set any. */
    record StoredSettings(Map<String, Object> values, long version) {}

    StoredSettings settings(String id) {
        return storage.read(h -> settings(h, id));
    }

    private StoredSettings settings(Handle h, String id) {
        return h.createQuery("select body, version from plugin_settings where id = :id")
                .bind("id", id)
                .map((row, context) -> new StoredSettings(json.object(row.getString("body")), row.getLong("version")))
                .findOne()
                .orElseGet(() -> new StoredSettings(Map.of(), 0));
    }

    /** Stores the values over the expected version, noting which ones changed; 412 when somebody was faster. */
    long settings(String id, Map<String, Object> values, long expected, List<String> changed) {
        return write((h, journal) -> {
            if (settings(h, id).version() != expected) {
                throw new Problem("version.conflict", 412, "the settings were changed by somebody else");
            }
            h.createUpdate("""
                            insert into plugin_settings(id, body, version, changed_at) values (:id, :body, :version, :at)
                            on conflict (id) do update set body = excluded.body, version = excluded.version,
                              changed_at = excluded.changed_at""")
                    .bind("id", id)
                    .bind("body", json.text(values))
                    .bind("version", expected + 1)
                    .bind("at", journal.now().toEpochMilli())
                    .execute();
            journal.append(new SettingsChanged(new Ref("plugin", id), expected + 1, changed));
            return expected + 1;
        });
    }
}
