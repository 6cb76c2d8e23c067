package org.pavilion.server.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Imports;
import org.pavilion.api.Problem;
import org.pavilion.api.Releases;
import org.pavilion.api.Route;
import org.pavilion.api.Storage;
import org.pavilion.server.json.Json;
import org.pavilion.server.storage.StorageMount;

/** Takes records in from JSON Lines: every kind that the core or a running plugin accepts. */
public final class ImportDesk {
    private final Json json;
    private final Runs runs;
    private final Kinds kinds = new Kinds();
    private final Releases releases;

    public ImportDesk(Storage core, DomainEvents events, Json json) {
        this.json = json;
        this.releases = new HeldLines(core, kinds);
        this.runs = new Runs(core, events, json);
    }

    /**
     * The imports of one owner. Lines are bound with its own mapper and stored through its own
     * storage. {@code declared} are its kinds in order, {@code after} the kinds of others that come
     * first.
     */
    public Imports imports(String owner, StorageMount storage, Json mapper, Set<String> declared, Set<String> after) {
        return kinds.accepting(owner, storage, mapper, declared, after);
    }

    /** Takes back all kinds of an owner. */
    public void withdraw(String owner) {
        kinds.withdraw(owner);
    }

    /** Lines of any kind that are stored in the middle of somebody's own write. */
    public Releases releases() {
        return releases;
    }

    /** All kinds that can be imported now, in the order in which they must come. */
    public List<String> kinds() {
        return kinds.ordered();
    }

    /** Imports one kind whole or not at all. */
    public ImportReport run(String kind, InputStream lines, boolean dryRun) {
        return run(kind, lines, dryRun, false);
    }

    /** {@code partial} stores the good lines even if others are refused. */
    public ImportReport run(String kind, InputStream lines, boolean dryRun, boolean partial) {
        var accepted = kinds.find(kind)
                .orElseThrow(() ->
                        new Problem("import.unknown-kind", 422, "nobody takes records of kind " + kind).at("/kind"));
        var pass = new Pass(accepted, dryRun, partial);
        Optional<String> failure = Optional.empty();
        try {
            pass.run(lines);
        } catch (IOException e) {
            failure = Optional.of("the file could not be read to its end");
        } catch (Problem problem) {
            if (problem.status() == 413) {
                throw problem;
            }
            failure = Optional.of(problem.detail());
        }
        var reason = failure;
        var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return runs.keep(id -> pass.tally().report(id, kind, at, dryRun, partial, pass.stored(), reason));
    }

    /** Imports every {@code *.jsonl} file of a folder whose kind is known, in the order of kinds. */
    public List<ImportReport> runAll(Path directory, boolean dryRun) {
        try (var files = Files.list(directory)) {
            return inOrder(files.filter(file -> file.getFileName().toString().endsWith(".jsonl"))
                            .sorted()
                            .map(file -> content("", file.getFileName().toString(), () -> Files.newInputStream(file)))
                            .toList())
                    .stream()
                    .map(content -> run(content.kind(), content.lines().get(), dryRun))
                    .toList();
        } catch (IOException e) {
            throw new Problem("import.folder", 422, "cannot read the folder " + directory).causedBy(e);
        }
    }

    /**
     * Lays demo files, each content once; files whose kind nobody accepts now are left for later. A
     * report for each file that was laid now.
     */
    public List<ImportReport> demo(List<DemoFile> files) {
        var reports = new ArrayList<ImportReport>();
        for (var content : inOrder(files.stream()
                .map(file -> content(file.owner(), file.name(), file.lines()))
                .toList())) {
            if (!runs.laid(content.owner(), content.name(), content.sha256())) {
                var report = run(content.kind(), content.lines().get(), false);
                reports.add(report);
                if (report.clean()) {
                    runs.markLaid(content.owner(), content.name(), content.sha256());
                }
            }
        }
        return reports;
    }

    Optional<ImportReport> run(String id) {
        return runs.get(id);
    }

    List<ImportReport> runs() {
        return runs.latest();
    }

    /** Routes below {@code /api}. */
    public List<Route> routes() {
        return new ImportRoutes(this).routes();
    }

    /** A file in memory; {@code kind} is empty when nobody takes it. */
    private record Content(String owner, String name, String kind, Supplier<InputStream> lines, String sha256) {}

    private Content content(String owner, String name, DemoFile.Opening opening) {
        try (var in = opening.open()) {
            var bytes = in.readNBytes((int) LineReader.MAX_TOTAL + 1);
            var kind = FileKind.of(name, bytes, Set.copyOf(kinds()), json).orElse("");
            return new Content(owner, name, kind, () -> new ByteArrayInputStream(bytes), sha256(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private List<Content> inOrder(List<Content> contents) {
        var order = kinds();
        return contents.stream()
                .filter(content -> !content.kind().isEmpty())
                .sorted(Comparator.comparingInt(content -> order.indexOf(content.kind())))
                .toList();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
