package org.pavilion.server.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The search directory: one folder for each index, a pointer to the one that serves, the last broken one. */
final class Folders {
    private static final String POINTER = "current";
    private static final String QUARANTINE = "quarantine";

    private final Path root;
    private final String schema;

    /** @param schema changes with everything an index depends on; folders of another are not opened */
    Folders(Path root, String schema) throws IOException {
        this.root = root;
        this.schema = schema;
        Files.createDirectories(root);
    }

    /** The folder that serves, if it fits this software. */
    Optional<Path> current() throws IOException {
        var pointer = root.resolve(POINTER);
        if (!Files.exists(pointer)) {
            return Optional.empty();
        }
        var name = Files.readString(pointer).strip();
        var folder = root.resolve(name);
        boolean fits = name.startsWith(schema + "-") && Files.isDirectory(folder);
        return fits ? Optional.of(folder) : Optional.empty();
    }

    /** An empty folder for the next index. */
    Path next() throws IOException {
        for (int n = 1; ; n++) {
            var folder = root.resolve(schema + "-" + n);
            if (!Files.exists(folder)) {
                return Files.createDirectory(folder);
            }
        }
    }

    /** From now on this folder serves; all others but the quarantine are deleted. */
    void promote(Path folder) throws IOException {
        var draft = root.resolve(POINTER + ".new");
        try (var channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var name = folder.getFileName().toString().getBytes(StandardCharsets.UTF_8);
            channel.write(ByteBuffer.wrap(name));
            channel.force(true);
        }
        Files.move(draft, root.resolve(POINTER), StandardCopyOption.ATOMIC_MOVE);
        try (var all = Files.list(root)) {
            for (var other : all.filter(Files::isDirectory).toList()) {
                if (!other.equals(folder) && !other.endsWith(QUARANTINE)) {
                    delete(other);
                }
            }
        }
    }

    /** Puts a broken folder aside for inspection, in place of the one before. */
    void quarantine(Path folder) throws IOException {
        var aside = root.resolve(QUARANTINE);
        delete(aside);
        if (Files.exists(folder)) {
            Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(root.resolve(POINTER));
    }

    Optional<String> quarantined() {
        var aside = root.resolve(QUARANTINE);
        return Files.exists(aside) ? Optional.of(aside.toString()) : Optional.empty();
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
