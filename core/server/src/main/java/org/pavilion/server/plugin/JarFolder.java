package org.pavilion.server.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import org.pavilion.api.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jars of this server by content: {@code <sha256>.jar}, never overwritten, cleaned up at start. */
final class JarFolder {
    private static final Logger LOG = LoggerFactory.getLogger(JarFolder.class);

    private final Path folder;
    private final Path incoming;

    JarFolder(Path data) {
        this.folder = data.resolve("plugins");
        this.incoming = folder.resolve("incoming");
        try {
            Files.createDirectories(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path root() {
        return folder;
    }

    /** The name of this data directory among the nodes of an expo; made once. */
    String node() {
        var file = folder.resolve("node");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String sha256) {
        return folder.resolve(sha256 + ".jar");
    }

    /** An upload on disk, to be deleted by the caller. Refuses more than 64 MiB with 413. */
    Path receive(InputStream in) {
        var part = incoming.resolve(UUID.randomUUID() + ".jar");
        try (var out = Files.newOutputStream(part)) {
            var buffer = new byte[1 << 16];
            long size = 0;
            for (int n; (n = in.read(buffer)) >= 0; ) {
                size += n;
                if (size > JarEntries.MAX_JAR) {
                    throw new Problem("plugin.too-large", 413, "a plugin jar has at most 64 MiB");
                }
                out.write(buffer, 0, n);
            }
            return part;
        } catch (IOException e) {
            discard(part);
            throw new Problem("plugin.upload", 400, "the upload ended before it was complete").causedBy(e);
        } catch (RuntimeException e) {
            discard(part);
            throw e;
        }
    }

    void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} stays until the next start", file.getFileName(), e);
        }
    }

    /** Stores the jar under its hash, on disk when this returns. */
    PluginJar keep(PluginJar jar) {
        var target = file(jar.sha256());
        if (Files.exists(target)) {
            return jar.at(target);
        }
        try {
            var part = incoming.resolve(UUID.randomUUID() + ".jar");
            Files.copy(jar.file(), part);
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return jar.at(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stored jar, with the bytes it was stored with. */
    PluginJar open(String sha256) {
        var file = file(sha256);
        if (!Files.exists(file)) {
            throw new Problem("plugin.jar-missing", 500, "the plugin's jar is not in the data directory any more");
        }
        var jar = PluginJar.inspect(file);
        if (!jar.sha256().equals(sha256)) {
            throw new Problem("plugin.jar-changed", 500, "the plugin's jar was changed on disk");
        }
        return jar;
    }

    /** Deletes what nobody refers to. Only at start: Windows locks a loaded jar. */
    void cleanUp(Set<String> keep) {
        try (var files = Files.newDirectoryStream(folder, "*.jar");
                var parts = Files.newDirectoryStream(incoming)) {
            parts.forEach(this::discard);
            for (var file : files) {
                var name = file.getFileName().toString();
                if (!keep.contains(name.substring(0, name.length() - 4))) {
                    discard(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("the plugin folder could not be cleaned up", e);
        }
    }
}
