package org.pavilion.server.http.page;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.pavilion.api.Permission;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.server.http.HttpParts;
import org.pavilion.server.http.PageTools;

/** The organiser's first page: how the expo is doing now. */
final class OverviewPage {
    static final Permission NEEDS = new Permission("statistics:read");

    private static final int LISTED = 8;
    private static final int ROOMS = 6;
    private static final Set<String> SOON = Set.of("live", "paused", "lobby", "scheduled");

    private final HttpParts house;
    private final ApprovalsPage approvals;
    private final Supplier<Map<String, Long>> figures;
    private final PageTools tools;

    OverviewPage(HttpParts house, ApprovalsPage approvals, Supplier<Map<String, Long>> figures, PageTools tools) {
        this.house = house;
        this.approvals = approvals;
        this.figures = figures;
        this.tools = tools;
    }

    Response show(Request request) {
        var now = Instant.now();
        var begin = house.today();
        var backups = house.upkeep().backups().state();
        var model = new Overview(
                figures.get(),
                approvals.waiting(request),
                house.search().status().documents(),
                house.counters().day(begin),
                house.live().states().stream()
                        .filter(each -> SOON.contains(each.card().phase()))
                        .limit(ROOMS)
                        .toList(),
                house.search().asked(begin, false, LISTED),
                house.search().asked(begin, true, LISTED),
                backups.last(),
                backups.trouble().isPresent() || backups.last().isEmpty(),
                house.overviewMark(),
                now);
        return Response.page(tools.render(request, "overview", model));
    }
}
