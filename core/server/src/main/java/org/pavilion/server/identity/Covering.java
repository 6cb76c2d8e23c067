package org.pavilion.server.identity;

import org.pavilion.api.Scope;

/**
 * Whether a grant's scope covers the one that is asked for. A grant names a place by the end of its
 * path ({@code booth/b-1}) or by the whole of it, so it holds wherever the place has moved to: objects
 * have one id in the whole house.
 */
final class Covering {
    private Covering() {}

    static boolean covers(Scope held, Scope asked) {
        var place = held.path();
        var path = asked.path();
        if (place.isEmpty()) {
            return true;
        }
        int from = 0;
        while (from <= path.length() - place.length()) {
            int end = from + place.length();
            if (path.startsWith(place, from) && (end == path.length() || path.charAt(end) == '/')) {
                return true;
            }
            from = nextStep(path, from);
        }
        return false;
    }

    /** Behind the next kind and id: a step never begins between the two. */
    private static int nextStep(String path, int from) {
        int kind = path.indexOf('/', from);
        int id = kind < 0 ? -1 : path.indexOf('/', kind + 1);
        return id < 0 ? path.length() : id + 1;
    }
}
