package org.pavilion.server.http;

import java.util.List;

/** The pages that belong to whoever is signed in: never shared, never indexed, with a style of their own. */
final class PrivateArea {
    private static final List<String> ROOTS = List.of(
            "/organiser",
            "/moderation",
            "/standing",
            "/me",
            "/setup",
            "/sign-in",
            "/sign-up",
            "/forgot",
            "/reset",
            "/invited",
            "/confirm");

    private PrivateArea() {}

    /** @param path of the site, without language prefix */
    static boolean holds(String path) {
        return ROOTS.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }
}
