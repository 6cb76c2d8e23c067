package org.pavilion.server.http.page;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.live.LiveRooms;
import org.pavilion.server.live.view.RoomState;

/** The live rooms as those who run the expo see them. */
final class RoomsPage {
    static final Permission NEEDS = new Permission("live:room.configure");

    private static final String PATH = "/organiser/rooms";
    private static final int SHOWN = 100;
    private static final Set<String> PHASES = Set.of("live", "scheduled", "over");

    private final LiveRooms rooms;
    private final PageTools tools;

    RoomsPage(LiveRooms rooms, PageTools tools) {
        this.rooms = rooms;
        this.tools = tools;
    }

    record Step(String event) {}

    record Slow(int seconds) {}

    Response show(Request request) {
        return page(request, 200, Optional.empty());
    }

    List<Route> forms() {
        return List.of(
                Route.post(PATH + "/{room}/step")
                        .needs(NEEDS)
                        .takes(Step.class)
                        .answers(303, Void.class)
                        .handle(request -> done(
                                request,
                                () -> rooms.move(
                                        request.caller(),
                                        room(request),
                                        request.body(Step.class).event()))),
                Route.post(PATH + "/{room}/slow")
                        .needs(NEEDS)
                        .takes(Slow.class)
                        .answers(303, Void.class)
                        .handle(request -> done(
                                request,
                                () -> rooms.slow(
                                        request.caller(),
                                        room(request),
                                        request.body(Slow.class).seconds()))));
    }

    /** A colleague may have been faster: then the list says how the room stands now. */
    private Response done(Request request, Runnable act) {
        try {
            act.run();
        } catch (Problem refused) {
            if (refused.status() != 409 && refused.status() != 422) {
                throw refused;
            }
            return page(request, refused.status(), Optional.of(refused.detail()));
        }
        return Response.redirect(URI.create(Desk.localised(request, PATH + "?done=" + room(request))));
    }

    private Response page(Request request, int status, Optional<String> refusal) {
        var text = request.query("q").map(String::strip).orElse("");
        var phase = request.query("phase").filter(PHASES::contains).orElse("");
        var all = rooms.states();
        var found = all.stream()
                .filter(each -> phase.isEmpty() || phase.equals(group(each)))
                .filter(each -> text.isEmpty() || named(each, text))
                .toList();
        var changed = request.query("done")
                .flatMap(id -> all.stream()
                        .filter(each -> each.card().room().equals(id))
                        .findFirst());
        var model = new RoomDesk(
                found.subList(0, Math.min(SHOWN, found.size())), found.size(), text, phase, changed, refusal);
        return new Response.Page(status, tools.render(request, "rooms", model));
    }

    private static boolean named(RoomState each, String text) {
        var title = each.card().title();
        var wanted = text.toLowerCase(java.util.Locale.ROOT);
        return (title.zh() + " " + title.en() + " " + each.card().room())
                .toLowerCase(java.util.Locale.ROOT)
                .contains(wanted);
    }

    private static String group(RoomState each) {
        return switch (each.card().phase()) {
            case "live", "paused", "lobby" -> "live";
            case "scheduled" -> "scheduled";
            default -> "over";
        };
    }

    private static Ref room(Request request) {
        try {
            return Ref.of(request.path("room"));
        } catch (Problem malformed) {
            throw Problem.notFound("this live room");
        }
    }
}
