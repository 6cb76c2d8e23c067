package org.pavilion.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pavilion.api.Problem;

/**
 * One step of a schema, named {@code V3__bids.sql}, or {@code V3__bids.pg.sql} and {@code
 * V3__bids.sqlite.sql} where the two engines need different text.
 */
public record Script(String name, String sql) {
    private static final Pattern NAME = Pattern.compile("V([1-9][0-9]{0,5})__([a-z0-9_]+)(?:\\.(pg|sqlite))?\\.sql");

    public Script {
        if (!NAME.matcher(name).matches()) {
            throw new Problem("migration.name", 422, "a migration is named V1__what.sql, not " + name);
        }
    }

    /** The scripts in a folder of a jar, or of a directory of classes, found by its table of contents. */
    public static List<Script> in(Path jarOrDirectory, String folder) {
        try {
            return Files.isDirectory(jarOrDirectory)
                    ? inDirectory(jarOrDirectory.resolve(folder))
                    : inJar(jarOrDirectory, folder + "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Position in the schema's history. */
    public int version() {
        return Integer.parseInt(match().group(1));
    }

    /** Whether this text is for the engine. */
    boolean isFor(Dialect dialect) {
        var tag = Optional.ofNullable(match().group(3));
        return tag.isEmpty() || tag.get().equals(dialect == Dialect.POSTGRES ? "pg" : "sqlite");
    }

    /** Hash of the text with line feeds only, so that a checkout's line endings do not matter. */
    String checksum() {
        try {
            var text = sql.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private Matcher match() {
        var match = NAME.matcher(name);
        if (!match.matches()) {
            throw new IllegalStateException(name);
        }
        return match;
    }

    private static List<Script> inDirectory(Path directory) throws IOException {
        var scripts = new ArrayList<Script>();
        if (Files.isDirectory(directory)) {
            try (var files = Files.newDirectoryStream(directory, "*.sql")) {
                for (var file : files) {
                    scripts.add(new Script(String.valueOf(file.getFileName()), Files.readString(file)));
                }
            }
        }
        return scripts;
    }

    private static List<Script> inJar(Path jar, String folder) throws IOException {
        var scripts = new ArrayList<Script>();
        try (var file = new JarFile(jar.toFile())) {
            for (var entry : file.stream().toList()) {
                var name = entry.getName();
                if (name.startsWith(folder) && name.endsWith(".sql") && name.indexOf('/', folder.length()) < 0) {
                    try (var in = file.getInputStream(entry)) {
                        var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        scripts.add(new Script(name.substring(folder.length()), text));
                    }
                }
            }
        }
        return scripts;
    }
}
