package org.pavilion.server.http.page;

import java.util.List;
import org.pavilion.server.http.CorePage;
import org.pavilion.server.http.HttpParts;
import org.pavilion.server.http.PageTools;

/** The pages of the house itself. */
public final class HousePages {
    private HousePages() {}

    public static List<CorePage> of(HttpParts parts, PageTools tools) {
        return List.of();
    }
}
