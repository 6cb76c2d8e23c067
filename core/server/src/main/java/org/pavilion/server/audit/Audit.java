package org.pavilion.server.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Route;
import org.pavilion.api.Storage;
import org.pavilion.server.audit.Chain.Tail;
import org.pavilion.server.event.Event;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.event.Follower;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records every administrative act behind the event log, in a chain that shows where it was touched. */
public final class Audit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
    private static final int SIGN_ROWS = 1_000;
    private static final long SIGN_SECONDS = 60;

    /** Events without an act after which the cursor is stored all the same. */
    private static final long QUIET_EVENTS = 1_000;

    private static final int CSV_PAGE = 500;

    private final ServerSettings settings;
    private final String epoch;
    private final Writing writing;
    private final Reading reading;
    private final Checkpoints checkpoints;
    private final Follower follower;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("audit-checkpoints").daemon().factory());

    private final Future<?> signing;
    private volatile Tail tail;
    private volatile long position;
    private volatile @Nullable String stopped;
    private volatile @Nullable String tampered;
    private volatile @Nullable Verdict verdict;
    private long stored;

    /** Reads on where the audit of this store ended; {@code epoch} is the life of the log. */
    public Audit(Storage storage, EventLog log, ServerSettings settings, String epoch) {
        this.settings = settings;
        this.epoch = epoch;
        this.writing = new Writing(storage, epoch);
        this.reading = new Reading(storage);
        try {
            checkpoints = Checkpoints.open(settings.data());
        } catch (IOException e) {
            throw new UncheckedIOException("the audit cannot sign in " + settings.data(), e);
        }
        stored = writing.cursor(log.head());
        position = stored;
        tail = writing.tail();
        checkpoints.last().ifPresent(this::compare);
        follower = log.follow("audit", stored, this::record);
        signing = clock.scheduleWithFixedDelay(this::signOrWarn, SIGN_SECONDS, SIGN_SECONDS, TimeUnit.SECONDS);
    }

    /** Verifies the audit of a store, whether or not a server runs on it; {@code progress} hears how many rows were read. */
    public static Verdict verify(ServerSettings settings, LongConsumer progress) {
        try {
            // First the checkpoints: what they name is in any later state of the store.
            var signed = Checkpoints.read(settings.data());
            try (var snapshot = Snapshot.of(settings)) {
                return snapshot.read(handle -> new Verifier(handle, signed, (rows, of) -> progress.accept(rows)).run());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoints in " + settings.data() + " cannot be read", e);
        }
    }

    /** The same for this server's own audit; remembered in {@link #state}. */
    public Verdict verify() {
        var found = verify(settings, rows -> {});
        verdict = found;
        return found;
    }

    public AuditState state() {
        var trouble = Optional.ofNullable(stopped).or(() -> Optional.ofNullable(tampered));
        var last = checkpoints.last();
        return new AuditState(
                tail.n(),
                position,
                checkpoints.key(),
                last.map(Checkpoint::count).orElse(0L),
                last.map(Checkpoint::at),
                trouble,
                Optional.ofNullable(verdict));
    }

    public AuditPage page(AuditQuery query, int limit) {
        return reading.page(query, limit);
    }

    /** Writes all acts of the query, newest first, as CSV in UTF-8 with a heading. */
    public void csv(AuditQuery query, OutputStream out) throws IOException {
        out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
        write(out, List.of("n", "seq", "at", "actor", "action", "object", "change", "hash"));
        for (var next = Optional.of(query); next.isPresent(); ) {
            var asked = next.get();
            var page = reading.page(asked, CSV_PAGE);
            for (var each : page.entries()) {
                write(
                        out,
                        List.of(
                                Long.toString(each.n()),
                                Long.toString(each.seq()),
                                each.at().toString(),
                                each.actor(),
                                each.action(),
                                each.subject(),
                                each.change().orElse(""),
                                each.hash()));
            }
            next = page.next().map(asked::before);
        }
    }

    public List<Route> routes() {
        return new AuditRoutes(this).routes();
    }

    @Override
    public void close() {
        follower.close();
        signing.cancel(false);
        clock.shutdown();
        signOrWarn();
    }

    private void record(List<Event> batch) {
        var last = batch.getLast().seq();
        var acts = batch.stream().anyMatch(event -> Administrative.act(event.type()));
        if (acts || last - stored >= QUIET_EVENTS) {
            try {
                tail = writing.append(batch);
                stored = last;
                stopped = null;
            } catch (RuntimeException e) {
                stopped = "the audit has stopped at position " + position + " of the log: " + e.getMessage();
                throw e;
            }
        }
        position = last;
        if (tail.n() - signed() >= SIGN_ROWS) {
            signOrWarn();
        }
    }

    private void signOrWarn() {
        try {
            sign();
        } catch (IOException | RuntimeException e) {
            LOG.warn("the audit could not be signed and tries again", e);
        }
    }

    /** Signs everything that is not signed yet, at most a thousand rows at once. */
    private synchronized void sign() throws IOException {
        while (signed() < tail.n()) {
            var read = position;
            var rows = writing.after(signed(), SIGN_ROWS);
            if (rows.isEmpty() || rows.getLast().n() != signed() + rows.size()) {
                tampered = "rows of the audit are gone that were written before";
                return;
            }
            var marks = rows.stream().map(row -> Chain.mark(row.hash())).collect(Collectors.joining());
            var end = rows.getLast();
            checkpoints.append(new Checkpoint(
                    end.n(),
                    end.seq(),
                    end.hash(),
                    Math.max(read, end.seq()),
                    Instant.now(),
                    epoch,
                    marks,
                    checkpoints.before()));
        }
    }

    private long signed() {
        return checkpoints.last().map(Checkpoint::count).orElse(0L);
    }

    /** A start compares the last checkpoint only; a verification reads everything. */
    private void compare(Checkpoint last) {
        if (!writing.hashAt(last.count()).filter(last.hash()::equals).isPresent()) {
            tampered = "the audit is not as it was signed; pavilion audit verify names the first bad row";
            LOG.error("{}: {}", tampered, settings.data());
        }
    }

    private static void write(OutputStream out, List<String> cells) throws IOException {
        out.write(Csv.line(cells).getBytes(StandardCharsets.UTF_8));
    }
}
