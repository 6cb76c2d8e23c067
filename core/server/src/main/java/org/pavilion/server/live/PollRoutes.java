package org.pavilion.server.live;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.live.poll.PollMove;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.view.BallotDraft;
import org.pavilion.server.live.view.PollDraft;
import org.pavilion.server.live.view.PollList;
import org.pavilion.server.live.view.PollProof;
import org.pavilion.server.live.view.PollView;

/** Polls over HTTP, below {@code /api/live/rooms/{room}}. */
final class PollRoutes {
    private static final String ALL = "/live/rooms/{room}/polls";
    private static final String ONE = ALL + "/{id}";
    private static final Limits SMALL = Limits.DEFAULT.body(8_192).perMinute(LiveRoutes.A_MINUTE);
    private static final Limits DRAFT = Limits.DEFAULT.body(32_768).perMinute(LiveRoutes.A_MINUTE);

    private final RoomPolls polls;

    PollRoutes(RoomPolls polls) {
        this.polls = polls;
    }

    /** @param reason why a poll is opened again */
    record PollAct(Optional<String> reason, Optional<String> key) {}

    List<Route> all() {
        var routes = new ArrayList<Route>(List.of(
                Route.get(ALL)
                        .needs(Permission.PUBLIC)
                        .summary("The room's polls, with tallies as far as the caller may see them.")
                        .answers(200, PollList.class)
                        .handle(request -> Response.json(polls.list(request.caller(), room(request)))),
                Route.get(ONE)
                        .needs(Permission.PUBLIC)
                        .summary("One poll as the caller sees it.")
                        .answers(200, PollView.class)
                        .handle(request ->
                                Response.json(polls.poll(request.caller(), room(request), request.path("id")))),
                Route.post(ONE + "/ballot")
                        .needs(LivePermissions.VOTE)
                        .at("room", "room")
                        .takes(BallotDraft.class)
                        .limits(SMALL)
                        .summary("Votes, or changes the vote while the round is open; answers with the receipt.")
                        .answers(200, PollView.class)
                        .handle(this::vote),
                Route.get(ONE + "/rounds/{n}/proof")
                        .needs(Permission.PUBLIC)
                        .summary("Every receipt of a closed round and the root of the tree over them.")
                        .answers(200, PollProof.class)
                        .handle(request -> Response.json(
                                polls.proof(request.caller(), room(request), request.path("id"), round(request)))),
                Route.get("/live/rooms/{room}/desk/polls")
                        .needs(LivePermissions.POLL)
                        .at("room", "room")
                        .summary("Every poll with its tallies, drafts too.")
                        .answers(200, PollList.class)
                        .handle(request -> Response.json(polls.desk(request.caller(), room(request)))),
                Route.post(ALL)
                        .needs(LivePermissions.POLL)
                        .at("room", "room")
                        .takes(PollDraft.class)
                        .limits(DRAFT)
                        .summary("Writes a poll as a draft.")
                        .answers(201, PollView.class)
                        .handle(this::create),
                Route.put(ONE)
                        .needs(LivePermissions.POLL)
                        .at("room", "room")
                        .takes(PollDraft.class)
                        .limits(DRAFT)
                        .summary("Writes a draft anew; nothing of an open poll changes.")
                        .answers(200, PollView.class)
                        .handle(request -> Response.json(polls.rewrite(
                                request.caller(), room(request), request.path("id"), request.body(PollDraft.class))))));
        for (var move : PollMove.values()) {
            routes.add(Route.post(ONE + "/" + move.word())
                    .needs(LivePermissions.POLL)
                    .at("room", "room")
                    .takes(PollAct.class)
                    .limits(SMALL)
                    .summary("Moves a poll on: " + move.word() + ". 409 says where it stands when it cannot.")
                    .answers(200, PollView.class)
                    .handle(request -> act(request, move)));
        }
        return routes;
    }

    private Response act(Request request, PollMove move) {
        var body = request.body(PollAct.class);
        return Response.json(polls.act(
                request.caller(),
                room(request),
                request.path("id"),
                move,
                body.reason(),
                body.key().or(request::idempotencyKey)));
    }

    private Response create(Request request) {
        var room = room(request);
        var poll = polls.create(request.caller(), room, request.body(PollDraft.class));
        return Response.created(URI.create("/api/live/rooms/" + room + "/polls/" + poll.id()), poll);
    }

    private Response vote(Request request) {
        var draft = request.body(BallotDraft.class);
        var keyed = new BallotDraft(
                draft.options(), draft.number(), draft.words(), draft.key().or(request::idempotencyKey));
        return Response.json(polls.vote(request.caller(), room(request), request.path("id"), keyed));
    }

    private static int round(Request request) {
        var text = request.path("n");
        if (!text.matches("\\d{1,4}")) {
            throw Problem.notFound("this round");
        }
        return Integer.parseInt(text);
    }

    private static Ref room(Request request) {
        return RoomTopics.roomId(request.path("room"));
    }
}
