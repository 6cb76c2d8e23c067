package org.pavilion.server.http.page;

import java.net.URI;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;

/** The room that the path of a page names. */
final class RoomTargets {
    private RoomTargets() {}

    static Ref of(Request request) {
        try {
            return Ref.of(request.path("room"));
        } catch (Problem malformed) {
            throw Problem.notFound("this live room");
        }
    }

    /** Back to one of the room's pages, which tells what was done. */
    static Response done(Request request, Ref room, String page, String what) {
        return Response.redirect(URI.create(Desk.localised(request, "/live/" + room + "/" + page + "?done=" + what)));
    }
}
