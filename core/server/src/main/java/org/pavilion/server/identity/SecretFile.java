package org.pavilion.server.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A random value in {@code data/secrets}, readable by its owner alone, made at the first start. */
final class SecretFile {
    private SecretFile() {}

    static Path path(Path data, String name) {
        return data.resolve("secrets").resolve(name);
    }

    /** Reads the value, or makes it. */
    static String read(Path data, String name) {
        var file = path(data, name);
        try {
            Files.createDirectories(file.getParent(), attributes("rwx------"));
            try (var out = Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes("rw-------"))) {
                out.write(ByteBuffer.wrap((Secret.random() + "\n").getBytes(StandardCharsets.US_ASCII)));
            } catch (FileAlreadyExistsException e) {
                // Made at an earlier start; it stays the same until somebody deletes the file.
                return stored(file);
            }
            return stored(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the secret " + file + " can be neither read nor made", e);
        }
    }

    private static String stored(Path file) throws IOException {
        var value = Files.readString(file).strip();
        if (!Secret.looksRandom(value)) {
            throw new IOException("not a secret of ours; delete the file and a new one is made at the next start");
        }
        return value;
    }

    private static FileAttribute<?>[] attributes(String mode) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
