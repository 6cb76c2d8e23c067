package org.pavilion.server.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pavilion.api.BlobRef;
import org.pavilion.api.Blobs;
import org.pavilion.api.Problem;

/** Files named by their own hash: written aside, synced, then moved into place, so that a name never lies. */
final class FileBlobs implements Blobs {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final boolean DIRECTORIES_SYNC =
            !System.getProperty("os.name").startsWith("Windows");

    private final Path root;
    private final Path aside;

    FileBlobs(Path root) throws IOException {
        this.root = root;
        this.aside = Files.createDirectories(root.resolve("aside"));
    }

    @Override
    public BlobRef put(InputStream bytes, long maxBytes) {
        try {
            var file = Files.createTempFile(aside, "blob", "");
            try {
                var ref = copy(bytes, file, maxBytes);
                var target = path(ref);
                if (!Files.exists(target)) {
                    Files.createDirectories(folder(ref));
                    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
                    syncDirectory(folder(ref));
                    syncDirectory(root);
                }
                return ref;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<InputStream> open(BlobRef ref) {
        if (!SHA256.matcher(ref.sha256()).matches()) {
            throw Problem.invalid("/sha256", "not a SHA-256 in lower-case hex");
        }
        try {
            return Optional.of(Files.newInputStream(path(ref)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BlobRef copy(InputStream bytes, Path file, long maxBytes) throws IOException {
        var digest = sha256();
        var size = 0L;
        var buffer = new byte[16_384];
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > maxBytes) {
                    throw new Problem("request.too-large", 413, "a file may have at most " + maxBytes + " bytes");
                }
                digest.update(buffer, 0, read);
                var chunk = ByteBuffer.wrap(buffer, 0, read);
                while (chunk.hasRemaining()) {
                    out.write(chunk);
                }
            }
            out.force(true);
        }
        return new BlobRef(HexFormat.of().formatHex(digest.digest()), size);
    }

    private Path path(BlobRef ref) {
        return folder(ref).resolve(ref.sha256());
    }

    private Path folder(BlobRef ref) {
        return root.resolve(ref.sha256().substring(0, 2));
    }

    /** Without this a power cut may keep the file and lose its name. */
    private static void syncDirectory(Path directory) throws IOException {
        if (DIRECTORIES_SYNC) {
            try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
