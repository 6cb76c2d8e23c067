package org.pavilion.server.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Problem;
import org.pavilion.server.audit.Audit;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.Database;
import org.pavilion.server.telemetry.Telemetry;

/** The way back: everything is laid beside the data directory and moved there when it is whole. */
final class Restore {
    private static final int NAMED = 20;

    private final ServerSettings settings;
    private final Progress progress;

    Restore(ServerSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    Restored run(Path file, Optional<Path> erased) throws IOException {
        requireEmpty();
        try (var backup = BackupFile.open(file)) {
            refuseDamage(file, backup);
            var data = settings.data().toAbsolutePath();
            var beside = data.resolveSibling(data.getFileName() + ".restoring");
            clear(beside);
            Files.createDirectories(beside);
            Map<String, Long> rows;
            try {
                lay(backup, beside);
                if (erased.isPresent()) {
                    var list = new ErasedList(beside);
                    ErasedList.read(erased.get()).forEach(list::add);
                }
                rows = Database.refill(beside, settings.store(), backup);
                Files.deleteIfExists(beside.resolve("lock"));
                Files.deleteIfExists(data);
                Files.move(beside, data, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException | RuntimeException e) {
                clear(beside);
                throw e;
            }
            return examined(backup.manifest(), rows);
        }
    }

    private Restored examined(Manifest from, Map<String, Long> rows) {
        try (var database = Database.open(settings, new Telemetry())) {
            return new Restored(
                    settings.data(),
                    from,
                    rows,
                    from.files().size() - from.tables().size() - 1,
                    database.damage(),
                    Audit.verify(settings, done -> {}));
        }
    }

    private void requireEmpty() throws IOException {
        var data = settings.data();
        if (!Files.exists(data)) {
            return;
        }
        try (var entries = Files.list(data)) {
            if (entries.findAny().isPresent()) {
                throw new Problem(
                        "restore.not-empty",
                        409,
                        data.toAbsolutePath() + " is not empty; restore into a new directory with --data");
            }
        }
    }

    private void refuseDamage(Path file, BackupFile backup) {
        var damage = backup.damage(progress);
        if (!damage.isEmpty()) {
            var shown = String.join("; ", damage.subList(0, Math.min(NAMED, damage.size())));
            throw BackupFile.damaged(file + " is damaged, nothing was restored: " + shown
                    + (damage.size() > NAMED ? "; and " + (damage.size() - NAMED) + " more" : ""));
        }
    }

    private static void lay(BackupFile backup, Path into) throws IOException {
        for (var each : backup.manifest().files()) {
            if (each.name().startsWith("tables/") || each.name().equals(BackupWriter.SCHEMA)) {
                continue;
            }
            var target = into.resolve(each.name()).normalize();
            if (!target.startsWith(into) || target.equals(into)) {
                throw BackupFile.damaged(each.name() + " points out of the data directory");
            }
            Files.createDirectories(target.getParent());
            try (var in = backup.open(each)) {
                Files.copy(in, target);
            }
        }
    }

    private static void clear(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
