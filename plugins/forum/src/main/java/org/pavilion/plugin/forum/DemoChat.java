package org.pavilion.plugin.forum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.pavilion.api.Utterance;

/** What invented guests said in the two invented sessions of the demo that have a recording, from {@code chat.tsv}. */
final class DemoChat {
    private static final String DESK = "*";

    private record Said(String room, int at, String by, String lane, String text) {
        Utterance at(Instant when) {
            boolean desk = by.startsWith(DESK);
            return new Utterance(when, desk ? by.substring(1) : by, desk, text, lane.isEmpty() ? null : lane);
        }
    }

    private static final List<Said> ALL = read();

    private DemoChat() {}

    /** The talk of the session that is on: spread over the time from its start to now. */
    static List<Utterance> live(Instant start, Instant now) {
        long gone = Math.max(0, Duration.between(start, now).toMillis());
        return of("live")
                .map(said -> said.at(start.plusMillis(gone * said.at() / 1000)))
                .toList();
    }

    /** The talk of the session that is over, by the seconds of its recording. */
    static List<Utterance> recorded(Instant start) {
        return of("recorded").map(said -> said.at(start.plusSeconds(said.at()))).toList();
    }

    private static Stream<Said> of(String room) {
        return ALL.stream().filter(said -> said.room().equals(room));
    }

    private static List<Said> read() {
        try (var in = DemoChat.class.getResourceAsStream("chat.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the plugin's jar has no chat.tsv");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Said(cells[0], Integer.parseInt(cells[1]), cells[2], cells[3], cells[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
