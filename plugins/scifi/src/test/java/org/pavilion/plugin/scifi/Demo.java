package org.pavilion.plugin.scifi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pavilion.server.json.Json;

/** The demo's own lines. */
final class Demo {
    private Demo() {}

    /** The exhibit that carries the model. */
    static Exhibit exhibit(String model) throws IOException {
        var json = new Json();
        try (var lines = Files.lines(Path.of("src/main/resources/demo/scifi.jsonl"))) {
            return lines.filter(line -> line.contains("\"model\": \"" + model + "\""))
                    .map(line -> json.read(line.getBytes(java.nio.charset.StandardCharsets.UTF_8), Exhibit.class))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
