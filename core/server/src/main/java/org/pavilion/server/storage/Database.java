package org.pavilion.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.telemetry.Telemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store of one server: opens the engine, brings the core's schema up to date, hands out mounts. */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*_");

    private final DataLock lock;
    private final Engine engine;
    private final FileBlobs blobs;
    private final EventTypes core = new EventTypes("core", null);
    private final List<Consumer<String>> runaways;
    private final String epoch;

    private Database(DataLock lock, Engine engine, FileBlobs blobs, List<Consumer<String>> runaways) {
        this.lock = lock;
        this.engine = engine;
        this.blobs = blobs;
        this.runaways = runaways;
        migrate("core", "", Script.in(ownCode(), "db/core"), true);
        this.epoch = exclusive(Database::epoch);
    }

    /**
     * Opens SQLite in the data directory, or the PostgreSQL of {@link ServerSettings#store}, and applies the core's
     * migrations. A second start on one data directory is refused with {@code storage.locked}.
     */
    public static Database open(ServerSettings settings, Telemetry telemetry) {
        try {
            var data = Files.createDirectories(settings.data());
            var lock = DataLock.of(data);
            var runaways = new CopyOnWriteArrayList<Consumer<String>>();
            Engine engine = null;
            try {
                engine = engine(
                        data, settings.store(), telemetry, owner -> runaways.forEach(each -> each.accept(owner)));
                return new Database(lock, engine, new FileBlobs(data.resolve("blobs")), runaways);
            } catch (IOException | SQLException | RuntimeException e) {
                if (engine != null) {
                    engine.close();
                }
                lock.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new Problem("storage.unusable", 500, "the database does not open: " + e.getMessage()).causedBy(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fills an empty store in one transaction: the schema as its scripts made it, every row, a new epoch at the next
     * opening. A store that holds tables is {@code restore.not-empty}; what does not fit leaves it empty.
     *
     * @return rows by table
     */
    public static Map<String, Long> refill(Path data, Optional<String> store, Refill source) {
        try (var lock = DataLock.of(Files.createDirectories(data));
                var engine = engine(data, store, new Telemetry(), owner -> {})) {
            LOG.debug("{} is locked for a restore", lock);
            return engine.exclusive(transaction -> new Refilling(transaction, source).run());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Problem("restore.failed", 500, "the store could not be filled: " + e.getMessage()).causedBy(e);
        }
    }

    /** What SQLite itself finds wrong with its file; empty when it is sound, and always on PostgreSQL. */
    public List<String> damage() {
        if (dialect() != Dialect.SQLITE) {
            return List.of();
        }
        try {
            return engine.read(connection -> {
                var found = new ArrayList<String>();
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("pragma integrity_check")) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
                found.remove("ok");
                return List.copyOf(found);
            });
        } catch (Exception e) {
            return List.of("the check itself failed: " + e.getMessage());
        }
    }

    /** A door of its own for {@code core} or a plugin's id. */
    public StorageMount mount(String owner, Json json) {
        var types = owner.equals("core") ? core : new EventTypes(owner, core);
        return new StorageMount(owner, engine, blobs, json, types);
    }

    /**
     * Applies the owner's missing scripts in one transaction, or nothing at all ({@code migration.failed}).
     * Every object they touch must be named {@code <tablePrefix>…}, e.g. {@code exhibition_}.
     */
    public void migrate(String owner, String tablePrefix, List<Script> scripts) {
        if (!PREFIX.matcher(tablePrefix).matches()) {
            throw new IllegalArgumentException("not a table prefix: " + tablePrefix);
        }
        migrate(owner, tablePrefix, scripts, false);
    }

    /** Drops everything the owner has in the store, in one transaction. */
    public void purge(String owner, String tablePrefix) {
        if (!PREFIX.matcher(tablePrefix).matches()) {
            throw new IllegalArgumentException("not a table prefix: " + tablePrefix);
        }
        exclusive(transaction -> {
            new Migrator(transaction, owner, tablePrefix).purge();
            return true;
        });
    }

    /** Has every event of every owner looked at before it is stored. */
    public void guard(EventGuard guard) {
        core.guard(guard);
    }

    public Dialect dialect() {
        return engine.dialect();
    }

    /** Names the life of this log; a restore begins a new one, and who remembers another rebuilds. */
    public String epoch() {
        return epoch;
    }

    /** The last position of the log that is visible to every reader. */
    public long head() {
        try {
            return engine.read(connection -> {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("select coalesce(max(seq), 0) from event_log")) {
                    return rows.next() ? rows.getLong(1) : 0L;
                }
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Problem("storage.failed", 503, "the log does not answer").causedBy(e);
        }
    }

    /**
     * Calls back after every commit of this process that appended events: on SQLite with the log's new head, on
     * PostgreSQL with 0, for there the sequencer still has to place them. Must return at once.
     */
    public void onCommit(LongConsumer nudge) {
        engine.onCommit(nudge);
    }

    /** Calls back with the owner whose write did not end: the house stops that plugin. */
    public void onRunaway(Consumer<String> owner) {
        runaways.add(owner);
    }

    /** A connection for the sequencer; only PostgreSQL has an outbox. */
    public Outbox outbox() {
        return engine.outbox();
    }

    public StoreHealth health() {
        return engine.health();
    }

    /**
     * Sees to it that deleted rows are in no file of the data directory any more: not in the write-ahead
     * log either. On PostgreSQL the files are the server's, and vacuum does it.
     */
    public void scrub() {
        try {
            engine.scrub();
        } catch (Exception e) {
            throw new Problem("storage.busy", 503, "what was deleted could not be overwritten yet").causedBy(e);
        }
    }

    @Override
    public void close() {
        engine.close();
        lock.close();
    }

    private static Engine engine(Path data, Optional<String> store, Telemetry telemetry, Consumer<String> runaway)
            throws SQLException {
        return store.isPresent()
                ? new PostgresEngine(store.get(), telemetry)
                : new SqliteEngine(SqliteFile.in(data), telemetry, runaway);
    }

    private void migrate(String owner, String prefix, List<Script> scripts, boolean core) {
        int applied = exclusive(transaction -> new Migrator(transaction, owner, prefix).migrate(scripts));
        if (applied > 0) {
            LOG.info("{} scripts brought the {} of {} up to date", applied, core ? "schema" : "tables", owner);
        }
    }

    private <T> T exclusive(Transaction.Work<T> work) {
        try {
            return engine.exclusive(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Problem("storage.failed", 503, "the store failed: " + e.getMessage()).causedBy(e);
        }
    }

    private static String epoch(Transaction transaction) throws SQLException {
        try (var insert = transaction
                        .connection()
                        .prepareStatement("insert into core_epoch(one, id) values (1, ?) on conflict do nothing");
                var select = transaction.connection().prepareStatement("select id from core_epoch where one = 1")) {
            insert.setString(1, Uuids.next());
            insert.executeUpdate();
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /** The jar or the directory of classes this server runs from. */
    private static Path ownCode() {
        try {
            return Path.of(Database.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the server's own code cannot be found", e);
        }
    }
}
