package org.pavilion.server.http;

import java.util.List;
import java.util.regex.Pattern;

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

    /** What is one person's in a live room: its desk, and what they ask and vote in its hall. */
    private static final Pattern OF_ROOM = Pattern.compile("/live/[^/]+/(desk|runner|hall)(/.*)?");

    private PrivateArea() {}

    /** @param path of the site, without language prefix */
    static boolean holds(String path) {
        return OF_ROOM.matcher(path).matches()
                || ROOTS.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }
}
