package org.pavilion.server.live;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.live.question.Move;
import org.pavilion.server.live.question.Questions.Said;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.view.DeskQuestion;
import org.pavilion.server.live.view.DeskQuestions;
import org.pavilion.server.live.view.MyQuestion;
import org.pavilion.server.live.view.QuestionDraft;
import org.pavilion.server.live.view.QuestionList;
import org.pavilion.server.live.view.QuestionRules;
import org.pavilion.server.live.view.Similar;
import org.pavilion.server.live.view.Voted;

/** Questions over HTTP, below {@code /api/live/rooms/{room}}. */
final class QuestionRoutes {
    private static final String ALL = "/live/rooms/{room}/questions";
    private static final String ONE = ALL + "/{id}";
    private static final int PAGE = 100;
    private static final int MOST = 200;
    private static final Limits SMALL = Limits.DEFAULT.body(8_192).perMinute(LiveRoutes.A_MINUTE);

    private final RoomQuestions questions;

    QuestionRoutes(RoomQuestions questions) {
        this.questions = questions;
    }

    /** An act that takes nothing but a key. */
    record Acting(Optional<String> key) {
        Said said() {
            return Said.NOTHING;
        }
    }

    record ReasonDraft(Optional<String> reason, Optional<String> key) {
        Said said() {
            return new Said(reason, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** @param into id of the question that it becomes part of */
    record MergeDraft(String into, Optional<String> key) {
        Said said() {
            return new Said(Optional.empty(), Optional.of(into), Optional.empty(), Optional.empty());
        }
    }

    /** @param before id of the question in the run-list before which it comes; at the end when absent */
    record StarDraft(Optional<String> before, Optional<String> key) {
        Said said() {
            return new Said(Optional.empty(), Optional.empty(), before, Optional.empty());
        }
    }

    /** @param text a written answer; needed for a question that was left over */
    record AnswerDraft(Optional<String> text, Optional<String> key) {
        Said said() {
            return new Said(Optional.empty(), Optional.empty(), Optional.empty(), text);
        }
    }

    List<Route> all() {
        var routes = new ArrayList<Route>(List.of(
                Route.get(ALL)
                        .needs(Permission.PUBLIC)
                        .summary("Questions that can be seen, and the caller's own with what became of them.")
                        .query("sort", "votes, newest or unanswered; votes when absent")
                        .query("limit", "1–200, 100 when absent")
                        .answers(200, QuestionList.class)
                        .handle(request -> Response.json(questions.list(
                                request.caller(),
                                room(request),
                                request.query("sort").orElse("votes"),
                                request.query("limit", PAGE, 1, MOST)))),
                Route.get("/live/rooms/{room}/questions/similar")
                        .needs(Permission.PUBLIC)
                        .summary("Questions that ask much the same as what is being typed.")
                        .query("text", "what was typed so far")
                        .answers(200, Similar.class)
                        .handle(request -> Response.json(questions.similar(
                                request.caller(),
                                room(request),
                                request.query("text").orElse("")))),
                Route.post(ALL)
                        .needs(LivePermissions.ASK)
                        .at("room", "room")
                        .takes(QuestionDraft.class)
                        .limits(SMALL)
                        .summary("Asks; the same key again answers what it answered before.")
                        .answers(201, MyQuestion.class)
                        .handle(this::ask),
                Route.delete(ONE)
                        .needs(LivePermissions.ASK)
                        .at("room", "room")
                        .limits(SMALL)
                        .summary("Takes an own question back while it waits.")
                        .answers(204, Void.class)
                        .handle(request -> {
                            questions.withdraw(request.caller(), room(request), request.path("id"));
                            return Response.noContent();
                        }),
                Route.put(ONE + "/vote")
                        .needs(LivePermissions.VOTE)
                        .at("room", "room")
                        .limits(SMALL)
                        .summary("Gives a question the caller's vote.")
                        .answers(200, Voted.class)
                        .handle(request -> vote(request, true)),
                Route.delete(ONE + "/vote")
                        .needs(LivePermissions.VOTE)
                        .at("room", "room")
                        .limits(SMALL)
                        .summary("Takes the caller's vote back.")
                        .answers(200, Voted.class)
                        .handle(request -> vote(request, false)),
                Route.get("/live/rooms/{room}/desk/questions")
                        .needs(LivePermissions.MODERATE)
                        .at("room", "room")
                        .summary("The questions as moderators work on them.")
                        .answers(200, DeskQuestions.class)
                        .handle(request -> Response.json(questions.desk(request.caller(), room(request)))),
                Route.put("/live/rooms/{room}/desk/questions/rules")
                        .needs(LivePermissions.MODERATE)
                        .at("room", "room")
                        .takes(QuestionRules.class)
                        .limits(SMALL)
                        .summary("Sets how the room takes questions.")
                        .answers(200, QuestionRules.class)
                        .handle(request -> Response.json(
                                questions.rules(request.caller(), room(request), request.body(QuestionRules.class))))));
        for (var move : Move.values()) {
            switch (move) {
                case CARRY -> {
                    // The house's own.
                }
                case REJECT, ARCHIVE, DELETE ->
                    routes.add(route(move, ReasonDraft.class, ReasonDraft::said, ReasonDraft::key));
                case MERGE -> routes.add(route(move, MergeDraft.class, MergeDraft::said, MergeDraft::key));
                case STAR -> routes.add(route(move, StarDraft.class, StarDraft::said, StarDraft::key));
                case ANSWER -> routes.add(route(move, AnswerDraft.class, AnswerDraft::said, AnswerDraft::key));
                case APPROVE, UNSTAR, STAGE, UNSTAGE, REOPEN, RESTORE ->
                    routes.add(route(move, Acting.class, Acting::said, Acting::key));
            }
        }
        return routes;
    }

    private interface Part<T, R> {
        R of(T body);
    }

    private <T extends Record> Route route(
            Move move, Class<T> takes, Part<T, Said> said, Part<T, Optional<String>> key) {
        return Route.post(ONE + "/" + move.word())
                .needs(move == Move.ANSWER ? LivePermissions.ANSWER : LivePermissions.MODERATE)
                .at("room", "room")
                .takes(takes)
                .limits(SMALL)
                .summary("Moves a question on: " + move.word() + ". 409 says where it stands when it cannot.")
                .answers(200, DeskQuestion.class)
                .handle(request -> {
                    var body = request.body(takes);
                    return Response.json(questions.act(
                            request.caller(),
                            room(request),
                            request.path("id"),
                            move,
                            said.of(body),
                            key.of(body).or(request::idempotencyKey)));
                });
    }

    private Response ask(Request request) {
        var draft = request.body(QuestionDraft.class);
        var keyed = new QuestionDraft(
                draft.text(),
                draft.anonymous(),
                draft.tags(),
                draft.aloud(),
                draft.key().or(request::idempotencyKey));
        var room = room(request);
        var asked = questions.ask(request.caller(), room, keyed, request.language());
        return Response.created(
                URI.create("/api/live/rooms/" + room + "/questions/"
                        + asked.question().id()),
                asked);
    }

    private Response vote(Request request, boolean on) {
        return Response.json(
                questions.vote(request.caller(), room(request), request.path("id"), on, request.idempotencyKey()));
    }

    private static Ref room(Request request) {
        return RoomTopics.roomId(request.path("room"));
    }
}
