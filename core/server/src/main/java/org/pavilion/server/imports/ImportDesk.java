package org.pavilion.server.imports;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.pavilion.api.Imports;
import org.pavilion.api.Route;
import org.pavilion.api.Storage;
import org.pavilion.server.json.Json;

/** Takes records in from JSON Lines: every kind that the core or a running plugin accepts. */
public final class ImportDesk {
    public ImportDesk(Storage core, Json json) {}

    /**
     * The imports of one owner. Lines are bound with its own mapper and stored through its own
     * storage. {@code kinds} are the declared ones in order, {@code after} the kinds of others that
     * come first.
     */
    public Imports imports(String owner, Storage storage, Json json, Set<String> kinds, Set<String> after) {
        return new Imports() {
            @Override
            public <T extends Record> Imports accept(
                    String kind, Class<T> line, org.pavilion.api.Importer<T> importer) {
                return this;
            }
        };
    }

    public void withdraw(String owner) {}

    /** All kinds that can be imported now, in the order in which they must come. */
    public List<String> kinds() {
        return List.of();
    }

    /** Imports one kind whole or not at all. */
    public ImportReport run(String kind, InputStream lines, boolean dryRun) {
        return run(kind, lines, dryRun, false);
    }

    /** {@code partial} stores the good lines even if others are refused. */
    public ImportReport run(String kind, InputStream lines, boolean dryRun, boolean partial) {
        return new ImportReport(
                "",
                kind,
                java.time.Instant.EPOCH,
                dryRun,
                partial,
                false,
                0,
                0,
                0,
                0,
                0,
                List.of(),
                java.util.Optional.empty());
    }

    /** Imports every {@code *.jsonl} file of a folder whose kind is known, in the order of kinds. */
    public List<ImportReport> runAll(Path directory, boolean dryRun) {
        return List.of();
    }

    /** Lays demo files, each content once; files whose kind nobody accepts yet are left for later. */
    public List<ImportReport> demo(List<DemoFile> files) {
        return List.of();
    }

    public List<Route> routes() {
        return List.of();
    }
}
