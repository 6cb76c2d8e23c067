package org.pavilion.server.http.page;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.live.Pictures;
import org.pavilion.server.live.view.SiteDraft;

/** Where a room's pictures come from, as forms; the key of an encoder is shown in the answer that makes it. */
final class StreamPage {
    static final String PATH = "/organiser/rooms/{room}/stream";
    static final Permission NEEDS = new Permission("live:room.configure");
    static final Route.Where WHERE = new Route.Where.At("room", "room");

    private static final Set<String> DONE = Set.of("saved", "revoked");

    private final Pictures pictures;
    private final Identity identity;
    private final PageTools tools;

    StreamPage(Pictures pictures, Identity identity, PageTools tools) {
        this.pictures = pictures;
        this.identity = identity;
        this.tools = tools;
    }

    Response show(Request request) {
        var notice = request.query("done")
                .filter(DONE::contains)
                .map(done -> new Desk.Notice("streamdesk.done." + done, ""));
        return page(request, 200, Typed.NOTHING, Optional.empty(), Optional.empty(), Optional.empty(), notice);
    }

    List<Route> forms() {
        return List.of(
                Route.post(PATH + "/{site}")
                        .needs(NEEDS)
                        .at("room", "room")
                        .takes(SiteDraft.class)
                        .answers(303, Void.class)
                        .handle(this::describe),
                Route.post(PATH + "/{site}/key")
                        .needs(NEEDS)
                        .at("room", "room")
                        .answers(200, Void.class)
                        .handle(request -> {
                            var site = request.path("site");
                            var key = pictures.key(request.caller(), room(request), site);
                            return page(
                                    request,
                                    200,
                                    Typed.NOTHING,
                                    Optional.empty(),
                                    Optional.of(site),
                                    Optional.of(key),
                                    Optional.empty());
                        }),
                Route.post(PATH + "/{site}/revoke")
                        .needs(NEEDS)
                        .at("room", "room")
                        .answers(303, Void.class)
                        .handle(request -> {
                            pictures.revoke(request.caller(), room(request), request.path("site"));
                            return done(request, "revoked");
                        }));
    }

    private Response describe(Request request) {
        var draft = request.body(SiteDraft.class);
        var site = request.path("site");
        try {
            pictures.describe(request.caller(), room(request), site, draft);
            return done(request, "saved");
        } catch (Problem refused) {
            if (refused.status() != 409 && refused.status() != 422) {
                throw refused;
            }
            var typed = Typed.of(Map.of(
                            "kind", draft.kind(),
                            "labelZh", draft.labelZh().orElse(""),
                            "labelEn", draft.labelEn().orElse(""),
                            "address", draft.address().orElse("")))
                    .refused(refused);
            return page(
                    request,
                    refused.status(),
                    typed,
                    Optional.of(site),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private static Response done(Request request, String what) {
        return Response.redirect(URI.create(
                Desk.localised(request, PATH.replace("{room}", room(request) + "") + "?done=" + what)));
    }

    private Response page(
            Request request,
            int status,
            Typed typed,
            Optional<String> typedSite,
            Optional<String> fresh,
            Optional<String> key,
            Optional<Desk.Notice> notice) {
        var room = room(request);
        var push = origin(request) + "/api/live/rooms/" + room + "/ingest/{site}";
        var model = new StreamSheet(pictures.desk(request.caller(), room), push, fresh, key, typed, typedSite, notice);
        return new Response.Page(status, tools.render(request, "stream", model));
    }

    /** How an encoder reaches this house: as it is published, else as this browser does. */
    private String origin(Request request) {
        var host = request.header("Host").orElse("localhost");
        try {
            var site = identity.site(host).toString();
            return site.endsWith("/") ? site.substring(0, site.length() - 1) : site;
        } catch (Problem unpublished) {
            return "http://" + host;
        }
    }

    static Ref room(Request request) {
        try {
            return Ref.of(request.path("room"));
        } catch (Problem malformed) {
            throw Problem.notFound("this live room");
        }
    }
}
