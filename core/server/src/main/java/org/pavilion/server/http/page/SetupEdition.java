package org.pavilion.server.http.page;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Problem;
import org.pavilion.server.brand.Brand;
import org.pavilion.server.brand.Setup;
import org.pavilion.server.directory.ExpoDirectory;
import org.pavilion.server.imports.ImportDesk;
import org.pavilion.server.json.Json;
import org.pavilion.server.plugin.PluginHost;

/** The first edition of a new expo: written through the import desk, so that every rule about editions holds. */
final class SetupEdition {
    private static final String ID = "id";

    private final Brand brand;
    private final ExpoDirectory directory;
    private final ImportDesk desk;
    private final PluginHost plugins;
    private final Json json;

    SetupEdition(Brand brand, ExpoDirectory directory, ImportDesk desk, PluginHost plugins, Json json) {
        this.brand = brand;
        this.directory = directory;
        this.desk = desk;
        this.plugins = plugins;
        this.json = json;
    }

    record Form(
            Optional<String> editionZh,
            Optional<String> editionEn,
            Optional<String> start,
            Optional<String> end,
            Optional<String> format,
            Optional<String> language,
            Optional<String> zone) {}

    static Map<String, String> typed(Form form) {
        return Entered.values(
                "editionZh", form.editionZh().orElse("").strip(),
                "editionEn", form.editionEn().orElse("").strip(),
                "start", form.start().orElse(""),
                "end", form.end().orElse(""),
                "format", form.format().orElse("hybrid"));
    }

    /** What stands in the form; a fresh one proposes this year's edition of the expo's name. */
    Map<String, String> values() {
        var known = brand.setup().edition();
        if (!known.isEmpty()) {
            return known;
        }
        var name = brand.profile().name();
        int year = LocalDate.now(java.time.ZoneId.of(brand.profile().zone())).getYear();
        return Entered.values(
                "editionZh", name.zh().isBlank() ? "" : year + " " + name.zh(),
                "editionEn", name.en().isBlank() ? "" : name.en() + " " + year,
                "start", "",
                "end", "",
                "format", "hybrid");
    }

    /** Stores the edition as announced; the same again changes it. */
    void save(Map<String, String> values) {
        var start = day(values, "start");
        var end = day(values, "end");
        if (end.isBefore(start)) {
            throw Problem.invalid("/end", "the last day is before the first");
        }
        if (values.getOrDefault("editionZh", "").isEmpty()
                && values.getOrDefault("editionEn", "").isEmpty()) {
            throw Problem.invalid("/edition", "the edition needs a name");
        }
        var kept = new HashMap<>(values);
        kept.put(ID, brand.setup().edition().getOrDefault(ID, fresh(start.getYear())));
        put(kept, "announced");
        var setup = brand.setup();
        brand.setup(new Setup(setup.done(), kept, setup.open()));
    }

    /** Opens the edition with the boards of all plugins that run now. */
    void open() {
        var values = brand.setup().edition();
        if (values.isEmpty()) {
            throw new Problem("setup.no-edition", 409, "the expo has no edition yet");
        }
        put(values, "open");
    }

    Optional<String> id() {
        return Optional.ofNullable(brand.setup().edition().get(ID));
    }

    private void put(Map<String, String> values, String status) {
        var name = Map.of("zh", values.getOrDefault("editionZh", ""), "en", values.getOrDefault("editionEn", ""));
        var line = new LinkedHashMap<String, Object>();
        line.put("id", values.getOrDefault(ID, ""));
        line.put("kind", "edition");
        line.put("name", name);
        line.put("summary", brand.profile().tagline().<Object>map(text -> text).orElse(name));
        line.put("series", "expo");
        line.put("year", LocalDate.parse(values.getOrDefault("start", "")).getYear());
        line.put("status", status);
        line.put(
                "dates",
                Map.of(
                        "start",
                        values.getOrDefault("start", ""),
                        "end",
                        values.getOrDefault("end", ""),
                        "known",
                        List.of()));
        line.put("boards", boards());
        line.put("format", values.getOrDefault("format", "hybrid"));
        line.put("hosts", List.of());
        line.put("zone", brand.profile().zone());
        line.put("source", List.of());
        var report =
                desk.run("edition", new ByteArrayInputStream(json.text(line).getBytes(StandardCharsets.UTF_8)), false);
        if (!report.clean()) {
            throw Problem.invalid(
                    "/edition",
                    report.failure().orElseGet(() -> report.lines().getFirst().detail()));
        }
    }

    private List<String> boards() {
        var running = plugins.mounts().stream().map(mount -> mount.info().id()).toList();
        return directory.boardsOf(running);
    }

    private String fresh(int year) {
        var id = "ed-" + year;
        for (int i = 2; directory.edition(id).isPresent(); i++) {
            id = "ed-" + year + "-" + i;
        }
        return id;
    }

    private static LocalDate day(Map<String, String> values, String field) {
        try {
            return LocalDate.parse(values.getOrDefault(field, ""));
        } catch (DateTimeException e) {
            throw Problem.invalid("/" + field, "a day such as 2026-09-16 is required");
        }
    }
}
