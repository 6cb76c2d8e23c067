package org.pavilion.server.live.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pavilion.api.Problem;

/** WebVTT, as far as captions need it: times and lines of plain text. */
final class Vtt {
    private static final int MOST = 20_000;
    private static final Pattern TIMING = Pattern.compile(
            "(?:(\\d{1,4}):)?(\\d{2}):(\\d{2})[.,](\\d{3})\\s+-->\\s+(?:(\\d{1,4}):)?(\\d{2}):(\\d{2})[.,](\\d{3}).*");
    private static final Pattern TAG = Pattern.compile("<[^>\n]{0,200}>");

    private Vtt() {}

    /** One caption. */
    record Cue(long fromMs, long toMs, String text) {}

    static String write(List<Cue> cues) {
        var text = new StringBuilder("WEBVTT\n");
        for (var each : cues) {
            if (each.fromMs() < each.toMs()) {
                text.append('\n')
                        .append(time(each.fromMs()))
                        .append(" --> ")
                        .append(time(each.toMs()))
                        .append('\n')
                        .append(plain(each.text()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** Reads a file of captions; what carries no time is left out, markup is dropped. */
    static List<Cue> read(String file) {
        var text = file.startsWith("\uFEFF") ? file.substring(1) : file;
        if (!text.startsWith("WEBVTT")
                && TIMING.matcher(text).results().findAny().isEmpty()) {
            throw Problem.invalid("/file", "a WebVTT file begins with WEBVTT");
        }
        var cues = new ArrayList<Cue>();
        for (var block : text.replace("\r\n", "\n").replace('\r', '\n').split("\n{2,}", -1)) {
            cue(block).ifPresent(cues::add);
            if (cues.size() > MOST) {
                throw Problem.invalid("/file", "at most " + MOST + " captions");
            }
        }
        return cues;
    }

    private static Optional<Cue> cue(String block) {
        var lines = block.strip().split("\n", -1);
        for (int i = 0; i < Math.min(2, lines.length); i++) {
            var timing = TIMING.matcher(lines[i].strip());
            if (timing.matches()) {
                var said = String.join(" ", List.of(lines).subList(i + 1, lines.length));
                var words = TAG.matcher(said)
                        .replaceAll("")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&nbsp;", " ")
                        .replace("&amp;", "&")
                        .strip();
                long from = time(timing.group(1), timing.group(2), timing.group(3), timing.group(4));
                long to = time(timing.group(5), timing.group(6), timing.group(7), timing.group(8));
                return words.isEmpty() || to <= from ? Optional.empty() : Optional.of(new Cue(from, to, words));
            }
        }
        return Optional.empty();
    }

    private static long time(String hours, String minutes, String seconds, String ms) {
        return ((hours == null ? 0 : Long.parseLong(hours)) * 3_600
                                + Long.parseLong(minutes) * 60
                                + Long.parseLong(seconds))
                        * 1_000
                + Long.parseLong(ms);
    }

    /** One line of a cue: markup and the arrow have no meaning in it. */
    private static String plain(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("\\R+", " ");
    }

    static String time(long ms) {
        return "%02d:%02d:%02d.%03d".formatted(ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60, ms % 1_000);
    }
}
