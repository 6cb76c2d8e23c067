package org.pavilion.server.plugin;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;

/** Reads {@code plugin.json} strictly; whatever is wrong is named with a pointer. */
final class ManifestReader {
    static final String PATH = "META-INF/pavilion/plugin.json";

    private ManifestReader() {}

    static Manifest read(byte[] bytes) {
        var json = new Json();
        try {
            var members = new LinkedHashMap<>(json.object(new String(bytes, StandardCharsets.UTF_8)));
            if (members.containsKey("pluginClass")) {
                throw Problem.invalid("/pluginClass", "unknown member pluginClass");
            }
            var named = members.remove("class");
            if (named != null) {
                members.put("pluginClass", named);
            }
            var file = json.convert(members, ManifestFile.class);
            var manifest = manifest(file, SettingsSchema.of(file.settings(), json));
            new ManifestRules(manifest).check();
            return manifest;
        } catch (Problem e) {
            throw misfit("plugin.json", e);
        }
    }

    /** The same problem as one of the plugin's files, with the file and the place in the sentence. */
    static Problem misfit(String file, Problem e) {
        var pointer = Optional.ofNullable(e.pointer()).orElse("").replace("/pluginClass", "/class");
        return new Problem("plugin.manifest", 422, file + (pointer.isEmpty() ? "" : " " + pointer) + ": " + e.detail())
                .at(pointer);
    }

    private static Manifest manifest(ManifestFile file, SettingsSchema settings) {
        return new Manifest(
                file.schema(),
                file.id(),
                file.version(),
                file.pluginClass(),
                file.name(),
                file.licence(),
                file.docs(),
                file.requires(),
                file.prefix().orElse(file.id()),
                file.pages(),
                file.roles(),
                file.permissions(),
                settings,
                file.events().orElseGet(() -> new Manifest.Events(List.of(), List.of())),
                file.search(),
                file.relations(),
                file.rooms(),
                file.imports(),
                file.after(),
                file.metrics(),
                file.outbound(),
                file.tasks());
    }
}
