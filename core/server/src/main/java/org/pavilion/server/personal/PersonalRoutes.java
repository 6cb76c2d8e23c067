package org.pavilion.server.personal;

import java.util.List;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;

/** Stars over HTTP, below {@code /api/me}: what the pages' star buttons use. */
final class PersonalRoutes {
    private static final Permission EDIT = new Permission("profile:edit");
    private static final int AT_ONCE = 500;

    private final Personal personal;

    PersonalRoutes(Personal personal) {
        this.personal = personal;
    }

    /** References of everything that is starred. */
    record Starred(List<Ref> refs) {}

    /** How many of them were not starred before. */
    record Merged(int added) {}

    List<Route> all() {
        return List.of(
                Route.get("/me/favourites")
                        .needs(EDIT)
                        .summary("What the caller starred, newest first.")
                        .answers(200, Starred.class)
                        .handle(request -> Response.json(new Starred(personal.favourites(me(request)).stream()
                                .map(Favourite::ref)
                                .toList()))),
                Route.post("/me/favourites/merge")
                        .needs(EDIT)
                        .takes(Starred.class)
                        .limits(Limits.DEFAULT.body(128 << 10))
                        .summary("Stars what a browser kept before its visitor signed in.")
                        .answers(200, Merged.class)
                        .handle(request -> {
                            var refs = request.body(Starred.class).refs();
                            if (refs.size() > AT_ONCE) {
                                throw Problem.invalid("/refs", "at most " + AT_ONCE + " at once");
                            }
                            return Response.json(new Merged(personal.star(me(request), refs)));
                        }),
                Route.put("/me/favourites/{ref}")
                        .needs(EDIT)
                        .summary("Stars an object.")
                        .answers(204, Void.class)
                        .handle(request -> {
                            personal.star(me(request), List.of(Ref.of(request.path("ref"))));
                            return Response.noContent();
                        }),
                Route.delete("/me/favourites/{ref}")
                        .needs(EDIT)
                        .summary("Takes a star away.")
                        .answers(204, Void.class)
                        .handle(request -> {
                            personal.unstar(me(request), Ref.of(request.path("ref")));
                            return Response.noContent();
                        }));
    }

    private static Ref me(Request request) {
        return Personal.account(request.caller());
    }
}
