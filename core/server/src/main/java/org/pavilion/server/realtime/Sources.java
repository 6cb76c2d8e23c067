package org.pavilion.server.realtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.pavilion.api.Problem;

/** Which feature owns which topics: one name alone ({@code ui}), or all behind a prefix ({@code room:}). */
final class Sources {
    /** Also what makes it safe to write a topic's name into a frame as it is. */
    private static final Pattern TOPIC = Pattern.compile("[a-z][a-z0-9-]{0,40}(:[A-Za-z0-9._-]{1,130}){0,3}");

    private final Map<String, TopicSource> sources = new ConcurrentHashMap<>();

    /** @param name a topic, or a prefix when it ends with a colon */
    void add(String name, TopicSource source) {
        if (sources.putIfAbsent(name, source) != null) {
            throw new IllegalStateException("topics " + name + " are served already");
        }
    }

    void remove(String name, TopicSource source) {
        sources.remove(name, source);
    }

    TopicSource of(String topic) {
        if (TOPIC.matcher(topic).matches()) {
            var exact = sources.get(topic);
            if (exact != null) {
                return exact;
            }
            var prefixed = sources.get(topic.substring(0, topic.indexOf(':') + 1));
            if (prefixed != null) {
                return prefixed;
            }
        }
        throw new Problem("protocol.unknown-topic", 404, "There is no such topic");
    }
}
