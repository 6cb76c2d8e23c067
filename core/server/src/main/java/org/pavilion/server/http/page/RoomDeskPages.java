package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Text;
import org.pavilion.server.http.CorePage;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.live.LiveRooms;
import org.pavilion.server.live.view.QuestionDraft;

/** The desk of a room's moderators and the page of who carries the microphone through its hall. */
final class RoomDeskPages {
    private static final Permission MODERATE = new Permission("live:chat.moderate");
    private static final Permission PAIR = new Permission("live:display.pair");
    private static final Text SOMEBODY = new Text("现场观众", "From the hall");
    private static final Route.Where HERE = new Route.Where.At("room", "room");
    private static final Set<String> TOLD = Set.of("act", "paired", "asked");

    private final LiveRooms rooms;
    private final PageTools tools;

    RoomDeskPages(LiveRooms rooms, PageTools tools) {
        this.rooms = rooms;
        this.tools = tools;
    }

    /** @param act approve, reject, star, stage, answer or another move of a question */
    record Act(String question, String act) {}

    record Screen(String code, String view) {}

    /** @param name who asked, as far as they said */
    record Aloud(String text, Optional<String> name) {}

    List<CorePage> pages() {
        return List.of(
                new CorePage(
                        "/live/{room}/desk",
                        MODERATE,
                        HERE,
                        request -> page(request, "room-desk", 200, Optional.empty())),
                new CorePage(
                        "/live/{room}/runner",
                        MODERATE,
                        HERE,
                        request -> page(request, "runner", 200, Optional.empty())));
    }

    List<Route> forms() {
        return List.of(
                Route.post("/live/{room}/desk/act")
                        .needs(MODERATE)
                        .at("room", "room")
                        .takes(Act.class)
                        .answers(303, Void.class)
                        .handle(request -> {
                            var act = request.body(Act.class);
                            return done(
                                    request,
                                    "room-desk",
                                    "desk",
                                    "act",
                                    room -> rooms.doors().act(request.caller(), room, act.question(), act.act()));
                        }),
                Route.post("/live/{room}/desk/pair")
                        .needs(PAIR)
                        .at("room", "room")
                        .takes(Screen.class)
                        .answers(303, Void.class)
                        .handle(request -> {
                            var screen = request.body(Screen.class);
                            return done(
                                    request,
                                    "room-desk",
                                    "desk",
                                    "paired",
                                    room -> rooms.doors()
                                            .pair(
                                                    request.caller(),
                                                    room,
                                                    screen.code(),
                                                    Optional.of(screen.view()),
                                                    Optional.empty()));
                        }),
                Route.post("/live/{room}/runner")
                        .needs(MODERATE)
                        .at("room", "room")
                        .takes(Aloud.class)
                        .answers(303, Void.class)
                        .handle(request -> {
                            var aloud = request.body(Aloud.class);
                            var name = aloud.name().map(String::strip).filter(text -> !text.isEmpty());
                            var draft = new QuestionDraft(
                                    aloud.text(),
                                    Optional.empty(),
                                    List.of(),
                                    Optional.of(name.orElse(SOMEBODY.in(request.language()))),
                                    Optional.empty());
                            return done(
                                    request,
                                    "runner",
                                    "runner",
                                    "asked",
                                    room -> rooms.questions().ask(request.caller(), room, draft, request.language()));
                        }));
    }

    private interface Work {
        void on(Ref room);
    }

    /** A colleague may have been faster: then the page says how things stand now. */
    private Response done(Request request, String template, String page, String what, Work work) {
        var room = RoomTargets.of(request);
        try {
            work.on(room);
        } catch (Problem refused) {
            if (refused.status() != 404 && refused.status() != 409 && refused.status() != 422) {
                throw refused;
            }
            return page(request, template, refused.status(), Optional.of(refused.detail()));
        }
        return RoomTargets.done(request, room, page, what);
    }

    private Response page(Request request, String template, int status, Optional<String> refusal) {
        var room = RoomTargets.of(request);
        var caller = request.caller();
        var view =
                rooms.room(room, caller, request.language()).orElseThrow(() -> Problem.notFound("live room " + room));
        var sheet = new RoomDeskSheet(
                view,
                view.modules().contains("questions")
                        ? Optional.of(rooms.questions().desk(caller, room))
                        : Optional.empty(),
                allowed(() -> rooms.doors().screens(caller, room)),
                request.query("done").filter(TOLD::contains),
                refusal);
        return new Response.Page(status, tools.render(request, template, sheet));
    }

    private static <T> Optional<T> allowed(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (Problem refused) {
            if (refused.status() != 403) {
                throw refused;
            }
            return Optional.empty();
        }
    }
}
