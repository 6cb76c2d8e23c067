package org.pavilion.server.live.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Room.Phase;
import org.pavilion.api.Storage;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.room.SiteRow;
import org.pavilion.server.live.room.Sites;

/**
 * The door for encoders. A piece is durable before it is acknowledged, under a name of ours; it is shown
 * from the moment the encoder's playlist names it, because only then its length is known.
 */
final class Ingest {
    static final long MOST_PIECE = 24L << 20;
    static final long MOST_LIST = 2L << 20;
    private static final long MOST_INIT = 256L << 10;
    private static final int MOST_TRACKS = 4;

    private final Storage storage;
    private final RoomStore rooms;
    private final Reel reel;
    private final Watch watch;

    Ingest(Storage storage, RoomStore rooms, Reel reel, Watch watch) {
        this.storage = storage;
        this.rooms = rooms;
        this.reel = reel;
        this.watch = watch;
    }

    /** Who knocks with the key of this site, and nobody else, comes in; the answer tells nothing about the room. */
    void admit(Ref room, String site, Optional<String> authorization) {
        var hash = storage.read(handle -> Sites.find(handle, room, site))
                .filter(row -> row.kind().equals(SiteRow.ENCODER))
                .flatMap(SiteRow::keyHash);
        if (!StreamKeys.fits(authorization, hash) || hash.isEmpty()) {
            throw new Problem("stream.key", 401, "This needs the key of the stream, as the password of Basic");
        }
    }

    void put(Ref room, String site, PushedName name, InputStream body) throws IOException {
        var track = new Track(room, site, name.track());
        if (name.ending().equals("m3u8")) {
            list(track, text(body));
            return;
        }
        try (var draft = reel.take(body, MOST_PIECE)) {
            var content = Content.of(draft.path());
            switch (name.ending()) {
                case "ts" -> piece(track, name, draft, content == Content.TRANSPORT);
                case "m4s" -> piece(track, name, draft, content == Content.FRAGMENT);
                default -> {
                    if (content == Content.HEADER) {
                        header(track, draft);
                    } else {
                        piece(track, name, draft, content == Content.FRAGMENT);
                    }
                }
            }
        }
    }

    private static String text(InputStream body) {
        var all = new ByteArrayOutputStream();
        var buffer = new byte[16 * 1024];
        for (int count = Reel.read(body, buffer); count >= 0; count = Reel.read(body, buffer)) {
            all.write(buffer, 0, count);
            if (all.size() > MOST_LIST) {
                throw new Problem("request.too-large", 413, "a playlist has at most " + MOST_LIST + " bytes");
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private void piece(Track track, PushedName name, Reel.Draft draft, boolean fit) throws IOException {
        if (!fit) {
            throw new Problem("stream.content", 415, "This is not what its name says, or not all of it");
        }
        long size = draft.size();
        var file = reel.keep(
                draft, track.room(), track.site(), track.name(), name.ending().equals("ts") ? "ts" : "m4s");
        Optional<String> replaced = Optional.empty();
        boolean kept = false;
        try {
            replaced = storage.write((handle, journal) -> {
                var row = open(handle, track);
                var before = Pieces.waiting(handle, track, name.file());
                before.ifPresent(old -> Pieces.remove(handle, track, old.n()));
                Pieces.insert(handle, track, fresh(name.file(), file, size, journal.now(), row.init()));
                return before.map(PieceRow::file);
            });
            kept = true;
        } finally {
            if (!kept) {
                reel.drop(track.room(), track.site(), track.name(), file);
            }
        }
        replaced.ifPresent(old -> reel.drop(track.room(), track.site(), track.name(), old));
    }

    private static PieceRow fresh(String name, String file, long size, Instant at, Optional<String> init) {
        return new PieceRow(
                0,
                name,
                file,
                size,
                at,
                file.endsWith(".ts") ? Optional.empty() : init,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                false,
                0);
    }

    /** The header of what follows; the same one again changes nothing. */
    private void header(Track track, Reel.Draft draft) throws IOException {
        if (draft.size() > MOST_INIT) {
            throw new Problem("request.too-large", 413, "a header has at most " + MOST_INIT + " bytes");
        }
        var hash = HexFormat.of().formatHex(StreamKeys.sha256(Files.readAllBytes(draft.path())));
        var known = storage.read(handle -> Pieces.tracks(handle, track.room(), track.site())).stream()
                .filter(each -> each.track().equals(track.name()))
                .anyMatch(each -> each.initHash().filter(hash::equals).isPresent());
        if (known) {
            return;
        }
        var file = reel.keep(draft, track.room(), track.site(), track.name(), "mp4");
        storage.write((handle, journal) -> {
            open(handle, track);
            Pieces.init(handle, track, file, hash);
            return file;
        });
    }

    private void list(Track track, String text) {
        var pushed = PushedList.of(text);
        if (pushed.master()) {
            storage.write((handle, journal) -> {
                for (var each : pushed.renditions()) {
                    var named = new Track(track.room(), track.site(), each.track());
                    open(handle, named);
                    Pieces.says(handle, named, each);
                }
                return pushed;
            });
            return;
        }
        var newest = storage.write((handle, journal) -> {
            open(handle, track);
            return Pieces.list(handle, track, pushed.entries());
        });
        newest.ifPresent(piece -> watch.seen(
                track.room(),
                track.site(),
                pushed.entries().stream()
                        .mapToLong(PushedList.Entry::durationMs)
                        .max()
                        .orElse(piece.durationMs())));
        if (pushed.ended()) {
            watch.ended(track.room(), track.site());
        }
    }

    /** The rendition, made if it is new, in a room that still takes pictures. */
    private TrackRow open(Handle handle, Track track) {
        var room = rooms.changing(handle, rooms.stored(handle, track.room()));
        if (room.phaseNow() == Phase.REPLAY || room.phaseNow() == Phase.ARCHIVED) {
            throw new Problem("stream.closed", 409, "The session is over; its recording takes nothing more");
        }
        Pieces.track(handle, track);
        var all = Pieces.tracks(handle, track.room(), track.site());
        if (all.size() > MOST_TRACKS) {
            throw new Problem("stream.tracks", 409, "A site has at most " + MOST_TRACKS + " renditions");
        }
        return all.stream()
                .filter(each -> each.track().equals(track.name()))
                .findFirst()
                .orElseThrow();
    }
}
