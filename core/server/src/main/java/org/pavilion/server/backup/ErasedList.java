package org.pavilion.server.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;

/**
 * Who was erased here, {@code data/erased}, one reference a line and outside the database: a restore of an older
 * backup knows by it whom to erase again before it opens.
 */
final class ErasedList {
    private final Path file;

    ErasedList(Path data) {
        this.file = file(data);
    }

    static Path file(Path data) {
        return data.resolve("erased");
    }

    synchronized void add(Ref account) {
        if (all().contains(account)) {
            return;
        }
        try (var out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            out.write(StandardCharsets.UTF_8.encode(account + "\n"));
            out.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<Ref> all() {
        return read(file);
    }

    static Set<Ref> read(Path file) {
        var found = new LinkedHashSet<Ref>();
        if (!Files.exists(file)) {
            return found;
        }
        try {
            for (var line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    found.add(Ref.of(line.strip()));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Problem e) {
            throw new Problem("erased.unreadable", 422, file + " holds a line that is no reference");
        }
    }
}
