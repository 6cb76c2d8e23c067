package org.pavilion.server.notify;

import java.util.Map;
import java.util.TreeMap;

/**
 * How somebody wants to be told.
 *
 * @param digest one mail a day, when there is something to say
 * @param ways by kind of notice, where they chose
 */
public record Wish(boolean digest, Map<String, Way> ways) {
    /** Of those who never chose: no mail at all. */
    public static final Wish NONE = new Wish(false, Map.of());

    public Wish {
        var chosen = new TreeMap<>(ways);
        chosen.values().removeIf(way -> way == Way.DIGEST);
        ways = Map.copyOf(chosen);
    }

    /** How they hear of a kind. */
    public Way of(String kind) {
        return ways.getOrDefault(kind, Way.DIGEST);
    }

    /** The same without any mail. */
    Wish quiet() {
        var left = new TreeMap<>(ways);
        left.replaceAll((kind, way) -> way == Way.MAIL ? Way.INBOX : way);
        return new Wish(false, left);
    }
}
