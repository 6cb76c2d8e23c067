package org.pavilion.plugin.forum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.pavilion.api.Language;
import org.pavilion.api.Spoken;

/** What the invented speaker of the recorded demo session says, in both languages, from {@code spoken.tsv}. */
final class DemoCaptions {
    private static final Duration SHOWN = Duration.ofSeconds(6);

    private DemoCaptions() {}

    static List<Spoken> recorded() {
        try (var in = DemoCaptions.class.getResourceAsStream("spoken.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the plugin's jar has no spoken.tsv");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .flatMap(DemoCaptions::spoken)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Spoken> spoken(String[] cells) {
        var at = Duration.ofSeconds(Integer.parseInt(cells[0]));
        return Stream.of(new Spoken(at, SHOWN, Language.ZH, cells[1]), new Spoken(at, SHOWN, Language.EN, cells[2]));
    }
}
