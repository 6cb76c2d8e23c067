package org.pavilion.server.boot;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.pavilion.api.Problem;
import org.pavilion.server.directory.ExpoDirectory;
import org.pavilion.server.imports.DemoFile;
import org.pavilion.server.imports.ImportDesk;
import org.pavilion.server.json.Json;

/**
 * Lays the demo expo: the records that the core and each bundled plugin bring in their {@code demo/}
 * folders, by the same import an organiser uses, then the synthetic demo days around now. What was
 * laid before is left alone.
 */
public final class DemoExpo {
    private static final List<String> CORE =
            List.of("sources", "fields", "editions", "organisations", "people", "facts");

    private final ImportDesk imports;
    private final ExpoDirectory directory;
    private final Optional<Path> bundled;

    DemoExpo(ImportDesk imports, ExpoDirectory directory, Optional<Path> bundled) {
        this.imports = imports;
        this.directory = directory;
        this.bundled = bundled;
    }

    void lay(Consumer<String> progress) {
        for (var report : imports.demo(files())) {
            progress.accept("%s: %d records".formatted(report.kind(), report.created() + report.updated()));
            if (!report.clean()) {
                throw new Problem(
                        "demo.data",
                        500,
                        "the demo's " + report.kind() + " records were refused: "
                                + report.failure()
                                        .orElseGet(() -> report.lines().toString()));
            }
        }
        directory.layDemoDays(Instant.now());
    }

    private List<DemoFile> files() {
        var files = new ArrayList<>(core());
        bundled.filter(folder -> Files.exists(folder.resolve("bundled.json")))
                .ifPresent(folder -> list(folder).forEach(entry -> files.addAll(files(folder, entry))));
        return files;
    }

    /** What the core itself brings: editions, organisations, people and the facts about them. */
    public static List<DemoFile> core() {
        return CORE.stream()
                .map(name -> new DemoFile("core", name + ".jsonl", () -> resource("/demo/" + name + ".jsonl")))
                .toList();
    }

    private record Bundled(String id, String file) {}

    private static List<Bundled> list(Path folder) {
        try {
            return List.of(new Json().view(Files.readString(folder.resolve("bundled.json")), Bundled[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<DemoFile> files(Path folder, Bundled plugin) {
        var path = folder.resolve(plugin.file());
        try (var jar = new JarFile(path.toFile())) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("demo/") && name.endsWith(".jsonl"))
                    .sorted()
                    .map(name -> new DemoFile(plugin.id(), name.substring("demo/".length()), () -> entry(path, name)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        var found = DemoExpo.class.getResourceAsStream(name);
        if (found == null) {
            throw new FileNotFoundException("the server's jar has no " + name);
        }
        return found;
    }

    private static InputStream entry(Path path, String name) throws IOException {
        try (var jar = new JarFile(path.toFile())) {
            return new java.io.ByteArrayInputStream(
                    jar.getInputStream(jar.getEntry(name)).readAllBytes());
        }
    }
}
