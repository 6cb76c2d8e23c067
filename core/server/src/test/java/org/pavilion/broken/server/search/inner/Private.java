package org.pavilion.broken.server.search.inner;

/** Used by http, which breaks rule 6: a sub-package belongs to its feature. */
public final class Private {
    private Private() {}

    public static String word() {
        return org.pavilion.broken.server.search.LooksUp.class.getName();
    }
}
