package org.pavilion.server.http.page;

import java.util.Map;
import org.pavilion.api.Permission;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.http.PageTools;

/**
 * The organiser's programme: the frame in which the board that keeps sessions shows what can be edited.
 * Whoever may edit anything gets in; the board asks for each session.
 */
final class ProgrammeDesk {
    static final String PATH = "/organiser/agenda";
    static final Permission NEEDS = new Permission("agenda:edit");
    static final Route.Where WHERE = new Route.Where.Somewhere();

    private final PageTools tools;

    ProgrammeDesk(PageTools tools) {
        this.tools = tools;
    }

    Response all(Request request) {
        return page(request, Map.of("session", "", "ceremony", ""));
    }

    Response one(Request request) {
        return page(request, Map.of("session", request.path("session"), "ceremony", ""));
    }

    Response ceremony(Request request) {
        return page(request, Map.of("session", request.path("session"), "ceremony", "yes"));
    }

    private Response page(Request request, Map<String, String> query) {
        return Response.page(tools.render(
                request, "programme", new ProgrammeSheet(tools.parts("organiser.agenda", request, query))));
    }
}
