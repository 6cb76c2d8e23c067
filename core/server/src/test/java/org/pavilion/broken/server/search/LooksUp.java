package org.pavilion.broken.server.search;

/** Breaks rule 4: search uses http, three floors above, and http uses search. */
public final class LooksUp {
    private LooksUp() {}

    static String page() {
        return org.pavilion.broken.server.http.LooksDown.page();
    }
}
