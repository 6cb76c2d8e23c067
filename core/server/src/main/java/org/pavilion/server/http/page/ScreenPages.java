package org.pavilion.server.http.page;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Caller;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.http.CorePage;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.live.Doors;
import org.pavilion.server.live.LiveRooms;

/**
 * Screens of the venue and the way into a hall. A screen has no person's rights: it shows a code until a
 * moderator lets it in, and from then on what its own pass names, whichever of these addresses it opens.
 */
final class ScreenPages {
    private static final List<String> OF_ROOM = List.of("projector", "lower-third");
    private static final String HERE = "http://localhost";

    private final LiveRooms rooms;
    private final Doors doors;
    private final PageTools tools;

    ScreenPages(LiveRooms rooms, PageTools tools) {
        this.rooms = rooms;
        this.doors = rooms.doors();
        this.tools = tools;
    }

    /** What a waiting screen sends, again and again. */
    record Secret(String secret) {}

    /** @param state waiting, paired, or gone: the code is over and the screen asks for another */
    record Collected(String state) {}

    List<CorePage> pages() {
        return java.util.stream.Stream.concat(
                        OF_ROOM.stream()
                                .map(view -> new CorePage(
                                        "/live/{room}/" + view,
                                        Permission.PUBLIC,
                                        request -> screen(request, view, request.path("room"), ""))),
                        java.util.stream.Stream.of(
                                new CorePage(
                                        "/kiosk/{screen}",
                                        Permission.PUBLIC,
                                        request -> screen(request, "kiosk", "", request.path("screen"))),
                                new CorePage("/in/{code}", Permission.PUBLIC, this::welcome)))
                .toList();
    }

    List<Route> forms() {
        return List.of(Route.post("/in/{code}")
                .needs(Permission.PUBLIC)
                .limits(Limits.DEFAULT.body(1_024))
                .answers(303, Void.class)
                .handle(this::enter));
    }

    /** JSON routes that give a browser its pass; only the web side sets cookies. */
    List<Route> routes() {
        return List.of(Route.post("/live/pairings/collect")
                .needs(Permission.PUBLIC)
                .takes(Secret.class)
                .limits(Limits.DEFAULT.body(1_024).perMinute(1_200))
                .summary("A waiting screen collects what was decided for it: the cookie of a screen, once.")
                .answers(200, Collected.class)
                .handle(this::collect));
    }

    private Response collect(Request request) {
        var secret = request.body(Secret.class).secret();
        var paired = doors.collect(
                secret, tools.cookies().visit(request).credentials().sessionCookie());
        paired.ifPresent(screen -> tools.cookies().opened(request, screen.session()));
        return Response.json(new Collected(paired.isPresent() ? "paired" : doors.waits(secret) ? "waiting" : "gone"));
    }

    private Response screen(Request request, String view, String room, String place) {
        var caller = request.caller();
        var own = doors.screen(caller);
        if (own.isPresent()) {
            return shown(request, "show", own.get().room(), own.get().view(), place);
        }
        if (room.isEmpty()) {
            return waiting(request, view, "", place);
        }
        var target = target(room);
        if (rooms.room(target, caller, request.language()).isEmpty()) {
            throw Problem.notFound("live room " + target);
        }
        return doors.previews(caller, target)
                ? shown(request, "preview", target, view, place)
                : waiting(request, view, target.toString(), place);
    }

    private Response shown(Request request, String state, Ref room, String view, String place) {
        var display = doors.display(request.caller(), room, request.language(), view, HERE);
        return page(request, new ScreenSheet(state, room.toString(), display.view(), place, Optional.of(display)));
    }

    private Response waiting(Request request, String view, String room, String place) {
        var state =
                request.caller().kind() == Caller.Kind.GUEST || request.caller().kind() == Caller.Kind.DISPLAY
                        ? "pair"
                        : "person";
        return page(request, new ScreenSheet(state, room, view, place, Optional.empty()));
    }

    private Response page(Request request, ScreenSheet sheet) {
        return Response.page(tools.render(request, "screen", sheet));
    }

    /** The page behind the code on the wall: looking at it lets nobody in, so a link preview spends nothing. */
    private Response welcome(Request request) {
        var room = doors.behind(request.path("code"));
        if (room.isEmpty()) {
            return new Response.Page(
                    404, tools.render(request, "entry", new EntrySheet("", Optional.empty(), Optional.empty())));
        }
        if (doors.inside(request.caller(), room.get()) || request.caller().kind() == Caller.Kind.PERSON) {
            return Response.redirect(hall(request, room.get()));
        }
        return entry(request, 200, room.get(), Optional.empty());
    }

    private Response entry(Request request, int status, Ref room, Optional<String> refusal) {
        var view = rooms.room(room, request.caller(), request.language());
        return new Response.Page(
                status, tools.render(request, "entry", new EntrySheet(request.path("code"), view, refusal)));
    }

    private Response enter(Request request) {
        var code = request.path("code");
        var room = doors.behind(code).orElseThrow(() -> Problem.notFound("this code"));
        if (doors.inside(request.caller(), room) || request.caller().kind() == Caller.Kind.PERSON) {
            return Response.redirect(hall(request, room));
        }
        var from = tools.cookies().visit(request).credentials();
        try {
            var session = doors.enter(code, request.caller(), from.address(), from.sessionCookie());
            tools.cookies().opened(request, session);
            return Response.redirect(hall(request, room));
        } catch (Problem refused) {
            if (!refused.code().equals("entry.closed") && !refused.code().equals("edition.frozen")) {
                throw refused;
            }
            return entry(request, refused.status(), room, Optional.of(refused.code()));
        }
    }

    private static URI hall(Request request, Ref room) {
        return URI.create(Desk.localised(request, "/live/" + room + "/hall"));
    }

    private static Ref target(String room) {
        try {
            return Ref.of(room);
        } catch (Problem malformed) {
            throw Problem.notFound("this live room");
        }
    }
}
