package org.pavilion.server.backup;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Route;
import org.pavilion.api.Storage;
import org.pavilion.api.Tasks;
import org.pavilion.server.backup.BackupEvents.Deleted;
import org.pavilion.server.backup.BackupEvents.Downloaded;
import org.pavilion.server.backup.BackupEvents.Failed;
import org.pavilion.server.backup.BackupEvents.Made;
import org.pavilion.server.backup.BackupEvents.PlanChanged;
import org.pavilion.server.event.Event;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.event.Follower;
import org.pavilion.server.json.Json;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.Actors;
import org.pavilion.server.storage.Database;
import org.pavilion.server.telemetry.Telemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The backups of one house: made by hand, by command or by plan, kept in {@code data/backups}. */
public final class Backups implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final String MAKE = "backup-make";
    private static final String LOOK = "backup-look";
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    /** A daily plan whose last success is older than this wants a look. */
    private static final Duration STALE = Duration.ofHours(26);

    private static final int LISTED = 50;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Storage storage;
    private final BackupRows rows;
    private final Tasks tasks;
    private final ServerSettings settings;
    private final Supplier<ZoneId> zone;
    private final ErasedList erased;
    private final Follower follower;
    private volatile int percent;

    /** {@code zone} is the one the plan's time of day is told in. */
    public Backups(
            Storage storage,
            EventLog log,
            DomainEvents events,
            Tasks tasks,
            ServerSettings settings,
            Supplier<ZoneId> zone) {
        this.storage = storage;
        this.rows = new BackupRows(storage);
        this.tasks = tasks;
        this.settings = settings;
        this.zone = zone;
        this.erased = new ErasedList(settings.data());
        BackupEvents.register(events);
        sweep();
        var head = log.head();
        rows.erased().forEach(erased::add);
        follower = log.follow(
                "erased",
                head,
                batch -> batch.stream()
                        .filter(event -> event.type().equals(BackupRows.ACCOUNT_ERASED))
                        .map(Event::subject)
                        .forEach(erased::add));
        tasks.on(MAKE, this::run).on(LOOK, nothing -> look()).every(LOOK, LOOK_EVERY);
    }

    /** Writes a backup of a store on which no server runs; for the command line. */
    public static Manifest write(ServerSettings settings, Path target, Progress progress) {
        try {
            var manifest = new BackupWriter(settings, progress).write(target);
            note(
                    settings,
                    new Made(
                            BackupEvents.ref(newId()),
                            "command",
                            Files.size(target),
                            Digests.of(target),
                            manifest.seq()));
            return manifest;
        } catch (IOException e) {
            throw new Problem("backup.failed", 500, "the backup could not be written: " + e.getMessage()).causedBy(e);
        }
    }

    /**
     * Brings a backup into the empty data directory and the empty store of the settings. A damaged file is {@code
     * backup.damaged} and names what is; nothing was touched then.
     *
     * @param erasedHere the list of an older data directory, of whom to erase again
     */
    public static Restored restore(ServerSettings settings, Path file, Optional<Path> erasedHere, Progress progress) {
        try {
            var restored = new Restore(settings, progress).run(file, erasedHere);
            note(
                    settings,
                    new BackupEvents.Restored(
                            BackupEvents.ref(newId()),
                            restored.from().epoch(),
                            restored.from().seq()));
            return restored;
        } catch (IOException e) {
            throw new Problem("restore.failed", 500, "the backup could not be restored: " + e.getMessage()).causedBy(e);
        }
    }

    /** Begins a backup; it is made by a durable task. One at a time: another is {@code backup.busy}. */
    public BackupRun make(String cause) {
        var id = newId();
        storage.write((handle, journal) -> {
            if (!BackupRows.begin(handle, id, cause, Actors.current().toString(), journal.now())) {
                throw new Problem("backup.busy", 409, "a backup is being made just now");
            }
            tasks.at(handle, MAKE, journal.now(), id);
            return id;
        });
        return find(id);
    }

    public BackupRun find(String id) {
        return rows.find(id).orElseThrow(() -> Problem.notFound("the backup " + id));
    }

    public BackupState state() {
        var plan = rows.plan();
        var last = rows.lastDone().flatMap(BackupRun::endedAt);
        var runs = rows.latest(LISTED);
        return new BackupState(
                runs,
                runs.stream().anyMatch(BackupRun::open) ? percent : 0,
                plan,
                plan.enabled() ? Optional.of(plan.next(Instant.now(), zone.get())) : Optional.empty(),
                last,
                trouble(plan, runs, last));
    }

    public void plan(BackupPlan plan) {
        storage.write((handle, journal) -> {
            BackupRows.plan(handle, plan);
            return journal.append(new PlanChanged(BackupEvents.PLAN, plan.enabled(), plan.minute(), plan.keep()));
        });
    }

    /** The kept file, to be handed out; the audit notes who took it. */
    public Path download(String id) {
        var run = kept(id);
        storage.write((handle, journal) ->
                journal.append(new Downloaded(BackupEvents.ref(id), run.sha256().orElse(""))));
        return file(id);
    }

    /** Reads the kept file anew and compares it with what was written. */
    public BackupCheck check(String id) {
        var run = kept(id);
        try (var backup = BackupFile.open(file(id))) {
            var damage = backup.damage((done, of) -> {});
            if (damage.isEmpty()
                    && !run.sha256().filter(Digests.of(file(id))::equals).isPresent()) {
                damage = List.of("the file is not the one that was written");
            }
            var manifest = backup.manifest();
            return new BackupCheck(
                    id, damage.isEmpty(), manifest.rows(), manifest.files().size(), damage);
        } catch (Problem e) {
            return new BackupCheck(id, false, 0, 0, List.of(e.detail()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String id) {
        kept(id);
        remove(id);
    }

    /** Everybody who was ever erased here, also after the backup that this house came from was made. */
    public Set<Ref> erased() {
        return erased.all();
    }

    @Override
    public void close() {
        follower.close();
    }

    public List<Route> routes() {
        return new BackupRoutes(this).routes();
    }

    private void run(String id) throws Exception {
        var run = rows.find(id).filter(BackupRun::open);
        if (run.isEmpty()) {
            return;
        }
        rows.running(id);
        Actors.as(Ref.of(run.get().actor()), () -> {
            write(run.get());
            return true;
        });
    }

    private void write(BackupRun run) throws InterruptedIOException {
        percent = 0;
        var target = file(run.id());
        try {
            Files.createDirectories(target.getParent());
            Files.deleteIfExists(target);
            var manifest = new BackupWriter(settings, (done, of) -> percent = (int) (100 * done / of)).write(target);
            var bytes = Files.size(target);
            var sha256 = Digests.of(target);
            storage.write((handle, journal) -> {
                BackupRows.done(handle, run.id(), journal.now(), bytes, sha256, manifest.seq());
                return journal.append(new Made(BackupEvents.ref(run.id()), run.cause(), bytes, sha256, manifest.seq()));
            });
            retain();
        } catch (InterruptedIOException e) {
            // The server stops; the task begins again at the next start.
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.error("the backup {} failed", run.id(), e);
            storage.write((handle, journal) -> {
                BackupRows.failed(handle, run.id(), journal.now(), String.valueOf(e.getMessage()));
                return journal.append(new Failed(BackupEvents.ref(run.id()), run.cause()));
            });
        }
    }

    /** Makes the plan's backup when its time has come; also when the house was closed then. */
    void look() {
        var plan = rows.plan();
        if (plan.enabled() && !rows.plannedSince(plan.dueBefore(Instant.now(), zone.get()))) {
            try {
                LOG.info("the plan's backup {} begins", make("plan").id());
            } catch (Problem e) {
                LOG.info("the plan's backup waits: {}", e.detail());
            }
        }
    }

    private void retain() {
        var kept = rows.planned();
        var most = rows.plan().keep();
        kept.stream().skip(most).map(BackupRun::id).forEach(this::remove);
    }

    private void remove(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        storage.write((handle, journal) ->
                BackupRows.gone(handle, id) ? journal.append(new Deleted(BackupEvents.ref(id))) : "");
    }

    private BackupRun kept(String id) {
        var run = find(id);
        if (!run.kept() || !Files.exists(file(id))) {
            throw new Problem("backup.gone", 404, "the file of this backup is no longer here");
        }
        return run;
    }

    /** Only ever called with ids of our own making, read from the table. */
    private Path file(String id) {
        return settings.data().resolve("backups").resolve("pavilion-" + id + ".zip");
    }

    /** Files that a crash left half written. */
    private void sweep() {
        var folder = settings.data().resolve("backups");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var parts = Files.newDirectoryStream(folder, "*.part")) {
            for (var part : parts) {
                Files.delete(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> trouble(BackupPlan plan, List<BackupRun> runs, Optional<Instant> last) {
        var ended = runs.stream().filter(run -> !run.open()).findFirst();
        if (ended.isPresent() && !ended.get().done()) {
            return Optional.of("the last backup failed: " + ended.get().error().orElse(""));
        }
        if (plan.enabled()
                && last.isPresent()
                && last.get().isBefore(Instant.now().minus(STALE))) {
            return Optional.of("the last backup was made at " + last.get());
        }
        return Optional.empty();
    }

    private static void note(ServerSettings settings, DomainEvent event) {
        try (var database = Database.open(settings, new Telemetry());
                var core = database.mount("core", new Json())) {
            BackupEvents.register(new Registering(core));
            core.write((handle, journal) -> journal.append(event));
        }
    }

    private static String newId() {
        var tail = new byte[2];
        RANDOM.nextBytes(tail);
        return NAME.format(Instant.now()) + "-" + HexFormat.of().formatHex(tail);
    }
}
