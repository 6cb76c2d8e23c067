package org.pavilion.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The front-end files of this build, from {@code web/**} on the class path; small ones stay in memory. */
final class WebFiles {
    private static final int SMALL = 256 * 1024;
    private static final int MOST = 500;

    private final ClassLoader loader;
    private final Map<String, StaticFile> found = new ConcurrentHashMap<>();

    WebFiles(ClassLoader loader) {
        this.loader = loader;
    }

    /** A file below {@code web/}; names that could leave the folder do not exist. */
    Optional<StaticFile> find(String name) {
        var known = found.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*")
                || name.endsWith(".br")
                || name.endsWith(".gz")
                || name.equals("manifest.json")) {
            return Optional.empty();
        }
        var plain = body(name);
        if (!plain.exists()) {
            return Optional.empty();
        }
        var file =
                new StaticFile(MediaTypes.of(name), Hashes.etag(plain), plain, body(name + ".br"), body(name + ".gz"));
        if (found.size() < MOST) {
            found.put(name, file);
        }
        return Optional.of(file);
    }

    /** The text of a file below {@code web/}, if the build has it. */
    Optional<String> text(String name) {
        try (var in = loader.getResourceAsStream("web/" + name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StaticFile.Body body(String name) {
        @Nullable URL url = loader.getResource("web/" + name);
        if (url == null) {
            return StaticFile.Body.NONE;
        }
        try (var in = url.openStream()) {
            var head = in.readNBytes(SMALL + 1);
            if (head.length <= SMALL) {
                return StaticFile.Body.of(head);
            }
            long size = head.length + in.transferTo(java.io.OutputStream.nullOutputStream());
            return new StaticFile.Body(size, () -> open(url));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(URL url) throws IOException {
        return url.openStream();
    }
}
