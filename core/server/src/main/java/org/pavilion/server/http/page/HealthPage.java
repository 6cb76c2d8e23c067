package org.pavilion.server.http.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.pavilion.api.Permission;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.server.http.HealthSign;
import org.pavilion.server.http.PageTools;

/** How the house does, in sentences, with what mends it. */
final class HealthPage {
    static final Permission NEEDS = new Permission("health:read");

    private final Supplier<List<HealthSign>> signs;
    private final Supplier<String> mark;
    private final PageTools tools;

    HealthPage(Supplier<List<HealthSign>> signs, Supplier<String> mark, PageTools tools) {
        this.signs = signs;
        this.mark = mark;
        this.tools = tools;
    }

    Response show(Request request) {
        var worstFirst = signs.get().stream()
                .sorted(Comparator.comparing(HealthSign::level))
                .toList();
        return Response.page(tools.render(request, "health", new HealthDesk(Instant.now(), worstFirst, mark.get())));
    }
}
