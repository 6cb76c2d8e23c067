package org.pavilion.server.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;

/**
 * The checkpoints of a data directory, {@code audit/checkpoints}: one line each, {@code JSON, key, signature}
 * parted by tabs, appended and synced, never rewritten.
 */
final class Checkpoints {
    private static final Json JSON = new Json();

    private final Path file;
    private final SigningKey key;
    private volatile Optional<Checkpoint> last;
    private String lastLine;

    private Checkpoints(Path file, SigningKey key, Optional<Checkpoint> last, String lastLine) {
        this.file = file;
        this.key = key;
        this.last = last;
        this.lastLine = lastLine;
    }

    /**
     * The file as a verifier reads it.
     *
     * @param marks of all rows up to the last checkpoint, {@link Chain#MARK} digits each
     * @param fault the first line that is not as it was written
     */
    record Contents(List<Checkpoint> list, String marks, Set<String> keys, Optional<String> fault) {}

    /** Opens the file for its one writer; a line that a crash cut off is dropped. */
    static Checkpoints open(Path data) throws IOException {
        var key = SigningKey.in(data);
        var file = file(data);
        var lines = lines(file);
        var bytes = lines.stream()
                .mapToLong(line -> line.getBytes(StandardCharsets.UTF_8).length + 1L)
                .sum();
        if (Files.exists(file) && Files.size(file) > bytes) {
            try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
                out.truncate(bytes);
            }
        }
        var lastLine = lines.isEmpty() ? "" : lines.getLast();
        return new Checkpoints(file, key, lines.isEmpty() ? Optional.empty() : parse(lastLine), lastLine);
    }

    static Contents read(Path data) throws IOException {
        var keys = SigningKey.known(data);
        var list = new ArrayList<Checkpoint>();
        var marks = new StringBuilder();
        var used = new TreeSet<String>();
        var before = "";
        for (var line : lines(file(data))) {
            var where = "checkpoint " + (list.size() + 1);
            var parts = line.split("\t", -1);
            var checkpoint = parse(line);
            if (checkpoint.isEmpty()) {
                return new Contents(list, marks.toString(), used, Optional.of(where + " cannot be read"));
            }
            var by = keys.get(parts[1]);
            if (by == null) {
                return new Contents(
                        list, marks.toString(), used, Optional.of(where + " is signed by an unknown key " + parts[1]));
            }
            if (!SigningKey.signed(by, parts[0], parts[2])) {
                return new Contents(
                        list, marks.toString(), used, Optional.of(where + " was changed after it was signed"));
            }
            if (!checkpoint.get().before().equals(before)) {
                return new Contents(
                        list, marks.toString(), used, Optional.of(where + " does not follow the one before it"));
            }
            used.add(parts[1]);
            list.add(checkpoint.get());
            marks.append(checkpoint.get().marks());
            before = Chain.digest(line);
        }
        return new Contents(list, marks.toString(), used, Optional.empty());
    }

    static Path file(Path data) {
        return data.resolve("audit").resolve("checkpoints");
    }

    Optional<Checkpoint> last() {
        return last;
    }

    String key() {
        return key.id();
    }

    /** What the next checkpoint must name as the line before it. */
    String before() {
        return lastLine.isEmpty() ? "" : Chain.digest(lastLine);
    }

    void append(Checkpoint checkpoint) throws IOException {
        var json = JSON.text(checkpoint);
        var line = json + "\t" + key.id() + "\t" + key.sign(json);
        Files.createDirectories(file.getParent());
        try (var out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            var bytes = StandardCharsets.UTF_8.encode(line + "\n");
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        last = Optional.of(checkpoint);
        lastLine = line;
    }

    /** The whole lines of the file. */
    private static List<String> lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        var text = Files.readString(file);
        var end = text.lastIndexOf('\n');
        return end < 0 ? List.of() : text.substring(0, end).lines().toList();
    }

    private static Optional<Checkpoint> parse(String line) {
        var parts = line.split("\t", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.read(parts[0], Checkpoint.class));
        } catch (Problem e) {
            return Optional.empty();
        }
    }
}
