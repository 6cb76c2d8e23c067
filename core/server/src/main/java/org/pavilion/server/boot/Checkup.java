package org.pavilion.server.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pavilion.api.Storage;
import org.pavilion.server.audit.Audit;
import org.pavilion.server.backup.Backups;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.http.HealthSign;
import org.pavilion.server.plugin.Phase;
import org.pavilion.server.plugin.PluginHost;
import org.pavilion.server.plugin.PluginState;
import org.pavilion.server.realtime.Realtime;
import org.pavilion.server.search.Search;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.Database;
import org.pavilion.server.storage.Dialect;

/** Looks at a running house the way its doctor looks at the machine: one sign for each part. */
final class Checkup {
    private static final long DISK_LEAST = 1L << 30;
    private static final long WAL_MOST = 256L << 20;
    private static final int QUEUE_MOST = 1_000;
    private static final long BEHIND_MOST = 1_000;
    private static final Duration BACKUP_AGE = Duration.ofDays(7);

    private final ServerSettings settings;
    private final Database database;
    private final Storage core;
    private final EventLog log;
    private final Audit audit;
    private final Backups backups;
    private final Search search;
    private final PluginHost plugins;
    private final Realtime realtime;

    Checkup(
            ServerSettings settings,
            Database database,
            Storage core,
            EventLog log,
            Audit audit,
            Backups backups,
            Search search,
            PluginHost plugins,
            Realtime realtime) {
        this.settings = settings;
        this.database = database;
        this.core = core;
        this.log = log;
        this.audit = audit;
        this.backups = backups;
        this.search = search;
        this.plugins = plugins;
        this.realtime = realtime;
    }

    /** A consumer of the log and how many events it has before it. */
    private record Behind(String consumer, long events) {}

    List<HealthSign> signs() {
        var signs = new ArrayList<HealthSign>();
        signs.add(disk());
        signs.add(store());
        if (database.dialect() == Dialect.SQLITE) {
            signs.add(writeAheadLog());
        }
        signs.add(queue());
        signs.addAll(listeners());
        signs.addAll(parked());
        signs.addAll(boards());
        signs.add(index());
        signs.add(HealthSign.good("sockets", realtime.connections("ui")));
        signs.add(backup());
        signs.add(chain());
        return signs;
    }

    private HealthSign disk() {
        try {
            var free = Files.getFileStore(settings.data()).getUsableSpace();
            var mib = free >> 20;
            return free >= DISK_LEAST
                    ? HealthSign.good("disk", mib)
                    : HealthSign.poor("disk", "du -sh " + settings.data() + "/*", mib);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HealthSign store() {
        var health = database.health();
        var name = database.dialect() == Dialect.SQLITE ? "SQLite" : "PostgreSQL";
        return health.writable() && health.writerAlive()
                ? HealthSign.good("store", name)
                : HealthSign.bad(
                        "store",
                        "df -h " + settings.data(),
                        name,
                        health.trouble().orElse(""));
    }

    private HealthSign writeAheadLog() {
        var bytes = database.health().walBytes();
        return bytes <= WAL_MOST
                ? HealthSign.good("wal", bytes >> 10)
                : HealthSign.poor("wal", "/readyz?details", bytes >> 20);
    }

    private HealthSign queue() {
        var waiting = database.health().queued();
        return waiting <= QUEUE_MOST
                ? HealthSign.good("queue", waiting)
                : HealthSign.poor("queue", "/metrics", waiting);
    }

    private List<HealthSign> listeners() {
        var late = core
                .read(handle ->
                        handle
                                .createQuery("select consumer, seq as events from event_cursor")
                                .mapTo(Behind.class)
                                .list()
                                .stream()
                                .map(cursor -> new Behind(
                                        cursor.consumer(),
                                        handle.createQuery("select count(*) from event_log where type = ? and seq > ?")
                                                .bind(
                                                        0,
                                                        cursor.consumer()
                                                                .substring(cursor.consumer()
                                                                                .indexOf('/')
                                                                        + 1))
                                                .bind(1, cursor.events())
                                                .mapTo(Long.class)
                                                .one()))
                                .toList())
                .stream()
                .filter(each -> each.events() > BEHIND_MOST)
                .map(each -> HealthSign.poor("listeners", "/organiser/plugins", each.consumer(), each.events()))
                .toList();
        return late.isEmpty() ? List.of(HealthSign.good("listeners", log.head())) : late;
    }

    private List<HealthSign> parked() {
        var found = core.read(handle -> handle.createQuery(
                        "select consumer, count(*) as events from event_parked group by consumer order by consumer")
                .mapTo(Behind.class)
                .list());
        return found.isEmpty()
                ? List.of(HealthSign.good("parked"))
                : found.stream()
                        .map(each -> HealthSign.poor("parked", "/organiser/plugins", each.consumer(), each.events()))
                        .toList();
    }

    private List<HealthSign> boards() {
        var signs = new ArrayList<HealthSign>();
        for (var state : plugins.states()) {
            if (state.phase() == Phase.FAILED || state.phase() == Phase.INCOMPATIBLE) {
                signs.add(HealthSign.bad("plugin", "/organiser/plugins", state.id(), state.reason()));
            } else {
                state.health().stream()
                        .filter(check -> !check.status().equals("up"))
                        .forEach(check -> signs.add(unwell(state, check)));
            }
        }
        var running = plugins.states().stream()
                .filter(state -> state.phase() == Phase.RUNNING)
                .count();
        return signs.isEmpty() ? List.of(HealthSign.good("plugin", running)) : signs;
    }

    private static HealthSign unwell(PluginState state, PluginState.HealthCheck check) {
        return HealthSign.poor("plugin", "/organiser/plugins", state.id(), check.name() + ": " + check.reason());
    }

    private HealthSign index() {
        var status = search.status();
        var behind = Math.max(0, status.head() - status.position());
        return switch (status.state()) {
            case "down" ->
                HealthSign.bad("search", "/organiser/search", status.lastError().orElse(""));
            case "rebuilding" -> HealthSign.poor("search", "/organiser/search", status.indexed());
            default -> HealthSign.good("search", status.documents(), behind);
        };
    }

    private HealthSign backup() {
        var state = backups.state();
        if (state.trouble().isPresent()) {
            return HealthSign.bad(
                    "backup", "/organiser/backups", state.trouble().get());
        }
        var last = state.last();
        return last.isPresent() && last.get().isAfter(Instant.now().minus(BACKUP_AGE))
                ? HealthSign.good(
                        "backup", Duration.between(last.get(), Instant.now()).toHours())
                : HealthSign.poor("backup", "/organiser/backups");
    }

    private HealthSign chain() {
        var state = audit.state();
        return state.trouble().isPresent()
                ? HealthSign.bad(
                        "audit", "pavilion audit verify", state.trouble().get())
                : HealthSign.good("audit", state.rows(), state.signedRows());
    }
}
