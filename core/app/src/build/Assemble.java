import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Lays the distribution folder: {@code lib/} from Maven's class path, {@code plugins/} from the
 * modules that core/app names, and {@code plugins/bundled.json}, by which the server trusts them.
 * Runs as a source file; touches only what changed, so that the launcher's cache stays valid.
 */
public final class Assemble {
    private static final Pattern PLUGIN = Pattern.compile("<artifactId>(pavilion-plugin-([a-z0-9-]+))</artifactId>");

    public static void main(String[] args) throws Exception {
        var libraries = Files.readString(Path.of(args[0])).strip().split(Pattern.quote(File.pathSeparator));
        var pom = Files.readString(Path.of(args[1]));
        var modules = Path.of(args[2]);
        var target = Path.of(args[3]);

        var kept = new HashSet<String>();
        for (var library : libraries) {
            kept.add(copy(Path.of(library), target.resolve("lib")));
        }
        sweep(target.resolve("lib"), kept);
        Files.writeString(target.resolve("lib.sha256"), digest(target.resolve("lib"), kept) + "\n");

        var entries = new ArrayList<String>();
        kept.clear();
        for (var match : PLUGIN.matcher(pom).results().toList()) {
            var jar = jar(modules.resolve(match.group(2)).resolve("target"), match.group(1));
            kept.add(copy(jar, target.resolve("plugins")));
            entries.add(entry(jar));
        }
        sweep(target.resolve("plugins"), kept);
        Files.writeString(
                target.resolve("plugins").resolve("bundled.json"), "[\n  " + String.join(",\n  ", entries) + "\n]\n");
    }

    /** One hash over all libraries; the launcher keys its class cache by it. */
    private static String digest(Path folder, Set<String> names) throws Exception {
        var all = MessageDigest.getInstance("SHA-256");
        for (var name : new TreeSet<>(names)) {
            all.update(name.getBytes(StandardCharsets.UTF_8));
            all.update(Files.readAllBytes(folder.resolve(name)));
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private static Path jar(Path folder, String artifact) throws IOException {
        var name = Pattern.compile(Pattern.quote(artifact) + "-\\d[0-9A-Za-z.]*(-SNAPSHOT)?\\.jar");
        try (var files = Files.list(folder)) {
            return files.filter(file -> name.matcher(file.getFileName().toString()).matches())
                    .findFirst()
                    .orElseThrow(() -> new IOException(folder + " holds no jar; run the phase package or a later one"));
        }
    }

    private static String entry(Path jar) throws Exception {
        String manifest;
        try (var file = new JarFile(jar.toFile())) {
            var descriptor = file.getEntry("META-INF/pavilion/plugin.json");
            if (descriptor == null) {
                throw new IOException(jar + " has no META-INF/pavilion/plugin.json");
            }
            manifest = new String(file.getInputStream(descriptor).readAllBytes(), StandardCharsets.UTF_8);
        }
        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
        return "{\"id\": \"%s\", \"version\": \"%s\", \"sha256\": \"%s\", \"file\": \"%s\"}"
                .formatted(
                        first(manifest, "id"),
                        first(manifest, "version"),
                        HexFormat.of().formatHex(digest),
                        jar.getFileName());
    }

    /** The member's first occurrence, which is the top-level one: a manifest begins with id and version. */
    private static String first(String manifest, String member) throws IOException {
        var match = Pattern.compile("\"" + member + "\"\\s*:\\s*\"([^\"]+)\"").matcher(manifest);
        if (!match.find()) {
            throw new IOException("a plugin.json has no " + member);
        }
        return match.group(1);
    }

    private static String copy(Path from, Path folder) throws IOException {
        Files.createDirectories(folder);
        var to = folder.resolve(from.getFileName());
        if (!Files.exists(to) || Files.mismatch(from, to) >= 0) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
        return to.getFileName().toString();
    }

    private static void sweep(Path folder, Set<String> kept) throws IOException {
        Files.createDirectories(folder);
        List<Path> old;
        try (var files = Files.list(folder)) {
            old = files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !kept.contains(file.getFileName().toString()))
                    .toList();
        }
        for (var file : old) {
            Files.delete(file);
        }
    }
}
