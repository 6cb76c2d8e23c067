package org.pavilion.server.live.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;

/**
 * The files of what encoders pushed, one folder a rendition. A file is written aside, synced and moved
 * into place before anything names it: what was acknowledged survives a power cut, half a piece is never seen.
 */
final class Reel {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long LEAST_FREE = 512L << 20;

    private final Path root;

    /** What a crash left half is swept away. */
    Reel(Path root) {
        this.root = root;
        var aside = root.resolve("aside");
        if (!Files.isDirectory(aside)) {
            return;
        }
        try (var left = Files.list(aside)) {
            for (var each : left.toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole body on the disk that has no name yet. */
    record Draft(Path path, long size) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    /** Takes a body in; past {@code most} bytes it is refused with 413. */
    Draft take(InputStream body, long most) throws IOException {
        var aside = Files.createDirectories(root.resolve("aside"));
        if (Files.getFileStore(aside).getUsableSpace() < LEAST_FREE) {
            throw new Problem("stream.disk-full", 507, "The disk of this server is nearly full");
        }
        var path = Files.createTempFile(aside, "piece", "");
        boolean whole = false;
        try (var out = FileChannel.open(path, StandardOpenOption.WRITE)) {
            var buffer = new byte[32 * 1024];
            long size = 0;
            for (int count = read(body, buffer); count >= 0; count = read(body, buffer)) {
                size += count;
                if (size > most) {
                    throw new Problem("request.too-large", 413, "a piece has at most " + most + " bytes");
                }
                var part = ByteBuffer.wrap(buffer, 0, count);
                while (part.hasRemaining()) {
                    out.write(part);
                }
            }
            out.force(true);
            whole = true;
            return new Draft(path, size);
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** The next bytes; a client that leaves in the middle is no fault of ours. */
    static int read(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new Problem("request.incomplete", 400, "the body did not arrive").causedBy(e);
        }
    }

    /** Gives a draft its name for good and returns it. */
    String keep(Draft draft, Ref room, String site, String track, String ending) throws IOException {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        var name = HexFormat.of().formatHex(bytes) + "." + ending;
        var folder = folder(room, site, track);
        Files.createDirectories(folder);
        Files.move(draft.path(), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
        return name;
    }

    Path path(Ref room, String site, String track, String file) {
        return folder(room, site, track).resolve(file);
    }

    void drop(Ref room, String site, String track, String file) {
        try {
            Files.deleteIfExists(path(room, site, track, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(Ref room, String site, String track) {
        return root.resolve(room.type() + "." + room.id()).resolve(site).resolve(track);
    }

    /** Without this a power cut may keep the file and lose its name. */
    private static void sync(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
