package org.pavilion.server.backup;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.Snapshot;
import org.pavilion.server.storage.TableShape;

/** Writes one backup beside its name and moves it there when it is whole and on the disk. */
final class BackupWriter {
    static final String MANIFEST = "manifest.json";
    static final String SCHEMA = "schema.jsonl";
    static final String COMMENT = "pavilion-backup sha256:";

    /** Ends with this server: who was signed in, open one-time links, the day's salt, what this node runs. */
    private static final Set<String> LEFT_OUT =
            Set.of("identity_session", "identity_link", "identity_letter", "statistics_salt", "plugin_status");

    private static final Pattern SECRET = Pattern.compile(".*(secret|password|token|key|store).*");
    private static final int BUFFER = 1 << 16;
    private static final int STEP = 1_000;

    private final ServerSettings settings;
    private final Progress progress;
    private final Json json = new Json();
    private final List<Manifest.Entry> files = new ArrayList<>();
    private long done;
    private long total = 1;

    BackupWriter(ServerSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** A file of another backup on its way. */
    static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    static boolean kept(String table) {
        return !LEFT_OUT.contains(table);
    }

    Manifest write(Path target) throws IOException {
        if (Files.exists(target)) {
            throw new Problem("backup.exists", 409, target + " exists already; a backup never replaces a file");
        }
        var part = part(target);
        try {
            Manifest manifest;
            try (var file = new FileOutputStream(part.toFile())) {
                manifest = write(file);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Manifest write(FileOutputStream file) throws IOException {
        // What a checkpoint names is in every later state of the store, so they are read first.
        var audit = auditFiles();
        try (var snapshot = Snapshot.of(settings);
                var zip = new ZipOutputStream(new BufferedOutputStream(file, BUFFER), StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_SPEED);
            requireScripts(snapshot);
            var shapes = snapshot.tables(BackupWriter::kept);
            var content = content();
            total = shapes.stream().mapToLong(snapshot::count).sum() + content.size() + 1;
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    Instant.now(),
                    snapshot.dialect().name().toLowerCase(java.util.Locale.ROOT),
                    snapshot.epoch(),
                    snapshot.head(),
                    tables(zip, snapshot, shapes),
                    files);
            for (var each : audit.entrySet()) {
                entry(zip, each.getKey(), out -> out.write(each.getValue()));
            }
            settings(zip);
            for (var each : content) {
                file(zip, each);
            }
            finish(zip, manifest);
            file.getFD().sync();
            return manifest;
        }
    }

    private void finish(ZipOutputStream zip, Manifest manifest) throws IOException {
        var bytes = json.bytes(manifest);
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(bytes);
        zip.closeEntry();
        zip.setComment(COMMENT + Digests.of(bytes));
        zip.finish();
        zip.flush();
        progress.at(total, total);
    }

    private List<Manifest.Table> tables(ZipOutputStream zip, Snapshot snapshot, List<TableShape> shapes)
            throws IOException {
        entry(zip, SCHEMA, out -> {
            for (var script : snapshot.scripts()) {
                line(out, script);
            }
        });
        var tables = new ArrayList<Manifest.Table>();
        for (var shape : shapes) {
            var rows = new long[1];
            entry(
                    zip,
                    tableFile(shape.name()),
                    out -> snapshot.rows(shape, values -> {
                        line(out, values);
                        rows[0]++;
                        step();
                    }));
            tables.add(new Manifest.Table(shape.name(), shape.columns(), rows[0]));
        }
        return tables;
    }

    static String tableFile(String table) {
        return "tables/" + table + ".jsonl";
    }

    private void line(OutputStream out, Object value) throws IOException {
        out.write(json.bytes(value));
        out.write('\n');
    }

    private void requireScripts(Snapshot snapshot) {
        var without = snapshot.ownersWithoutScripts();
        if (!without.isEmpty()) {
            throw new Problem(
                    "backup.schema",
                    409,
                    "the schema of " + String.join(", ", without)
                            + " was made by an older version; start it once with this one, then back up");
        }
    }

    /** The settings file without what must not leave the machine. */
    private void settings(ZipOutputStream zip) throws IOException {
        var file = settings.data().resolve("pavilion.properties");
        if (!Files.exists(file)) {
            return;
        }
        var all = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            all.load(in);
        }
        var plain = new TreeMap<String, String>();
        for (var name : all.stringPropertyNames()) {
            if (!SECRET.matcher(name).matches()) {
                plain.put(name, all.getProperty(name));
            }
        }
        var text = new StringBuilder();
        plain.forEach((name, value) -> text.append(name)
                .append('=')
                .append(value.replace("\\", "\\\\"))
                .append('\n'));
        entry(zip, "pavilion.properties", out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private Map<String, byte[]> auditFiles() throws IOException {
        var found = new TreeMap<String, byte[]>();
        for (var file : walk("audit")) {
            found.put(name(file), Files.readAllBytes(file));
        }
        return found;
    }

    private List<Path> content() throws IOException {
        var found = new ArrayList<Path>();
        for (var file : walk("blobs")) {
            if (!file.startsWith(settings.data().resolve("blobs").resolve("aside"))) {
                found.add(file);
            }
        }
        for (var file : walk("plugins")) {
            if (name(file).matches("plugins/[^/]+[.]jar")) {
                found.add(file);
            }
        }
        var erased = ErasedList.file(settings.data());
        if (Files.exists(erased)) {
            found.add(erased);
        }
        return found;
    }

    private List<Path> walk(String folder) throws IOException {
        var root = settings.data().resolve(folder);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private String name(Path file) {
        return settings.data().relativize(file).toString().replace('\\', '/');
    }

    private void file(ZipOutputStream zip, Path file) throws IOException {
        entry(zip, name(file), out -> Files.copy(file, out));
        step();
    }

    @FunctionalInterface
    private interface Body {
        void write(OutputStream out) throws IOException;
    }

    private void entry(ZipOutputStream zip, String name, Body body) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var counting = new Digests.Counting(zip);
        var buffered = new BufferedOutputStream(counting, BUFFER);
        body.write(buffered);
        buffered.flush();
        zip.closeEntry();
        files.add(counting.entry(name));
    }

    private void step() throws IOException {
        if (++done % STEP == 0) {
            progress.at(Math.min(done, total - 1), total);
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("the server stops");
            }
        }
    }
}
