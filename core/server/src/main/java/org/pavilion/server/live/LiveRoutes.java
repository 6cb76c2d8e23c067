package org.pavilion.server.live;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.identity.Sanctions;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.view.ChatDraft;
import org.pavilion.server.live.view.MessageList;
import org.pavilion.server.live.view.MessageView;
import org.pavilion.server.live.view.ModesDraft;
import org.pavilion.server.live.view.ReplayBucket;
import org.pavilion.server.live.view.RoomList;
import org.pavilion.server.live.view.RoomView;

/** Live rooms over HTTP, below {@code /api/live}: every command of the socket, and what it has no frames for. */
final class LiveRoutes {
    private static final int PAGE = 50;
    private static final int MAX_PAGE = 100;

    /** Calls a minute; for clients without an account this counts by network, which a hall of people shares. */
    static final int A_MINUTE = 1_200;

    private static final Limits SMALL = Limits.DEFAULT.body(8_192).perMinute(A_MINUTE);

    private final LiveRooms rooms;

    LiveRoutes(LiveRooms rooms) {
        this.rooms = rooms;
    }

    record EditDraft(String text, Optional<String> key) {}

    record ReactionDraft(String kind, int n) {}

    /** The sum of one kind of reaction in a room up to now. */
    record Total(String kind, long total) {}

    /** @param kind warning, timeout, silence or ban */
    record SanctionDraft(String kind, String reason, int minutes) {}

    /** What was imposed; the author stays a pseudonym. */
    record Imposed(String id, String kind, Instant until) {}

    record StepDraft(String event, Optional<String> key) {}

    record NameDraft(String name) {}

    record Name(String name) {}

    List<Route> all() {
        return List.of(
                Route.get("/live/rooms")
                        .needs(Permission.PUBLIC)
                        .summary("Rooms with a schedule: live ones first, then those to come, then replays.")
                        .answers(200, RoomList.class)
                        .handle(request -> Response.json(rooms.rooms())),
                Route.get("/live/rooms/{room}")
                        .needs(Permission.PUBLIC)
                        .summary("One room as the caller sees it.")
                        .answers(200, RoomView.class)
                        .handle(request -> Response.json(rooms.room(room(request), request.caller(), request.language())
                                .orElseThrow(() -> Problem.notFound("this room")))),
                Route.get("/live/rooms/{room}/messages")
                        .needs(Permission.PUBLIC)
                        .summary("Messages that can be seen, oldest first; the newest when no rev is given.")
                        .query("before", "only those before this rev")
                        .query("limit", "1–100, 50 when absent")
                        .answers(200, MessageList.class)
                        .handle(request -> Response.json(rooms.messages(
                                room(request),
                                request.query("before", 0, 0, Integer.MAX_VALUE),
                                request.query("limit", PAGE, 1, MAX_PAGE)))),
                Route.post("/live/rooms/{room}/messages")
                        .needs(LivePermissions.SEND)
                        .at("room", "room")
                        .takes(ChatDraft.class)
                        .limits(SMALL)
                        .summary("Says something in a room; the same key again answers what it answered before.")
                        .answers(201, MessageView.class)
                        .handle(this::post),
                Route.put("/live/rooms/{room}/messages/{id}")
                        .needs(LivePermissions.SEND)
                        .at("room", "room")
                        .takes(EditDraft.class)
                        .limits(SMALL)
                        .summary("Changes an own message within ten minutes.")
                        .answers(200, MessageView.class)
                        .handle(request -> {
                            var draft = request.body(EditDraft.class);
                            return Response.json(rooms.edit(
                                    request.caller(),
                                    room(request),
                                    request.path("id"),
                                    draft.text(),
                                    draft.key().or(request::idempotencyKey)));
                        }),
                Route.delete("/live/rooms/{room}/messages/{id}")
                        .needs(LivePermissions.SEND)
                        .at("room", "room")
                        .limits(SMALL)
                        .summary("Takes an own message back; the host's team removes any.")
                        .answers(204, Void.class)
                        .handle(request -> {
                            rooms.delete(request.caller(), room(request), request.path("id"));
                            return Response.noContent();
                        }),
                Route.post("/live/rooms/{room}/messages/{id}/sanction")
                        .needs(Sanctions.APPLY)
                        .at("room", "room")
                        .takes(SanctionDraft.class)
                        .summary("Warns, times out, silences or bans the author of a message in this room.")
                        .answers(200, Imposed.class)
                        .handle(request -> {
                            var draft = request.body(SanctionDraft.class);
                            return Response.json(
                                    rooms.sanction(request.caller(), room(request), request.path("id"), draft));
                        }),
                Route.post("/live/rooms/{room}/reactions")
                        .needs(LivePermissions.REACT)
                        .at("room", "room")
                        .takes(ReactionDraft.class)
                        .limits(Limits.DEFAULT.body(8_192).perMinute(6_000))
                        .summary("Adds one to ten reactions of a kind.")
                        .answers(200, Total.class)
                        .handle(request -> {
                            var draft = request.body(ReactionDraft.class);
                            return Response.json(new Total(
                                    draft.kind(),
                                    rooms.react(request.caller(), room(request), draft.kind(), draft.n())));
                        }),
                Route.put("/live/rooms/{room}/modes")
                        .needs(LivePermissions.CONFIGURE)
                        .at("room", "room")
                        .takes(ModesDraft.class)
                        .summary("Sets how the room talks; what is absent stays as it is.")
                        .answers(200, RoomView.Modes.class)
                        .handle(request -> Response.json(
                                rooms.modes(request.caller(), room(request), request.body(ModesDraft.class)))),
                Route.put("/live/rooms/{room}/phase")
                        .needs(LivePermissions.CONFIGURE)
                        .at("room", "room")
                        .takes(StepDraft.class)
                        .summary("Moves the room on: open, start, pause, resume, end, close or archive.")
                        .answers(200, RoomStore.PhaseView.class)
                        .handle(request -> {
                            var draft = request.body(StepDraft.class);
                            return Response.json(rooms.step(
                                    request.caller(),
                                    room(request),
                                    draft.event(),
                                    draft.key().or(request::idempotencyKey)));
                        }),
                Route.get("/live/rooms/{room}/replay/{bucket}")
                        .needs(Permission.PUBLIC)
                        .summary("What happened in ten seconds of media time.")
                        .answers(200, ReplayBucket.class)
                        .handle(request -> Response.json(rooms.replay(room(request), bucket(request)))),
                Route.get("/live/rooms/{room}/stream/{file}")
                        .needs(Permission.PUBLIC)
                        .summary(
                                "The house's own stream over HLS: index.m3u8, its parts, poster.png, and captions.{zh,en}.vtt once it has ended.")
                        .answers(200, byte[].class)
                        .handle(request -> rooms.stream(room(request), request.path("file"))),
                Route.get("/live/me")
                        .needs(Permission.PUBLIC)
                        .summary("What the caller is called in rooms.")
                        .answers(200, RoomView.Me.class)
                        .handle(request -> Response.json(rooms.me(request.caller(), request.language()))),
                Route.put("/live/nickname")
                        .needs(LivePermissions.SEND)
                        .takes(NameDraft.class)
                        .limits(Limits.DEFAULT.body(1_024).perMinute(60))
                        .summary("Takes a name that nobody else here has.")
                        .answers(200, Name.class)
                        .handle(request -> Response.json(new Name(rooms.nickname(
                                request.caller(), request.body(NameDraft.class).name())))));
    }

    private Response post(Request request) {
        var draft = request.body(ChatDraft.class);
        var keyed = new ChatDraft(
                draft.text(),
                draft.lane(),
                draft.colour(),
                draft.replyTo(),
                draft.key().or(request::idempotencyKey));
        var room = room(request);
        var message = rooms.post(request.caller(), room, keyed, request.language());
        return Response.created(URI.create("/api/live/rooms/" + room + "/messages/" + message.id()), message);
    }

    private static Ref room(Request request) {
        return RoomTopics.roomId(request.path("room"));
    }

    private static int bucket(Request request) {
        var text = request.path("bucket");
        if (!text.matches("\\d{1,6}")) {
            throw Problem.notFound("this part of the replay");
        }
        return Integer.parseInt(text);
    }
}
