package org.pavilion.server.live.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pavilion.api.Problem;

/**
 * A playlist as an encoder pushed it, reduced to what is taken from it: names of pieces with their
 * lengths, or renditions with what they say of themselves. None of its addresses is ever passed on.
 *
 * @param ended whether the encoder says that nothing follows
 */
record PushedList(List<Entry> entries, List<Rendition> renditions, boolean ended) {
    private static final int MOST_LINES = 60_000;
    private static final int LONGEST_LINE = 2_048;
    private static final long LONGEST_PIECE_MS = 30_000;
    private static final Pattern ATTRIBUTE = Pattern.compile("([A-Z0-9-]+)=(\"[^\"]*\"|[^,]*)");
    private static final Pattern SIZE = Pattern.compile("\\d{2,5}x\\d{2,5}");
    private static final Pattern CODECS = Pattern.compile("[A-Za-z0-9.,_-]{3,100}");
    private static final String STREAM = "#EXT-X-STREAM-INF:";
    private static final String PIECE = "#EXTINF:";

    /** A piece in the encoder's count. */
    record Entry(String name, long sequence, long durationMs, boolean broken) {}

    /** A rendition by the folder of its playlist. */
    record Rendition(String track, long bandwidth, Optional<String> resolution, Optional<String> codecs) {}

    boolean master() {
        return !renditions.isEmpty();
    }

    static PushedList of(String text) {
        if (!text.startsWith("#EXTM3U")) {
            throw unfit("a playlist begins with #EXTM3U");
        }
        var lines = text.lines().limit(MOST_LINES + 1L).toList();
        if (lines.size() > MOST_LINES || lines.stream().anyMatch(line -> line.length() > LONGEST_LINE)) {
            throw unfit("a playlist has at most " + MOST_LINES + " lines of " + LONGEST_LINE + " characters");
        }
        return new Reader().read(lines);
    }

    private static Problem unfit(String why) {
        return new Problem("stream.playlist", 422, why);
    }

    private static final class Reader {
        private final List<Entry> entries = new ArrayList<>();
        private final Map<String, Rendition> renditions = new LinkedHashMap<>();
        private Map<String, String> stream = Map.of();
        private long sequence;
        private long durationMs = -1;
        private boolean broken;
        private boolean ended;

        PushedList read(List<String> lines) {
            lines.stream().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::line);
            if (!entries.isEmpty() && !renditions.isEmpty()) {
                throw unfit("a playlist lists pieces or renditions, not both");
            }
            return new PushedList(List.copyOf(entries), List.copyOf(renditions.values()), ended);
        }

        private void line(String line) {
            if (line.startsWith(PIECE)) {
                durationMs = duration(line.substring(PIECE.length()));
            } else if (line.startsWith(STREAM)) {
                stream = attributes(line.substring(STREAM.length()));
            } else if (line.startsWith("#EXT-X-MEDIA-SEQUENCE:")) {
                sequence = number(line);
            } else if (line.equals("#EXT-X-DISCONTINUITY")) {
                broken = true;
            } else if (line.equals("#EXT-X-ENDLIST")) {
                ended = true;
            } else if (line.startsWith("#EXT-X-KEY:") && !line.contains("METHOD=NONE")) {
                throw unfit("pieces are pushed unencrypted");
            } else if (line.startsWith("#EXT-X-BYTERANGE")) {
                throw unfit("each piece is a file of its own");
            } else if (!line.startsWith("#")) {
                address(line);
            }
        }

        private void address(String line) {
            var path = line.split("[?#]", 2)[0].split("/", -1);
            if (!stream.isEmpty()) {
                var track = path.length > 1 ? path[path.length - 2] : PushedName.ROOT;
                if (PushedName.TRACK.matcher(track).matches()) {
                    renditions.put(track, rendition(track));
                }
                stream = Map.of();
            } else if (durationMs >= 0) {
                entries.add(new Entry(path.length == 0 ? "" : path[path.length - 1], sequence, durationMs, broken));
                sequence++;
                durationMs = -1;
                broken = false;
            }
        }

        private Rendition rendition(String track) {
            var bandwidth = stream.getOrDefault("BANDWIDTH", "0");
            return new Rendition(
                    track,
                    bandwidth.matches("\\d{1,10}") ? Long.parseLong(bandwidth) : 0,
                    Optional.ofNullable(stream.get("RESOLUTION")).filter(SIZE.asMatchPredicate()),
                    Optional.ofNullable(stream.get("CODECS")).filter(CODECS.asMatchPredicate()));
        }

        private static Map<String, String> attributes(String text) {
            var all = new LinkedHashMap<String, String>();
            Matcher each = ATTRIBUTE.matcher(text);
            while (each.find()) {
                all.put(each.group(1), each.group(2).replace("\"", ""));
            }
            return all;
        }

        private static long number(String line) {
            var digits = line.substring(line.indexOf(':') + 1).strip();
            if (!digits.matches("\\d{1,15}")) {
                throw unfit("not a number: " + line);
            }
            return Long.parseLong(digits);
        }

        private static long duration(String text) {
            var seconds = text.split(",", 2)[0].strip();
            if (!seconds.matches("\\d{1,4}(\\.\\d{1,12})?")) {
                throw unfit("a piece says how many seconds it lasts");
            }
            long ms = Math.round(Double.parseDouble(seconds) * 1_000);
            if (ms > LONGEST_PIECE_MS) {
                throw unfit("a piece lasts at most " + LONGEST_PIECE_MS / 1_000 + " seconds");
            }
            return ms;
        }
    }
}
