package org.pavilion.plugin.forum;

import java.util.List;
import org.pavilion.api.Listing;

/** The programme as the home page shows it; {@code path} leads to all of it. */
public record HomeView(String path, boolean open, List<Entry> sessions) {

    /** One session as the list shows it, with its page. */
    public record Entry(Listing.Row row, String path) {}
}
