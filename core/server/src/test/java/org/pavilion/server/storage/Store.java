package org.pavilion.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.DomainEvents;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.json.Json;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.telemetry.Telemetry;

/** A database of one test: open, empty and migrated; see {@link BothStores}. */
public final class Store implements AutoCloseable {
    private final Path data;
    private final ServerSettings settings;
    private final Json json = new Json();
    private final List<StorageMount> mounts = new ArrayList<>();
    private Database database;
    private @Nullable EventLog log;

    private Store(Path data, ServerSettings settings) {
        this.data = data;
        this.settings = settings;
        this.database = Database.open(settings, new Telemetry());
    }

    /** A fresh store on the engine, for tests that are not {@link BothStores}. */
    public static Store create(Dialect dialect) {
        try {
            var data = Files.createTempDirectory("pavilion-store");
            var local = ServerSettings.local(data);
            return new Store(data, dialect == Dialect.SQLITE ? local : local.withStore(TestPostgres.freshDatabase()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings of a data directory that does not exist yet, with an empty database where the engine needs one. */
    public static ServerSettings empty(Dialect dialect, Path data) {
        var local = ServerSettings.local(data);
        return dialect == Dialect.SQLITE ? local : local.withStore(TestPostgres.freshDatabase());
    }

    public Database database() {
        return database;
    }

    public Dialect dialect() {
        return database.dialect();
    }

    public Json json() {
        return json;
    }

    /** What the database was opened with; its data directory is empty but for the store's own files. */
    public ServerSettings settings() {
        return settings;
    }

    public StorageMount mount(String owner) {
        var mount = database.mount(owner, json);
        mounts.add(mount);
        return mount;
    }

    /** The log over this database, started at the first call. */
    public EventLog log() {
        var open = log;
        if (open == null) {
            open = new EventLog(database, new Telemetry());
            log = open;
        }
        return open;
    }

    /** Events of the owner over the given mount. */
    public DomainEvents events(String owner, StorageMount mount) {
        return log().domain(owner, mount, json);
    }

    /** Closes the database and opens it again, as a restart does; mounts and log must be asked for anew. */
    public void restart() {
        shut();
        database = Database.open(settings, new Telemetry());
    }

    @Override
    public void close() throws IOException {
        shut();
        settings.store().ifPresent(TestPostgres::drop);
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void shut() {
        if (log != null) {
            log.close();
            log = null;
        }
        mounts.forEach(StorageMount::close);
        mounts.clear();
        database.close();
    }
}
