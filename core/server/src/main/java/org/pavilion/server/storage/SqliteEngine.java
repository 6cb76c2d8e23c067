package org.pavilion.server.storage;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.pavilion.server.telemetry.Telemetry;

/** One file, one writer thread, a few readers: the store of a house on one machine. */
final class SqliteEngine implements Engine {
    private static final long WAL_ALARM = 256 << 20;
    private static final long READ_ALARM_MS = 5_000;
    private static final int SCRUBS = 5;

    private final SqliteFile file;
    private final SqliteWriter writer;
    private final ReadPool readers;

    SqliteEngine(SqliteFile file, Telemetry telemetry, Consumer<String> runaway) throws SQLException {
        this.file = file;
        this.writer = new SqliteWriter(file, telemetry, runaway);
        this.readers = new ReadPool(file);
        telemetry.gauge("storage_queue", writer::queued);
        telemetry.gauge("storage_wal_bytes", file::walBytes);
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public <T> T read(Reading<T> work) throws Exception {
        Running.refuseNesting();
        return readers.read(work);
    }

    @Override
    public <T> T write(String owner, Transaction.Work<T> work) throws Exception {
        Running.refuseNesting();
        return writer.submit(new Job<>(owner, Actors.current(), false, work));
    }

    @Override
    public <T> T exclusive(Transaction.Work<T> work) throws Exception {
        Running.refuseNesting();
        return writer.submit(new Job<>("core", Actors.current(), true, work));
    }

    @Override
    public void onCommit(LongConsumer nudge) {
        writer.onCommit(nudge);
    }

    @Override
    public Outbox outbox() {
        throw new UnsupportedOperationException("on SQLite the writer places events itself");
    }

    @Override
    public StoreHealth health() {
        var trouble = writer.trouble();
        var wal = file.walBytes();
        var oldest = readers.oldestMs();
        return new StoreHealth(
                Dialect.SQLITE,
                trouble == null,
                writer.alive(),
                writer.queued(),
                wal,
                oldest,
                trouble != null
                        ? Optional.of(Failures.readOnly(trouble).detail())
                        : wal > WAL_ALARM
                                ? Optional.of("the write-ahead log has grown to " + (wal >> 20) + " MiB")
                                : oldest > READ_ALARM_MS
                                        ? Optional.of("a read has been running for " + oldest + " ms")
                                        : Optional.empty());
    }

    @Override
    public void scrub() throws SQLException {
        for (int attempt = 0; attempt < SCRUBS; attempt++) {
            if (file.truncateWal()) {
                return;
            }
        }
        throw new SQLException("readers kept the write-ahead log from being truncated");
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }
}
