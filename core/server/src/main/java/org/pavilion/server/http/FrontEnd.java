package org.pavilion.server.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pavilion.server.json.Json;

/** Reads {@code web/manifest.json} (logical name → file below {@code /assets/}) into what pages name. */
final class FrontEnd {
    /** Sets the remembered theme before the first paint; stands inline in every page's head. */
    private static final String THEME =
            "try{var t=localStorage.getItem('pv-theme');if(t)document.documentElement.dataset.theme=t}catch(e){}";

    /** Bare imports an island may use at run time, and the shared chunk each stands for. */
    private static final Map<String, String> SHARED =
            Map.of("lit", "lit.js", "@pavilion/ui", "ui.js", "@pavilion/scene", "scene.js");

    /** Islands of the house itself, and the module of each. */
    private static final Map<String, String> ISLANDS = Map.of(
            "LiveRoom",
            "live.js",
            "HallLive",
            "hall.js",
            "RoomDesk",
            "room-desk.js",
            "DisplayScreen",
            "display.js",
            "ApprovalKeys",
            "console.js",
            "DeskFigures",
            "console.js",
            "LookPreview",
            "console.js");

    private FrontEnd() {}

    static Frame.Build read(WebFiles files, Json json) {
        var text = files.text("manifest.json");
        var manifest = text.map(json::object).orElse(Map.of());
        var imports = new LinkedHashMap<String, String>();
        SHARED.keySet().stream().sorted().forEach(name -> {
            var file = asset(manifest, SHARED.getOrDefault(name, ""));
            if (!file.isEmpty()) {
                imports.put(name, file);
            }
        });
        var id = Hashes.etag(text.orElse("").getBytes(StandardCharsets.UTF_8)).substring(0, 8);
        return new Frame.Build(
                id,
                asset(manifest, "style.css"),
                asset(manifest, "desk.css"),
                asset(manifest, "shell.js"),
                json.text(Map.of("imports", imports)),
                files.text("theme.js").orElse(THEME).strip(),
                islands(manifest),
                text.isEmpty());
    }

    private static Map<String, String> islands(Map<String, Object> manifest) {
        var modules = new LinkedHashMap<String, String>();
        ISLANDS.forEach((name, file) -> {
            var module = asset(manifest, file);
            if (!module.isEmpty()) {
                modules.put(name, module);
            }
        });
        return modules;
    }

    private static String asset(Map<String, Object> manifest, String name) {
        return manifest.get(name) instanceof String file ? "/assets/" + file : "";
    }
}
