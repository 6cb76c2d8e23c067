package org.pavilion.server.http.page;

import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Language;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.live.LiveRooms;
import org.pavilion.server.live.view.BallotDraft;
import org.pavilion.server.live.view.ChatDraft;
import org.pavilion.server.live.view.QuestionDraft;
import org.pavilion.server.live.view.RoomCard;

/** Live rooms: one page each, readable and usable without script, and the list of all. */
final class LivePages {
    private static final int MESSAGES = 50;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final Set<String> ON = Set.of("live", "lobby", "paused", "afterglow");
    private static final Set<String> REFUSALS = Set.of(
            "chat.closed",
            "chat.emoji-only",
            "chat.established",
            "chat.links-off",
            "chat.members-only",
            "chat.mentions",
            "chat.muted",
            "chat.refused",
            "chat.repeated",
            "chat.slow",
            "edition.frozen",
            "rate.limited",
            "request.invalid");
    /** What may be said of a question or a ballot that was not taken. */
    private static final Set<String> NOT_TAKEN = Set.of(
            "edition.frozen",
            "rate.limited",
            "request.invalid",
            "question.closed",
            "question.rejected",
            "question.duplicate",
            "question.too-many",
            "question.state-conflict",
            "poll.closed",
            "poll.state-conflict",
            "poll.type-mismatch",
            "poll.word-refused");

    private static final int QUESTIONS = 50;

    private final LiveRooms rooms;
    private final PageTools tools;

    LivePages(LiveRooms rooms, PageTools tools) {
        this.rooms = rooms;
        this.tools = tools;
    }

    /** What the form of a room sends; {@code key} makes a second press harmless. */
    record Spoken(String text, Optional<String> key) {}

    Response index(Request request) {
        var all = rooms.rooms().rooms();
        var index = new RoomSheets.RoomIndex(
                all.stream().filter(card -> ON.contains(card.phase())).toList(),
                all.stream().filter(card -> card.phase().equals("scheduled")).toList(),
                all.stream().filter(LivePages::recorded).toList());
        return Response.page(tools.render(request, "live", index));
    }

    Response room(Request request) {
        return page(request, target(request), 200, "", Optional.empty());
    }

    List<Route> forms() {
        return List.of(
                form("/live/{room}/messages", Spoken.class, this::speak),
                form("/live/{room}/questions", QuestionDraft.class, this::ask),
                form("/live/{room}/questions/{id}/vote", Choice.class, this::vote),
                form("/live/{room}/polls/{id}/ballot", BallotDraft.class, this::ballot));
    }

    private static Route form(String path, Class<? extends Record> takes, Route.Handler handler) {
        return Route.post(path)
                .needs(Permission.PUBLIC)
                .takes(takes)
                .answers(303, Void.class)
                .handle(handler);
    }

    /** Whether the vote counts from now on. */
    record Choice(Optional<Boolean> on) {}

    private Response ask(Request request) {
        var room = target(request);
        return taken(
                request,
                room,
                "#questions",
                () -> rooms.questions()
                        .ask(request.caller(), room, request.body(QuestionDraft.class), request.language()));
    }

    private Response vote(Request request) {
        var room = target(request);
        var on = request.body(Choice.class).on().orElse(false);
        return taken(
                request,
                room,
                "#questions",
                () -> rooms.questions().vote(request.caller(), room, request.path("id"), on, Optional.empty()));
    }

    private Response ballot(Request request) {
        var room = target(request);
        var filled = request.body(BallotDraft.class);
        var words = filled.words().stream().filter(word -> !word.isBlank()).toList();
        var ballot = new BallotDraft(filled.options(), filled.number(), words, filled.key());
        return taken(
                request, room, "#polls", () -> rooms.polls().vote(request.caller(), room, request.path("id"), ballot));
    }

    private Response taken(Request request, Ref room, String place, Runnable act) {
        try {
            act.run();
            return Response.redirect(
                    URI.create((request.language() == Language.EN ? "/en" : "") + "/live/" + room + place));
        } catch (Problem refused) {
            if (!NOT_TAKEN.contains(refused.code())) {
                throw refused;
            }
            return page(request, room, refused.status(), "", Optional.of(refused.code()));
        }
    }

    /** A message from the page without script; one that is not taken stands in the form again, with the reason. */
    private Response speak(Request request) {
        var target = target(request);
        var spoken = request.body(Spoken.class);
        try {
            rooms.post(
                    request.caller(),
                    target,
                    new ChatDraft(spoken.text(), Optional.empty(), Optional.empty(), Optional.empty(), spoken.key()),
                    request.language());
            var prefix = request.language() == Language.EN ? "/en" : "";
            return Response.redirect(URI.create(prefix + "/live/" + target + "#said"));
        } catch (Problem refused) {
            if (!REFUSALS.contains(refused.code())) {
                throw refused;
            }
            return page(request, target, refused.status(), spoken.text(), Optional.of(refused.code()));
        }
    }

    private Response page(Request request, Ref target, int status, String draft, Optional<String> refusal) {
        var room = rooms.room(target, request.caller(), request.language())
                .orElseThrow(() -> Problem.notFound("live room " + target));
        var zone = ZoneId.of(request.edition().zone());
        var said = rooms.messages(target, 0, MESSAGES).messages().stream()
                .map(message ->
                        new RoomSheets.Said(message, CLOCK.format(message.at().atZone(zone))))
                .toList();
        var sheet = new RoomSheets.RoomSheet(
                room,
                target,
                said,
                rooms.pinned(target),
                rooms.notice(target),
                rooms.waiting(target, request.caller()),
                !room.over() && ON.contains(room.phase()) && room.modules().contains("chat"),
                room.modules().contains("questions")
                        ? Optional.of(rooms.questions().list(request.caller(), target, "votes", QUESTIONS))
                        : Optional.empty(),
                room.modules().contains("polls")
                        ? rooms.polls().list(request.caller(), target).polls()
                        : List.of(),
                draft,
                refusal,
                tools.parts("live.main", request, Map.of("target", target.toString())));
        return new Response.Page(status, tools.render(request, "room", sheet));
    }

    private static boolean recorded(RoomCard card) {
        return card.phase().equals("replay") || card.phase().equals("archived");
    }

    private static Ref target(Request request) {
        try {
            return Ref.of(request.path("room"));
        } catch (Problem malformed) {
            throw Problem.notFound("this live room");
        }
    }
}
