package org.pavilion.plugin.forum;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Routes;

/** What those who attend ask: how a session stands, its seats, its blocks, and what is next for oneself. */
final class AttendanceApi {
    private static final Limits CALM = Limits.DEFAULT.perMinute(30);
    private static final int MOST = 200;

    private final PluginContext context;
    private final Sessions sessions;
    private final Seats seats;
    private final Ceremonies ceremonies;
    private final MyProgramme mine;

    AttendanceApi(PluginContext context, Sessions sessions, Seats seats, Ceremonies ceremonies, MyProgramme mine) {
        this.context = context;
        this.sessions = sessions;
        this.seats = seats;
        this.ceremonies = ceremonies;
        this.mine = mine;
    }

    /**
     * How a session stands.
     *
     * @param phase next, live, finished or cancelled; absent where no hour is known
     */
    record State(
            String session,
            Optional<SessionLine.Phase> phase,
            Optional<SessionLine.Moved> moved,
            List<SeatChannel> channels) {}

    /** The parts of a session with what those that were run made public. */
    record Blocks(String session, List<Block> blocks) {}

    /** Which channel is asked for: on-site or online. */
    record Wish(String channel) {}

    /** The seats of a session and the caller's own. */
    record Reservation(String session, List<SeatChannel> channels, Optional<OwnSeat> own) {}

    void addTo(Routes routes) {
        routes.add(Route.get("/sessions/{id}/state")
                        .needs(Permission.PUBLIC)
                        .summary("Where a session stands: its phase, where it was before, and what seats are left.")
                        .answers(200, State.class)
                        .handle(this::state))
                .add(Route.get("/sessions/{id}/blocks")
                        .needs(Permission.PUBLIC)
                        .summary("The blocks of a session, with the records that those that were run made public.")
                        .answers(200, Blocks.class)
                        .handle(request -> {
                            var line = context.storage().read(h -> sessions.asked(h, request.path("id")));
                            return Response.json(new Blocks(line.id(), ceremonies.of(line, request.caller())));
                        }))
                .add(Route.get("/mine")
                        .needs(Permission.PUBLIC)
                        .query("ids", "ids of starred sessions, separated by commas")
                        .summary("What is on and comes next among what the caller starred and reserved.")
                        .answers(200, MyProgramme.Mine.class)
                        .handle(this::mine))
                .add(Route.get("/sessions/{id}/seats")
                        .needs(SeatPage.RESERVE)
                        .summary("The seats of a session and the caller's own.")
                        .answers(200, Reservation.class)
                        .handle(request -> Response.json(reservation(request))))
                .add(Route.post("/sessions/{id}/seats")
                        .needs(SeatPage.RESERVE)
                        .takes(Wish.class)
                        .limits(CALM)
                        .summary("Takes a seat, or a place at the end of the queue when none is left.")
                        .answers(200, Reservation.class)
                        .handle(request -> {
                            seats.reserve(
                                    request.caller().ref(),
                                    request.path("id"),
                                    request.body(Wish.class).channel());
                            return back(request);
                        }))
                .add(Route.post("/sessions/{id}/seats/give-back")
                        .needs(SeatPage.RESERVE)
                        .limits(CALM)
                        .summary("Gives the caller's seat back, or leaves the queue.")
                        .answers(200, Reservation.class)
                        .handle(request -> {
                            seats.giveBack(request.caller().ref(), request.path("id"));
                            return back(request);
                        }));
    }

    private Response state(Request request) {
        return Response.json(context.storage().read(h -> {
            var line = sessions.asked(h, request.path("id"));
            return new State(
                    line.id(), Standing.read(h, sessions.clock().instant()).of(line), line.moved(), seats.of(h, line));
        }));
    }

    private Response mine(Request request) {
        var ids = Set.copyOf(List.of(request.query("ids").orElse("").split(",", MOST)));
        var person = Optional.of(request.caller())
                .filter(caller -> caller.kind() == Caller.Kind.PERSON)
                .map(Caller::ref);
        return Response.json(mine.of(person, ids));
    }

    private Reservation reservation(Request request) {
        return context.storage().read(h -> {
            var line = sessions.asked(h, request.path("id"));
            return new Reservation(
                    line.id(),
                    seats.of(h, line),
                    seats.of(h, line.id(), request.caller().ref()));
        });
    }

    /** A form goes back to the page of seats. */
    private Response back(Request request) {
        boolean form = request.header("Content-Type")
                .filter(type -> !type.startsWith("application/json"))
                .isPresent();
        var prefix = request.language() == Language.EN ? "/en" : "";
        return form
                ? Response.redirect(URI.create(prefix + "/forum/" + request.path("id") + "/seat"))
                : Response.json(reservation(request));
    }
}
