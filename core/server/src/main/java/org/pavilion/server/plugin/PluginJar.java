package org.pavilion.server.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.zip.ZipFile;
import org.pavilion.api.Problem;

/**
 * A jar that was read and found to be a plugin; none of its code has run. Keeps what the host needs
 * of it, so that the file is opened again only to load classes.
 */
record PluginJar(
        Path file,
        String sha256,
        Manifest manifest,
        List<Migration> migrations,
        Messages messages,
        Optional<UiManifest> ui,
        Assets assets,
        List<String> demo,
        List<String> notes,
        JarEntries entries) {

    /** Site path of the files of {@code ui/}, with a slash at its end. */
    String assetPath() {
        return "/plugins/" + manifest.id() + "/" + assets.version() + "/";
    }

    /** One script of {@code db/<id>/}. */
    record Migration(String name, String sql) {}

    static PluginJar inspect(Path file) {
        var entries = JarEntries.read(file);
        checkJarManifest(entries);
        var bytes = entries.kept().get(ManifestReader.PATH);
        if (bytes == null) {
            throw new Problem("plugin.jar-refused", 422, "this jar is no plugin: it has no " + ManifestReader.PATH);
        }
        var manifest = ManifestReader.read(bytes);
        checkClasses(entries, manifest);
        var ui = UiReader.read(entries.kept(), manifest);
        try {
            return new PluginJar(
                    file,
                    JarEntries.sha256(file),
                    manifest,
                    migrations(entries, manifest),
                    MessagesReader.read(entries.kept()),
                    ui.ui(),
                    Assets.of(manifest.version(), entries.kept()),
                    entries.digests().keySet().stream()
                            .filter(name -> name.matches("demo/[^/]+\\.jsonl"))
                            .map(name -> name.substring("demo/".length()))
                            .sorted()
                            .toList(),
                    ui.notes(),
                    new JarEntries(entries.digests(), seal(entries)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes to keep for a later look at the signature; the rest is in the other components. */
    private static java.util.Map<String, byte[]> seal(JarEntries entries) {
        return entries.kept().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("META-INF/pavilion/files.json"))
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        java.util.Map.Entry::getKey, java.util.Map.Entry::getValue));
    }

    PluginJar at(Path moved) {
        return new PluginJar(moved, sha256, manifest, migrations, messages, ui, assets, demo, notes, entries);
    }

    /** Opens a file of the jar; the caller closes it. */
    InputStream open(String name) {
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry(name);
            if (entry == null) {
                throw Problem.notFound(name);
            }
            return new ByteArrayInputStream(zip.getInputStream(entry).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return manifest.id();
    }

    VersionNumber version() {
        return VersionNumber.of(manifest.version());
    }

    private static void checkJarManifest(JarEntries entries) {
        var bytes = entries.kept().get("META-INF/MANIFEST.MF");
        if (bytes == null) {
            return;
        }
        try {
            var main = new java.util.jar.Manifest(new ByteArrayInputStream(bytes)).getMainAttributes();
            if (main.containsKey(Attributes.Name.CLASS_PATH)) {
                throw new Problem("plugin.jar-refused", 422, "MANIFEST.MF: Class-Path is not allowed");
            }
            if (Boolean.parseBoolean(main.getValue(Attributes.Name.MULTI_RELEASE))) {
                throw new Problem("plugin.jar-refused", 422, "MANIFEST.MF: a multi-release jar is not allowed");
            }
        } catch (IOException e) {
            throw new Problem("plugin.jar-refused", 422, "MANIFEST.MF cannot be read").causedBy(e);
        }
    }

    private static void checkClasses(JarEntries entries, Manifest manifest) {
        var root = manifest.packageName().replace('.', '/') + "/";
        for (var name : entries.digests().keySet()) {
            if (name.endsWith(".class") && !name.startsWith(root)) {
                throw EntryName.refused(name, "classes must lie below the plugin's package " + manifest.packageName());
            }
        }
        if (!entries.digests().containsKey(manifest.pluginClass().replace('.', '/') + ".class")) {
            throw ManifestReader.misfit(
                    "plugin.json", Problem.invalid("/class", "the jar has no such class: " + manifest.pluginClass()));
        }
    }

    private static List<Migration> migrations(JarEntries entries, Manifest manifest) {
        var folder = "db/" + manifest.id() + "/";
        return entries.kept().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("db/"))
                .map(entry -> {
                    var name = entry.getKey();
                    if (!name.startsWith(folder) || !name.endsWith(".sql")) {
                        throw EntryName.refused(name, "migrations are .sql files in " + folder);
                    }
                    return new Migration(
                            name.substring(folder.length()), new String(entry.getValue(), StandardCharsets.UTF_8));
                })
                .sorted(java.util.Comparator.comparing(Migration::name))
                .toList();
    }
}
