package org.pavilion.server.boot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.pavilion.api.Health;
import org.pavilion.api.Health.Status;
import org.pavilion.server.audit.Audit;
import org.pavilion.server.backup.Backups;
import org.pavilion.server.plugin.Phase;
import org.pavilion.server.plugin.PluginHost;
import org.pavilion.server.search.Search;
import org.pavilion.server.storage.Database;

/** Whether the house can take visitors: what {@code /readyz} asks. One failed board is no reason to close. */
final class Readiness {
    private final Database database;
    private final Audit audit;
    private final Backups backups;
    private final Search search;
    private final PluginHost plugins;

    Readiness(Database database, Audit audit, Backups backups, Search search, PluginHost plugins) {
        this.database = database;
        this.audit = audit;
        this.backups = backups;
        this.search = search;
        this.plugins = plugins;
    }

    Map<String, Supplier<Health.Status>> checks() {
        var checks = new LinkedHashMap<String, Supplier<Health.Status>>();
        checks.put("storage", this::storage);
        checks.put("audit", this::audit);
        checks.put("backup", this::backup);
        checks.put("search", this::search);
        checks.put("plugins", this::plugins);
        return checks;
    }

    private Status storage() {
        var health = database.health();
        if (!health.writable() || !health.writerAlive()) {
            return Status.down(health.trouble().orElse("nothing can be written"));
        }
        return health.trouble().map(Status::degraded).orElseGet(Status::up);
    }

    /** Visitors are served all the same; whoever answers for the house must know. */
    private Status audit() {
        return audit.state().trouble().map(Status::degraded).orElseGet(Status::up);
    }

    private Status backup() {
        return backups.state().trouble().map(Status::degraded).orElseGet(Status::up);
    }

    private Status search() {
        var status = search.status();
        return switch (status.state()) {
            case "down" -> Status.down(status.lastError().orElse("the index does not answer"));
            case "rebuilding" -> Status.degraded("the index is being rebuilt");
            default -> Status.up();
        };
    }

    private Status plugins() {
        var failed = plugins.states().stream()
                .filter(state -> state.phase() == Phase.FAILED)
                .map(state -> state.id())
                .collect(Collectors.joining(", "));
        return failed.isEmpty() ? Status.up() : Status.degraded("failed: " + failed);
    }
}
