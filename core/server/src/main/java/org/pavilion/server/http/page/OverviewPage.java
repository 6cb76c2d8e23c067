package org.pavilion.server.http.page;

import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.server.http.HttpParts;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.plugin.Phase;

/** The organiser's first page: how the expo is doing now. */
final class OverviewPage {
    private static final int MISSES = 8;

    private final HttpParts house;
    private final PageTools tools;

    OverviewPage(HttpParts house, PageTools tools) {
        this.house = house;
        this.tools = tools;
    }

    Response show(Request request) {
        var states = house.plugins().states();
        var model = new Overview(
                states.stream().filter(each -> each.phase() == Phase.RUNNING).count(),
                states.stream().filter(each -> faulty(each.phase())).count(),
                house.search().status().documents(),
                house.search().missed().stream().limit(MISSES).toList());
        return Response.page(tools.render(request, "overview", model));
    }

    private static boolean faulty(Phase phase) {
        return switch (phase) {
            case FAILED, DEGRADED, INCOMPATIBLE -> true;
            case ABSENT, INSTALLED, STARTING, RUNNING, DRAINING, STOPPED -> false;
        };
    }
}
