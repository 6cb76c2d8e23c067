package org.pavilion.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pavilion.server.json.Json;

/** A plugin module's {@code target/classes} as the jar that an organiser would install. */
record PackedModule(String id, Path jar) {
    private static final String MANIFEST = "META-INF/pavilion/plugin.json";

    record Named(String id) {}

    /** The module that the class comes from. */
    static PackedModule of(Class<?> plugin, Path into) {
        try {
            return of(classes(plugin), into);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path classes(Class<?> plugin) throws URISyntaxException {
        return Path.of(
                plugin.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    static PackedModule of(Path classes, Path into) {
        var manifest = classes.resolve(MANIFEST);
        if (!Files.exists(manifest)) {
            throw new IllegalStateException("no plugin module is built in " + classes + ": there is no " + MANIFEST);
        }
        try {
            var id = new Json().view(Files.readString(manifest), Named.class).id();
            var jar = into.resolve(id + ".jar");
            try (var zip = new ZipOutputStream(Files.newOutputStream(jar));
                    var files = Files.walk(classes)) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    zip.putNextEntry(
                            new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
            }
            return new PackedModule(id, jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
