package org.pavilion.plugin.scifi;

import java.net.URI;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Routes;
import org.pavilion.api.Storage;

/** The question "when will it be real?": one answer a visitor, which may be changed. */
final class DistanceApi {
    private static final String PATH = "/exhibits/{id}/distance";
    private static final Limits CALM = Limits.DEFAULT.body(4096).perMinute(60);

    private final Storage storage;
    private final Exhibits exhibits;
    private final Votes votes = new Votes();

    DistanceApi(Storage storage, Exhibits exhibits) {
        this.storage = storage;
        this.exhibits = exhibits;
    }

    /** @param answer one of the answers that the question lists, e.g. {@code by-2035} */
    record Vote(String answer) {}

    void addTo(Routes routes) {
        routes.add(Route.get(PATH)
                        .needs(Permission.PUBLIC)
                        .answers(200, Distance.class)
                        .summary("When visitors think an exhibit will be real, and what the caller said")
                        .handle(request -> Response.json(distance(request.path("id"), request.caller()))))
                .add(Route.put(PATH)
                        .needs(Permission.PUBLIC)
                        .takes(Vote.class)
                        .answers(200, Distance.class)
                        .limits(CALM)
                        .summary("Gives or changes the caller's answer; one visitor counts once")
                        .handle(request -> {
                            cast(request);
                            return Response.json(distance(request.path("id"), request.caller()));
                        }))
                .add(Route.post(PATH)
                        .needs(Permission.PUBLIC)
                        .takes(Vote.class)
                        .answers(303, Void.class)
                        .limits(CALM)
                        .summary("The same for a form without script; goes on to the page of results")
                        .handle(request -> {
                            cast(request);
                            var prefix = request.language() == Language.EN ? "/en" : "";
                            return Response.redirect(
                                    URI.create(prefix + "/scifi/" + request.path("id") + "/distance?voted=yes"));
                        }));
    }

    Distance distance(String id, Caller caller) {
        return storage.read(h -> {
            var exhibit = exhibits.asked(h, id);
            return Distance.of(id, votes.counts(h, exhibit.ref()), votes.of(h, exhibit.ref(), caller.ref()));
        });
    }

    private void cast(Request request) {
        var answer = Horizon.of(request.body(Vote.class).answer())
                .orElseThrow(() -> Problem.invalid("/answer", "is none of the answers"));
        storage.write((h, journal) -> {
            var exhibit = exhibits.asked(h, request.path("id"));
            journal.within(exhibit.edition());
            votes.cast(h, journal, exhibit.ref(), request.caller().ref(), answer);
            return answer;
        });
    }
}
