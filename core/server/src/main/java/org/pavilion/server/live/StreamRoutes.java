package org.pavilion.server.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Access;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.stream.Streams;
import org.pavilion.server.live.view.ChapterDraft;
import org.pavilion.server.live.view.ChapterLine;
import org.pavilion.server.live.view.CueDraft;
import org.pavilion.server.live.view.CueList;
import org.pavilion.server.live.view.CueView;
import org.pavilion.server.live.view.SaidHits;
import org.pavilion.server.live.view.SiteDraft;
import org.pavilion.server.live.view.StreamDesk;

/** Pictures, captions and chapters of live rooms over HTTP, and the door for encoders. */
final class StreamRoutes {
    private static final String ROOM = "/live/rooms/{room}";
    private static final Limits PUSHED = Limits.DEFAULT.body(25L << 20).perMinute(1_800);
    private static final Limits SMALL = Limits.DEFAULT.body(8_192).perMinute(LiveRoutes.A_MINUTE);
    private static final Limits FILE = Limits.DEFAULT.body(4L << 20).perMinute(30);
    private static final int MOST_FILE = 4 << 20;

    private final Access access;
    private final Pictures pictures;
    private final Streams streams;

    StreamRoutes(Access access, Pictures pictures, Streams streams) {
        this.access = access;
        this.pictures = pictures;
        this.streams = streams;
    }

    /** A key as it is shown once. */
    record Key(String site, String key) {}

    /** How many captions a file brought. */
    record Replaced(String language, int captions) {}

    record Chapters(List<ChapterLine> chapters) {}

    List<Route> all() {
        return List.of(
                Route.get(ROOM + "/streams/{site}/{file}")
                        .needs(Permission.PUBLIC)
                        .summary(
                                "What an encoder pushed, over HLS: index.m3u8 lists its renditions; captions.{language}.vtt once it has ended.")
                        .answers(200, byte[].class)
                        .handle(request ->
                                streams.file(room(request), request.path("site"), request.path("file"), runs(request))),
                Route.get(ROOM + "/streams/{site}/{track}/{file}")
                        .needs(Permission.PUBLIC)
                        .summary("A rendition of what an encoder pushed: index.m3u8 and its pieces.")
                        .answers(200, byte[].class)
                        .handle(request -> streams.file(
                                room(request),
                                request.path("site"),
                                request.path("track"),
                                request.path("file"),
                                runs(request))),
                Route.put(ROOM + "/ingest/{site}/{file}")
                        .needs(Permission.PUBLIC)
                        .limits(PUSHED)
                        .summary("An encoder pushes a playlist or a piece, with its key as the password of Basic.")
                        .answers(204, Void.class)
                        .handle(request -> push(request, Optional.empty())),
                Route.put(ROOM + "/ingest/{site}/{track}/{file}")
                        .needs(Permission.PUBLIC)
                        .limits(PUSHED)
                        .summary("The same for one of several renditions.")
                        .answers(204, Void.class)
                        .handle(request -> push(request, Optional.of(request.path("track")))),
                Route.delete(ROOM + "/ingest/{site}/{file}")
                        .needs(Permission.PUBLIC)
                        .limits(PUSHED)
                        .summary("An encoder tidies up behind itself: accepted, and nothing is deleted.")
                        .answers(204, Void.class)
                        .handle(this::tidied),
                Route.delete(ROOM + "/ingest/{site}/{track}/{file}")
                        .needs(Permission.PUBLIC)
                        .limits(PUSHED)
                        .summary("The same for one of several renditions.")
                        .answers(204, Void.class)
                        .handle(this::tidied),
                Route.get(ROOM + "/streams")
                        .needs(LivePermissions.CONFIGURE)
                        .at("room", "room")
                        .summary("Where the room's pictures come from and how they do.")
                        .answers(200, StreamDesk.class)
                        .handle(request -> Response.json(pictures.desk(request.caller(), room(request)))),
                Route.put(ROOM + "/streams/{site}")
                        .needs(LivePermissions.CONFIGURE)
                        .at("room", "room")
                        .takes(SiteDraft.class)
                        .limits(SMALL)
                        .summary("Says what a site, main or second, shows from now on.")
                        .answers(200, StreamDesk.class)
                        .handle(request -> {
                            pictures.describe(
                                    request.caller(),
                                    room(request),
                                    request.path("site"),
                                    request.body(SiteDraft.class));
                            return Response.json(pictures.desk(request.caller(), room(request)));
                        }),
                Route.post(ROOM + "/streams/{site}/key")
                        .needs(LivePermissions.CONFIGURE)
                        .at("room", "room")
                        .limits(SMALL)
                        .summary("A new key for the site's encoder, shown this once; the one before is worthless.")
                        .answers(200, Key.class)
                        .handle(request -> Response.json(new Key(
                                request.path("site"),
                                pictures.key(request.caller(), room(request), request.path("site"))))),
                Route.delete(ROOM + "/streams/{site}/key")
                        .needs(LivePermissions.CONFIGURE)
                        .at("room", "room")
                        .limits(SMALL)
                        .summary("Takes the key back: nobody can push any more.")
                        .answers(204, Void.class)
                        .handle(request -> {
                            pictures.revoke(request.caller(), room(request), request.path("site"));
                            return Response.noContent();
                        }),
                Route.get(ROOM + "/captions")
                        .needs(Permission.PUBLIC)
                        .query("language", "two letters, zh when absent")
                        .summary("The captions of a room in a language.")
                        .answers(200, CueList.class)
                        .handle(request -> Response.json(pictures.cues(room(request), language(request)))),
                Route.post(ROOM + "/captions")
                        .needs(LivePermissions.CAPTION)
                        .at("room", "room")
                        .takes(CueDraft.class)
                        .limits(SMALL)
                        .summary("Writes down what is said, at the present media time or another.")
                        .answers(201, CueView.class)
                        .handle(request -> {
                            var cue = pictures.addCue(request.caller(), room(request), request.body(CueDraft.class));
                            return Response.created(
                                    URI.create("/api/live/rooms/" + room(request) + "/captions/" + cue.id()), cue);
                        }),
                Route.put(ROOM + "/captions/{id}")
                        .needs(LivePermissions.CAPTION)
                        .at("room", "room")
                        .takes(CueDraft.class)
                        .limits(SMALL)
                        .summary("Changes a caption.")
                        .answers(200, CueView.class)
                        .handle(request -> Response.json(pictures.changeCue(
                                request.caller(), room(request), request.path("id"), request.body(CueDraft.class)))),
                Route.delete(ROOM + "/captions/{id}")
                        .needs(LivePermissions.CAPTION)
                        .at("room", "room")
                        .limits(SMALL)
                        .summary("Deletes a caption.")
                        .answers(204, Void.class)
                        .handle(request -> {
                            pictures.deleteCue(request.caller(), room(request), request.path("id"));
                            return Response.noContent();
                        }),
                Route.get(ROOM + "/captions/{language}/file")
                        .needs(Permission.PUBLIC)
                        .summary("The captions of a language as a WebVTT file.")
                        .answers(200, byte[].class)
                        .handle(this::export),
                Route.put(ROOM + "/captions/{language}/file")
                        .needs(LivePermissions.CAPTION)
                        .at("room", "room")
                        .limits(FILE)
                        .summary("Puts a WebVTT file in the place of the captions of a language.")
                        .answers(200, Replaced.class)
                        .handle(request -> Response.json(new Replaced(
                                request.path("language"),
                                pictures.replaceCues(
                                        request.caller(), room(request), request.path("language"), file(request))))),
                Route.get(ROOM + "/chapters")
                        .needs(LivePermissions.CAPTION)
                        .at("room", "room")
                        .summary("The parts of the session with the ids by which they are changed.")
                        .answers(200, Chapters.class)
                        .handle(request ->
                                Response.json(new Chapters(pictures.captions(request.caller(), room(request), "zh")
                                        .chapters()))),
                Route.post(ROOM + "/chapters")
                        .needs(LivePermissions.CAPTION)
                        .at("room", "room")
                        .takes(ChapterDraft.class)
                        .limits(SMALL)
                        .summary("Begins a chapter, at the present media time or another.")
                        .answers(200, ChapterLine.class)
                        .handle(request -> Response.json(pictures.addChapter(
                                request.caller(), room(request), request.body(ChapterDraft.class)))),
                Route.put(ROOM + "/chapters/{id}")
                        .needs(LivePermissions.CAPTION)
                        .at("room", "room")
                        .takes(ChapterDraft.class)
                        .limits(SMALL)
                        .summary("Renames or moves a chapter.")
                        .answers(200, ChapterLine.class)
                        .handle(request -> Response.json(pictures.changeChapter(
                                request.caller(),
                                room(request),
                                request.path("id"),
                                request.body(ChapterDraft.class)))),
                Route.delete(ROOM + "/chapters/{id}")
                        .needs(LivePermissions.CAPTION)
                        .at("room", "room")
                        .limits(SMALL)
                        .summary("Deletes a chapter.")
                        .answers(204, Void.class)
                        .handle(request -> {
                            pictures.deleteChapter(request.caller(), room(request), request.path("id"));
                            return Response.noContent();
                        }),
                Route.get(ROOM + "/search")
                        .needs(Permission.PUBLIC)
                        .limits(Limits.DEFAULT.perMinute(240))
                        .query("q", "what was said")
                        .summary("Where words were said in the room, by media time.")
                        .answers(200, SaidHits.class)
                        .handle(request -> Response.json(pictures.search(
                                room(request), request.query("q").orElse("")))));
    }

    private Response push(Request request, Optional<String> track) {
        var room = room(request);
        var site = request.path("site");
        streams.admit(room, site, request.header("Authorization"));
        streams.put(room, site, track, request.path("file"), request.stream());
        return Response.noContent();
    }

    private Response tidied(Request request) {
        streams.admit(room(request), request.path("site"), request.header("Authorization"));
        return Response.noContent();
    }

    private Response export(Request request) {
        var language = request.path("language");
        var bytes = pictures.cueFile(room(request), language).getBytes(StandardCharsets.UTF_8);
        var name = room(request).id() + "." + language + ".vtt";
        return Response.stream("text/vtt; charset=utf-8", name, out -> out.write(bytes));
    }

    /** Who runs the room may look at what it does not show yet. */
    private boolean runs(Request request) {
        return access.can(request.caller(), LivePermissions.CONFIGURE, LivePermissions.in(room(request)));
    }

    private static byte[] file(Request request) {
        try (var in = request.stream()) {
            return in.readNBytes(MOST_FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String language(Request request) {
        return request.query("language").orElse("zh");
    }

    private static Ref room(Request request) {
        return RoomTopics.roomId(request.path("room"));
    }
}
