package org.pavilion.server.realtime;

import java.util.HashMap;
import java.util.Map;

/**
 * The quickly changing part of a topic at one moment. Values are JSON.
 *
 * @param counters absolute values by key; only those that changed are sent, all of them to newcomers
 * @param passing what is shown once and gone, such as this tick's danmaku; nobody gets it later
 */
public record Tick(Map<String, String> counters, Map<String, String> passing) {
    /** Nothing to tell. */
    public static final Tick NONE = new Tick(Map.of(), Map.of());

    public Tick {
        counters = Map.copyOf(counters);
        passing = Map.copyOf(passing);
    }

    /** With one more counter, unless it is there. */
    Tick withMissing(String key, String json) {
        if (counters.containsKey(key)) {
            return this;
        }
        var more = new HashMap<>(counters);
        more.put(key, json);
        return new Tick(more, passing);
    }
}
