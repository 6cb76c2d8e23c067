package org.pavilion.plugin.forum;

import java.time.Instant;
import org.pavilion.api.Permission;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Request;
import org.pavilion.api.Response;

/** Where somebody who is signed in takes a seat, or gives it back. */
record SeatPage(PluginContext context, Sessions sessions, Seats seats) {
    static final Permission RESERVE = new Permission("forum:reserve");

    Response show(Request request) {
        var view = context.storage().read(h -> {
            var line = sessions.asked(h, request.path("id"));
            boolean open = line.phase(Instant.now())
                    .filter(phase -> phase != SessionLine.Phase.NEXT)
                    .isEmpty();
            return new SeatView(
                    line,
                    Programme.when(line, context.directory()),
                    seats.of(h, line),
                    seats.of(h, line.id(), request.caller().ref()),
                    open);
        });
        return Response.page(context.templates().render(request, "seat", view));
    }
}
