package org.pavilion.server.live.stream;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The playlists that viewers get: our names, our clock, our breaks. */
final class Lists {
    private Lists() {}

    /** The renditions of a site; {@code measured} is the highest rate of each in bits a second. */
    static String renditions(List<TrackRow> tracks, List<Long> measured) {
        var list = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        for (int i = 0; i < tracks.size(); i++) {
            var track = tracks.get(i);
            list.append("#EXT-X-STREAM-INF:BANDWIDTH=")
                    .append(Math.max(1, Math.max(track.bandwidth(), measured.get(i))));
            track.resolution().ifPresent(size -> list.append(",RESOLUTION=").append(size));
            track.codecs()
                    .ifPresent(
                            codecs -> list.append(",CODECS=\"").append(codecs).append('"'));
            list.append('\n').append(track.track()).append("/index.m3u8\n");
        }
        return list.toString();
    }

    /**
     * Pieces in order.
     *
     * @param longestMs the longest piece there was, which must not change while a viewer follows
     * @param whole a recording that nothing is added to
     */
    static String pieces(List<PieceRow> pieces, long longestMs, boolean whole) {
        var list = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n")
                .append("#EXT-X-TARGETDURATION:")
                .append(Math.max(1, (longestMs + 499) / 1_000))
                .append('\n');
        var first = pieces.getFirst();
        if (whole) {
            list.append("#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-MEDIA-SEQUENCE:0\n");
        } else {
            list.append("#EXT-X-MEDIA-SEQUENCE:")
                    .append(first.place().orElseThrow())
                    .append("\n#EXT-X-DISCONTINUITY-SEQUENCE:")
                    .append(first.breaks() - (first.broken() ? 1 : 0))
                    .append('\n');
        }
        PieceRow before = null;
        for (var piece : pieces) {
            if (broken(piece, before, whole)) {
                list.append("#EXT-X-DISCONTINUITY\n");
            }
            if (before == null || !before.init().equals(piece.init())) {
                piece.init()
                        .ifPresent(init ->
                                list.append("#EXT-X-MAP:URI=\"").append(init).append("\"\n"));
            }
            list.append("#EXT-X-PROGRAM-DATE-TIME:")
                    .append(piece.shownAt().orElseThrow())
                    .append("\n#EXTINF:")
                    .append(String.format(Locale.ROOT, "%.3f", piece.durationMs() / 1_000.0))
                    .append(",\n")
                    .append(piece.place().orElseThrow())
                    .append('.')
                    .append(piece.ending())
                    .append('\n');
            before = piece;
        }
        return whole ? list.append("#EXT-X-ENDLIST\n").toString() : list.toString();
    }

    /** A window that slides counts each break, also one at its first piece; a recording begins whole. */
    private static boolean broken(PieceRow piece, @Nullable PieceRow before, boolean whole) {
        if (before == null) {
            return piece.broken() && !whole;
        }
        return piece.broken()
                || before.place().orElseThrow() + 1 != piece.place().orElseThrow();
    }
}
