package org.pavilion.server.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The distribution this process runs from, if it does: {@code lib/}, {@code plugins/}, {@code lib.sha256}. */
final class Build {
    private Build() {}

    /** Changes with any library of the distribution; {@code unpacked} when classes come from elsewhere. */
    static String id() {
        var file = folder().map(folder -> folder.resolve("lib.sha256")).filter(Files::exists);
        if (file.isEmpty()) {
            return "unpacked";
        }
        try {
            return Files.readString(file.get()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<Path> plugins() {
        return folder().map(folder -> folder.resolve("plugins")).filter(Files::isDirectory);
    }

    private static Optional<Path> folder() {
        var source = Build.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            var library = Path.of(source.getLocation().toURI());
            return Optional.ofNullable(library.getParent()).flatMap(lib -> Optional.ofNullable(lib.getParent()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class path of files has file URIs", e);
        }
    }
}
