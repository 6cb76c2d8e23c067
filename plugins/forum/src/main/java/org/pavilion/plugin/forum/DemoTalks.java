package org.pavilion.plugin.forum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/** The invented talks of the demo days, read from {@code talks.tsv}. */
final class DemoTalks {
    /** Track of the talks that all go to. */
    static final String PLENARY = "plenary";

    static final List<String> TRACKS = List.of("ai", "new-materials", "biomed", "energy", "culture-tech");

    /** One talk; {@code item} is what it shows, an id of the dataset. */
    record Talk(String track, String type, Text title, Text summary, Optional<String> item) {}

    private DemoTalks() {}

    /** The talks of a track in order. */
    static List<Talk> of(String track) {
        return ALL.stream().filter(talk -> talk.track().equals(track)).toList();
    }

    private static final List<Talk> ALL = read();

    private static List<Talk> read() {
        try (var in = DemoTalks.class.getResourceAsStream("talks.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the plugin's jar has no talks.tsv");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Talk(
                            cells[0],
                            cells[1],
                            new Text(cells[2], cells[3]),
                            new Text(cells[4], cells[5]),
                            Optional.of(cells[6]).filter(item -> !item.isEmpty())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
