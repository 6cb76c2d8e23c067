package org.pavilion.server.live.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Response;
import org.pavilion.api.Room.Phase;
import org.pavilion.api.Storage;
import org.pavilion.server.live.room.Chapters;
import org.pavilion.server.live.room.RoomRow;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.room.Segments;
import org.pavilion.server.live.room.SiteRow;
import org.pavilion.server.live.room.Sites;
import org.pavilion.server.live.view.StreamView;

/**
 * The test card of a room over HLS: a window that slides with the clock while it is live, the whole
 * session afterwards. Segments are numbered by media time, so a break leaves no seam: the picture goes
 * on where it stopped.
 */
final class CardShow {
    private static final int WINDOW = 8;
    private static final long LONGEST_MS = 12L * 3_600_000;
    private static final Pattern SEGMENT = Pattern.compile("(\\d{1,6})\\.m4s");
    private static final Pattern CAPTIONS = Pattern.compile("captions\\.([a-z]{2})\\.vtt");

    private final Storage storage;
    private final RoomStore rooms;
    private final Cues cues;

    /** Made with the first viewer: a house without streams never draws a picture. */
    private static final class Card {
        static final TestCard THE = new TestCard();
    }

    CardShow(Storage storage, RoomStore rooms, Cues cues) {
        this.storage = storage;
        this.rooms = rooms;
        this.cues = cues;
    }

    Response file(Ref room, String name) {
        var now = Instant.now();
        var showing = storage.read(handle -> {
            var row = rooms.require(handle, room);
            var spec = rooms.spec(row);
            var wanted = name.equals("poster.png") ? SiteRow.NONE : SiteRow.CARD;
            if (Sites.of(handle, row, spec).stream()
                    .noneMatch(site -> site.shows() && (site.kind().equals(wanted) || wanted.equals(SiteRow.NONE)))) {
                throw Problem.notFound("this stream");
            }
            return new Showing(row, Segments.of(handle, room), Chapters.views(handle, room, spec));
        });
        return file(showing, name, now);
    }

    /** A room with its stretches. */
    private record Showing(RoomRow room, Segments segments, List<StreamView.ChapterView> chapters) {
        boolean over() {
            return Shows.over(room);
        }

        /** Media time reached by now. */
        long reached(Instant now) {
            return Math.min(LONGEST_MS, segments.length(room.phaseNow() == Phase.LIVE ? now : room.phaseAt()));
        }

        /** The last segment that may be seen; the one that runs is there from its beginning. */
        int last(Instant now) {
            return (int) ((over() ? Math.max(0, reached(now) - 1) : reached(now)) / TestCard.SEGMENT_MS);
        }
    }

    private Response file(Showing showing, String name, Instant now) {
        if (name.equals("poster.png")) {
            return bytes("image/png", Card.THE.poster());
        }
        if (showing.segments().list().isEmpty()) {
            throw new Problem("stream.not-yet", 404, "Nothing is shown here yet");
        }
        if (name.equals("index.m3u8")) {
            return bytes("application/vnd.apple.mpegurl", playlist(showing, now).getBytes(StandardCharsets.UTF_8));
        }
        if (name.equals("init.mp4")) {
            return bytes("video/mp4", Card.THE.header());
        }
        var segment = SEGMENT.matcher(name);
        if (segment.matches() && Integer.parseInt(segment.group(1)) <= showing.last(now)) {
            return bytes("video/mp4", Card.THE.segment(Integer.parseInt(segment.group(1))));
        }
        var captions = CAPTIONS.matcher(name);
        if (captions.matches() && showing.over()) {
            return bytes(
                    "text/vtt; charset=utf-8",
                    Vtt.write(captions(showing, captions.group(1), showing.reached(now)))
                            .getBytes(StandardCharsets.UTF_8));
        }
        throw Problem.notFound("this part of the stream");
    }

    /** What somebody wrote down, else what the picture shows. */
    private List<Vtt.Cue> captions(Showing showing, String language, long length) {
        var written = storage.read(handle -> cues.cues(handle, showing.room().id(), language));
        if (!written.isEmpty()) {
            return written;
        }
        for (var each : Language.values()) {
            if (each.tag().equals(language)) {
                return Captions.of(showing.chapters(), length, each);
            }
        }
        throw Problem.notFound("this part of the stream");
    }

    private static String playlist(Showing showing, Instant now) {
        int last = showing.last(now);
        int first = showing.over() ? 0 : Math.max(0, last - WINDOW + 1);
        var list = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n")
                .append("#EXT-X-TARGETDURATION:")
                .append(TestCard.SEGMENT_MS / 1_000)
                .append('\n');
        if (showing.over()) {
            list.append("#EXT-X-PLAYLIST-TYPE:VOD\n");
        }
        list.append("#EXT-X-MEDIA-SEQUENCE:").append(first).append("\n#EXT-X-MAP:URI=\"init.mp4\"\n");
        for (int number = first; number <= last; number++) {
            list.append("#EXT-X-PROGRAM-DATE-TIME:")
                    .append(showing.segments().instant((long) number * TestCard.SEGMENT_MS))
                    .append("\n#EXTINF:")
                    .append(TestCard.SEGMENT_MS / 1_000)
                    .append(".0,\n")
                    .append(number)
                    .append(".m4s\n");
        }
        return showing.over() ? list.append("#EXT-X-ENDLIST\n").toString() : list.toString();
    }

    private static Response bytes(String type, byte[] body) {
        return Response.stream(type, "", out -> out.write(body));
    }
}
