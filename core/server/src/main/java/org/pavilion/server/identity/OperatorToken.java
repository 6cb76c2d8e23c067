package org.pavilion.server.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The operator's own token, {@code data/secrets/operator-token}, readable by its owner alone. */
final class OperatorToken {
    private final byte[] digest;

    private OperatorToken(byte[] digest) {
        this.digest = digest;
    }

    /** Reads the token, or makes it at the first start. */
    static OperatorToken in(Path data) {
        var file = file(data);
        try {
            Files.createDirectories(file.getParent(), attributes("rwx------"));
            try (var out = Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes("rw-------"))) {
                out.write(java.nio.ByteBuffer.wrap(
                        (Secret.random() + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            } catch (FileAlreadyExistsException e) {
                // Made at an earlier start; it stays the same until somebody deletes the file.
                return read(file);
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the operator token " + file + " can be neither read nor made", e);
        }
    }

    static Path file(Path data) {
        return data.resolve("secrets").resolve("operator-token");
    }

    private static OperatorToken read(Path file) throws IOException {
        var token = Files.readString(file).strip();
        if (!Secret.looksRandom(token)) {
            throw new IOException("not a token; delete the file and a new one is made at the next start");
        }
        return new OperatorToken(Secret.sha256(token));
    }

    boolean matches(String candidate) {
        return Secret.same(digest, Secret.sha256(candidate));
    }

    private static FileAttribute<?>[] attributes(String mode) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
