package org.pavilion.server.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;

/** {@code bundled.json}: the plugins that came with the distribution, trusted by origin. */
record BundledList(Path folder, List<Entry> entries) {
    private static final String FILE = "bundled.json";

    record Entry(String id, String version, String sha256, String file) {
        Entry {
            if (!file.matches("[A-Za-z0-9][A-Za-z0-9._-]*\\.jar")) {
                throw Problem.invalid("/file", "must name a jar beside bundled.json");
            }
        }
    }

    static BundledList read(Optional<Path> folder) {
        if (folder.isEmpty() || !Files.exists(folder.get().resolve(FILE))) {
            return new BundledList(folder.orElse(Path.of("")), List.of());
        }
        try {
            var entries = new Json().read(Files.readAllBytes(folder.get().resolve(FILE)), Entry[].class);
            return new BundledList(folder.get(), List.of(entries));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path jar(Entry entry) {
        return folder.resolve(entry.file());
    }

    boolean names(PluginJar jar) {
        return entries.stream()
                .anyMatch(entry ->
                        entry.sha256().equals(jar.sha256()) && entry.id().equals(jar.id()));
    }
}
