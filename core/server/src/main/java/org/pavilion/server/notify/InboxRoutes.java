package org.pavilion.server.notify;

import java.util.List;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.personal.Personal;

/** The inbox over HTTP, below {@code /api/me}. */
final class InboxRoutes {
    private static final Permission EDIT = new Permission("profile:edit");
    private static final int PAGE = 30;
    private static final int MOST = 100;

    private final Notify notify;

    InboxRoutes(Notify notify) {
        this.notify = notify;
    }

    /** One page of the inbox, newest first. */
    record InboxPage(List<InboxItem> items, int unread) {}

    /** How much is unread now. */
    record Unread(int count) {}

    List<Route> all() {
        return List.of(
                Route.get("/me/inbox")
                        .needs(EDIT)
                        .summary("What the caller was told, newest first.")
                        .query("before", "only what came before the item of this id")
                        .query("limit", "1–100, 30 when absent")
                        .answers(200, InboxPage.class)
                        .handle(request -> {
                            var me = me(request);
                            var page = notify.inbox(
                                    me, request.query("before").orElse(""), request.query("limit", PAGE, 1, MOST));
                            return Response.json(new InboxPage(page, notify.unread(me)));
                        }),
                Route.post("/me/inbox/read-all")
                        .needs(EDIT)
                        .summary("Marks everything in the inbox as read.")
                        .answers(200, Unread.class)
                        .handle(request -> {
                            notify.readAll(me(request));
                            return unread(request);
                        }),
                Route.post("/me/inbox/{id}/read")
                        .needs(EDIT)
                        .summary("Marks one item as read.")
                        .answers(200, Unread.class)
                        .handle(request -> {
                            notify.read(me(request), request.path("id"));
                            return unread(request);
                        }));
    }

    private Response unread(Request request) {
        return Response.json(new Unread(notify.unread(me(request))));
    }

    private static Ref me(Request request) {
        return Personal.account(request.caller());
    }
}
