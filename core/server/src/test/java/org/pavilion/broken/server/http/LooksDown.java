package org.pavilion.broken.server.http;

/** Closes the cycle that breaks rule 4, and is public without being an entry: rule 6. */
public final class LooksDown {
    private LooksDown() {}

    public static String page() {
        return org.pavilion.broken.server.search.inner.Private.word();
    }
}
