package org.pavilion.server.live.stream;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Response;
import org.pavilion.api.Room.Phase;
import org.pavilion.api.Storage;
import org.pavilion.server.live.room.RoomRow;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.room.Segments;
import org.pavilion.server.live.view.KeptFile;

/**
 * What encoders pushed, as viewers get it: a window while the session runs, the whole of it the moment it
 * has ended. What was sent before the session began or in a break is for those who run the room alone.
 */
final class Shows {
    private static final int WINDOW = 12;
    private static final long WINDOW_MS = 24_000;
    private static final int MEASURED = 30;
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");
    private static final Pattern PIECE = Pattern.compile("(\\d{1,9})\\.(ts|m4s)");
    private static final Pattern HEADER = Pattern.compile("[0-9a-f]{20}\\.mp4");

    private final Storage storage;
    private final RoomStore rooms;
    private final Reel reel;

    Shows(Storage storage, RoomStore rooms, Reel reel) {
        this.storage = storage;
        this.rooms = rooms;
        this.reel = reel;
    }

    /** @param desk whether the caller runs the room and may see what the room does not show */
    Response renditions(Ref room, String site, boolean desk) {
        var list = storage.read(handle -> {
            var row = rooms.require(handle, room);
            open(row, desk);
            var tracks = new ArrayList<TrackRow>();
            var rates = new ArrayList<Long>();
            for (var track : Pieces.tracks(handle, room, site)) {
                var newest = Pieces.newest(handle, new Track(room, site, track.track()), MEASURED);
                if (!newest.isEmpty()) {
                    tracks.add(track);
                    rates.add(newest.stream().mapToLong(Shows::rate).max().orElse(0));
                }
            }
            if (tracks.isEmpty()) {
                throw notYet();
            }
            return Lists.renditions(tracks, rates);
        });
        return playlist(list);
    }

    /** A piece's rate in bits a second. */
    static long rate(PieceRow piece) {
        return piece.size() * 8_000 / Math.max(1, piece.durationMs());
    }

    Response file(Track track, String name, boolean desk) {
        if (name.equals("index.m3u8")) {
            return playlist(storage.read(handle -> pieces(handle, track, desk)));
        }
        if (HEADER.matcher(name).matches()) {
            if (!storage.read(handle -> Pieces.knows(handle, track, name))) {
                throw gone();
            }
            return kept(track, name, "video/mp4");
        }
        var piece = PIECE.matcher(name);
        if (!piece.matches()) {
            throw gone();
        }
        var row = storage.read(handle -> Pieces.at(handle, track, Long.parseLong(piece.group(1)))
                .filter(each -> each.ending().equals(piece.group(2)))
                .filter(each -> desk || shown(handle, track.room(), each)));
        return kept(
                track, row.orElseThrow(Shows::gone).file(), piece.group(2).equals("ts") ? "video/mp2t" : "video/mp4");
    }

    private Response kept(Track track, String file, String type) {
        var path = reel.path(track.room(), track.site(), track.name(), file);
        if (!Files.isRegularFile(path)) {
            throw gone();
        }
        return Response.stream(type, "", new KeptFile(path));
    }

    private boolean shown(Handle handle, Ref room, PieceRow piece) {
        var row = rooms.require(handle, room);
        return !Timeline.of(List.of(piece), Segments.of(handle, room), reached(row))
                .pieces()
                .isEmpty();
    }

    private String pieces(Handle handle, Track track, boolean desk) {
        var row = rooms.require(handle, track.room());
        open(row, desk);
        boolean whole = over(row);
        var pieces = whole ? recording(handle, row, track).pieces() : window(handle, row, track, desk);
        if (pieces.isEmpty()) {
            throw notYet();
        }
        long longest = handle.createQuery("select max(duration_ms) from live_piece"
                        + " where room = :room and site = :site and track = :track")
                .bind("room", track.room())
                .bind("site", track.site())
                .bind("track", track.name())
                .mapTo(Long.class)
                .one();
        return Lists.pieces(pieces, longest, whole);
    }

    /** The newest pieces, enough for a viewer to start and to survive a hiccup. */
    private List<PieceRow> window(Handle handle, RoomRow row, Track track, boolean desk) {
        var segments = Segments.of(handle, row.id());
        var shown = desk
                ? Pieces.newest(handle, track, WINDOW).reversed()
                : run(Timeline.of(
                                Pieces.before(handle, track, end(segments), WINDOW)
                                        .reversed(),
                                segments,
                                Instant.MAX)
                        .pieces());
        int first = shown.size();
        for (long ms = 0; first > 0 && (ms < WINDOW_MS || shown.size() - first < 4); first--) {
            ms += shown.get(first - 1).durationMs();
        }
        return shown.subList(first, shown.size());
    }

    /** When what is shown ended, if it has: what came later is not for viewers. */
    private static Instant end(Segments segments) {
        return segments.last().flatMap(Segments.Segment::endedAt).orElse(FAR);
    }

    /** The last pieces that follow each other: a window counts without holes. */
    private static List<PieceRow> run(List<PieceRow> pieces) {
        int first = pieces.size();
        while (first > 0 && (first == pieces.size() || place(pieces.get(first - 1)) + 1 == place(pieces.get(first)))) {
            first--;
        }
        return pieces.subList(first, pieces.size());
    }

    private static long place(PieceRow piece) {
        return piece.place().orElseThrow();
    }

    Timeline recording(Handle handle, RoomRow row, Track track) {
        return Timeline.of(Pieces.listed(handle, track), Segments.of(handle, row.id()), reached(row));
    }

    /** Until when the room has shown anything by now. */
    private static Instant reached(RoomRow row) {
        return row.phaseNow() == Phase.LIVE ? Instant.MAX : row.phaseAt();
    }

    static boolean over(RoomRow row) {
        return switch (row.phaseNow()) {
            case AFTERGLOW, REPLAY, ARCHIVED -> true;
            case SCHEDULED, LOBBY, LIVE, PAUSED -> false;
        };
    }

    private static void open(RoomRow row, boolean desk) {
        if (!desk && row.phaseNow() != Phase.LIVE && row.phaseNow() != Phase.PAUSED && !over(row)) {
            throw notYet();
        }
    }

    /** The rendition whose pieces say how a site's recording runs; they are taken together. */
    Optional<Track> first(Handle handle, Ref room, String site) {
        return Pieces.tracks(handle, room, site).stream()
                .map(track -> new Track(room, site, track.track()))
                .filter(track -> Pieces.last(handle, track).isPresent())
                .findFirst();
    }

    private static Response playlist(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return Response.stream("application/vnd.apple.mpegurl", "", out -> out.write(bytes));
    }

    private static Problem notYet() {
        return new Problem("stream.not-yet", 404, "Nothing is shown here yet");
    }

    private static Problem gone() {
        return Problem.notFound("this part of the stream");
    }
}
