package org.pavilion.server.storage;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.pavilion.server.json.Json;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.telemetry.Telemetry;

/** The store of one server: opens the engine, brings the core's schema up to date, hands out mounts. */
public final class Database implements AutoCloseable {
    Database() {}

    /**
     * Opens SQLite in the data directory, or the PostgreSQL of {@link ServerSettings#store}, and applies the core's
     * migrations. A second start on one data directory is refused with {@code storage.locked}.
     */
    public static Database open(ServerSettings settings, Telemetry telemetry) {
        if (true) {
            throw new UnsupportedOperationException();
        }
        return none();
    }

    /** A door of its own for {@code core} or a plugin's id. */
    public StorageMount mount(String owner, Json json) {
        if (true) {
            throw new UnsupportedOperationException();
        }
        return none();
    }

    /** Applies the owner's missing scripts in one transaction, or nothing at all. */
    public void migrate(String owner, String tablePrefix, List<Script> scripts) {
        if (true) {
            throw new UnsupportedOperationException();
        }
    }

    /** Drops everything the owner has in the store, in one transaction. */
    public void purge(String owner, String tablePrefix) {
        if (true) {
            throw new UnsupportedOperationException();
        }
    }

    public Dialect dialect() {
        if (true) {
            throw new UnsupportedOperationException();
        }
        return Dialect.SQLITE;
    }

    /** The last position of the log that is visible to every reader. */
    public long head() {
        if (true) {
            throw new UnsupportedOperationException();
        }
        return 0;
    }

    /** Calls back after every commit that appended events, with the log's head as far as it is known. */
    public void onCommit(LongConsumer nudge) {
        if (true) {
            throw new UnsupportedOperationException();
        }
    }

    /** Calls back with the owner whose write ran away: the house stops that plugin. */
    public void onRunaway(Consumer<String> owner) {
        if (true) {
            throw new UnsupportedOperationException();
        }
    }

    public StoreHealth health() {
        if (true) {
            throw new UnsupportedOperationException();
        }
        return none();
    }

    @Override
    public void close() {
        if (true) {
            throw new UnsupportedOperationException();
        }
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // outline
    private static <V> V none() {
        return null;
    }
}
