package org.pavilion.server.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;

/** Reads {@code ui/ui.json} strictly and holds it against the manifest and the files beside it. */
final class UiReader {
    private static final String FILE = "ui/ui.json";
    private static final int WARN = 30 << 10;
    private static final int REFUSE = 150 << 10;
    private static final Set<String> LINK_SLOTS = Set.of("nav.main", "exhibitor.page", "organiser.page");
    private static final Set<String> BOX_SLOTS = Set.of(
            "home.side",
            "booth.panel",
            "booth.tab",
            "hall.marker",
            "live.tab",
            "live.overlay",
            "profile.section",
            "organiser.widget");

    private UiReader() {}

    /** What was read and what an organiser should look at. */
    record Read(Optional<UiManifest> ui, java.util.List<String> notes) {}

    static Read read(Map<String, byte[]> files, Manifest manifest) {
        var bytes = files.get(FILE);
        if (bytes == null) {
            return new Read(Optional.empty(), java.util.List.of());
        }
        try {
            var ui = new Json().read(bytes, UiManifest.class);
            check(ui, files, manifest);
            int packed = ui.entry().map(entry -> packed(file(files, entry))).orElse(0);
            if (packed > REFUSE) {
                throw Problem.invalid("/entry", "the module is larger than 150 KB packed");
            }
            return new Read(
                    Optional.of(ui),
                    packed > WARN
                            ? java.util.List.of(
                                    "the entry module is " + (packed >> 10) + " KB packed; 30 KB is the aim")
                            : java.util.List.of());
        } catch (Problem e) {
            throw ManifestReader.misfit("ui.json", e);
        }
    }

    private static void check(UiManifest ui, Map<String, byte[]> files, Manifest manifest) {
        ManifestRules.require(ui.api() == 1, "/api", "must be 1");
        ManifestRules.require(
                ui.entry().isPresent() || ui.elements().isEmpty(),
                "/entry",
                "elements need a module that exports them");
        ui.entry().ifPresent(entry -> ManifestRules.at("/entry", () -> file(files, entry)));
        ui.style().ifPresent(style -> ManifestRules.at("/style", () -> file(files, style)));
        ManifestRules.each(
                ui.elements(),
                "/elements",
                name -> ManifestRules.require(
                        name.matches("[A-Z][A-Za-z0-9]{0,40}"), "", "an element is named like a class"));
        ManifestRules.each(ui.contributions(), "/contributions", each -> checkOne(each, ui, manifest));
    }

    private static void checkOne(UiManifest.Contribution each, UiManifest ui, Manifest manifest) {
        boolean link = LINK_SLOTS.contains(each.slot());
        boolean result = each.slot().matches("search\\.result:[a-z][a-z0-9-]*");
        ManifestRules.require(
                link || result || BOX_SLOTS.contains(each.slot()), "/slot", "no such slot: " + each.slot());
        if (link) {
            var href = each.href().orElse("");
            ManifestRules.require(
                    href.matches("(/[A-Za-z0-9._~-]+)+/?") && !href.contains(".."), "/href", "a site path is required");
            ManifestRules.require(each.label().isPresent(), "/label", "a label is required");
        } else {
            ManifestRules.require(
                    each.element().filter(ui.elements()::contains).isPresent(), "/element", "is not one of elements");
            ManifestRules.require(result || each.title().isPresent(), "/title", "a title is required");
        }
        each.label().ifPresent(label -> ManifestRules.both(label, "/label"));
        each.title().ifPresent(title -> ManifestRules.both(title, "/title"));
        each.icon()
                .ifPresent(icon -> ManifestRules.require(
                        icon.matches("[a-z][a-z0-9-]{0,40}") || icon.matches("[MmLlHhVvCcSsQqTtAaZz0-9 ,.-]{1,2000}"),
                        "/icon",
                        "must be a name of ours or the path of a 24-pixel SVG"));
        each.minHeight()
                .ifPresent(px -> ManifestRules.require(px >= 0 && px <= 2000, "/minHeight", "0 to 2000 pixels"));
        each.when()
                .keySet()
                .forEach(key -> ManifestRules.require(
                        Set.of("tag", "type", "edition").contains(key),
                        "/when/" + key,
                        "must be tag, type or edition"));
        each.permission()
                .ifPresent(name -> ManifestRules.require(
                        manifest.permissions().stream()
                                .anyMatch(right -> right.name().equals(name)),
                        "/permission",
                        "is not declared in plugin.json: " + name));
    }

    private static byte[] file(Map<String, byte[]> files, String path) {
        ManifestRules.require(
                path.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*"),
                "",
                "is not a path below ui/");
        var bytes = files.get("ui/" + path);
        if (bytes == null) {
            throw Problem.invalid("", "there is no ui/" + path);
        }
        return bytes;
    }

    private static int packed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size();
    }
}
