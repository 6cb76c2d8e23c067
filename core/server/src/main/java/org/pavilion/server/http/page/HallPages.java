package org.pavilion.server.http.page;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.http.CorePage;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.live.LiveRooms;
import org.pavilion.server.live.view.BallotDraft;
import org.pavilion.server.live.view.QuestionDraft;

/** The page of people in the hall: ask, vote, answer the poll, react. Forms alone do it; the island makes them quick. */
final class HallPages {
    private static final int SHOWN = 30;
    private static final Set<String> TOLD = Set.of("asked", "queued", "voted", "ballot", "reacted");
    private static final Set<String> RUNNING = Set.of("open", "paused", "closed");

    private final LiveRooms rooms;
    private final PageTools tools;

    HallPages(LiveRooms rooms, PageTools tools) {
        this.rooms = rooms;
        this.tools = tools;
    }

    record Ask(String text, Optional<String> anonymous) {}

    record Vote(String question, boolean on) {}

    /**
     * @param option places of the chosen options
     * @param words terms, apart by commas or spaces
     */
    record Ballot(String poll, List<String> option, Optional<String> number, Optional<String> words) {}

    record Reaction(String kind) {}

    List<CorePage> pages() {
        return List.of(new CorePage(
                "/live/{room}/hall", Permission.PUBLIC, request -> page(request, 200, "", Optional.empty())));
    }

    List<Route> forms() {
        return List.of(
                form("/ask").takes(Ask.class).handle(request -> {
                    var ask = request.body(Ask.class);
                    return act(request, ask.text(), room -> {
                        var draft = new QuestionDraft(
                                ask.text(),
                                Optional.of(ask.anonymous().isPresent()),
                                List.of(),
                                Optional.empty(),
                                Optional.empty());
                        var asked = rooms.questions().ask(request.caller(), room, draft, request.language());
                        return asked.question().state().equals("queued") ? "queued" : "asked";
                    });
                }),
                form("/vote").takes(Vote.class).handle(request -> {
                    var vote = request.body(Vote.class);
                    return act(request, "", room -> {
                        rooms.questions().vote(request.caller(), room, vote.question(), vote.on(), Optional.empty());
                        return "voted";
                    });
                }),
                form("/ballot").takes(Ballot.class).handle(request -> {
                    var ballot = request.body(Ballot.class);
                    return act(request, "", room -> {
                        rooms.polls().vote(request.caller(), room, ballot.poll(), draft(ballot));
                        return "ballot";
                    });
                }),
                form("/react")
                        .takes(Reaction.class)
                        .handle(request -> act(request, "", room -> {
                            rooms.doors()
                                    .react(
                                            request.caller(),
                                            room,
                                            request.body(Reaction.class).kind());
                            return "reacted";
                        })));
    }

    private static Route.Draft form(String act) {
        return Route.post("/live/{room}/hall" + act).needs(Permission.PUBLIC).answers(303, Void.class);
    }

    private static BallotDraft draft(Ballot ballot) {
        try {
            return new BallotDraft(
                    ballot.option().stream().map(Integer::valueOf).toList(),
                    ballot.number().filter(text -> !text.isBlank()).map(BigDecimal::new),
                    ballot.words().stream()
                            .flatMap(text -> Arrays.stream(text.split("[,，、;；\\s]+", -1)))
                            .filter(word -> !word.isBlank())
                            .toList(),
                    Optional.empty());
        } catch (NumberFormatException e) {
            throw Problem.invalid("/option", "a place of an option, or a number")
                    .causedBy(e);
        }
    }

    private interface Work {
        String on(Ref room);
    }

    private Response act(Request request, String draft, Work work) {
        var room = RoomTargets.of(request);
        try {
            return RoomTargets.done(request, room, "hall", work.on(room));
        } catch (Problem refused) {
            if (refused.status() < 400 || refused.status() == 404 || refused.status() >= 500) {
                throw refused;
            }
            return page(request, refused.status(), draft, Optional.of(refused.detail()));
        }
    }

    private Response page(Request request, int status, String draft, Optional<String> refusal) {
        var room = RoomTargets.of(request);
        var caller = request.caller();
        var view =
                rooms.room(room, caller, request.language()).orElseThrow(() -> Problem.notFound("live room " + room));
        var questions = view.modules().contains("questions")
                ? Optional.of(rooms.questions().list(caller, room, "votes", SHOWN))
                : Optional.<org.pavilion.server.live.view.QuestionList>empty();
        var polls = view.modules().contains("polls")
                ? rooms.polls().list(caller, room).polls().stream()
                        .filter(poll -> RUNNING.contains(poll.state()))
                        .filter(poll -> poll.featured() || poll.state().equals("open"))
                        .toList()
                : List.<org.pavilion.server.live.view.PollView>of();
        var sheet = new HallSheet(
                view,
                rooms.doors().inside(caller, room),
                questions,
                questions.map(list -> Set.copyOf(list.voted())).orElse(Set.of()),
                polls,
                draft,
                request.query("done").filter(TOLD::contains),
                refusal);
        return new Response.Page(status, tools.render(request, "hall", sheet));
    }
}
