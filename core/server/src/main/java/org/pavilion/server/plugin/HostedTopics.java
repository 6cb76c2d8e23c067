package org.pavilion.server.plugin;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.pavilion.api.Access;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Scope;
import org.pavilion.api.Topics;
import org.pavilion.server.json.Json;
import org.pavilion.server.realtime.Broadcast;
import org.pavilion.server.realtime.Realtime;

/** Topics as one plugin sees them: below its own name, and gone with it. */
final class HostedTopics implements Topics, AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");
    private static final Pattern EVENT = Pattern.compile("[a-z][a-z0-9-]{0,60}");
    private static final int LONGEST = 8 * 1024;
    private static final int MOST_KEYS = 100;

    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Realtime realtime;
    private final Access access;
    private final Json json;
    private final Doorway doorway;
    private volatile boolean closed;

    HostedTopics(Realtime realtime, Access access, Json json, Doorway doorway) {
        this.realtime = realtime;
        this.access = access;
        this.json = json;
        this.doorway = doorway;
    }

    @Override
    public Topic open(String name, Permission needs) {
        doorway.alive();
        named(NAME, name);
        var topic = open.computeIfAbsent(
                name,
                fresh -> new Open(realtime.broadcast(
                        "plugin:" + doorway.info().id() + ":" + fresh,
                        caller -> access.require(caller, needs, Scope.EXPO))));
        if (closed) {
            close(); // the plugin was stopped in between
        }
        return topic;
    }

    private static void named(Pattern pattern, String name) {
        if (!pattern.matcher(name).matches()) {
            throw Problem.invalid("", "not a name here: " + name);
        }
    }

    private final class Open implements Topic {
        private final Broadcast broadcast;
        private final Set<String> keys = ConcurrentHashMap.newKeySet();

        Open(Broadcast broadcast) {
            this.broadcast = broadcast;
        }

        @Override
        public void publish(String event, Record message) {
            doorway.alive();
            named(EVENT, event);
            broadcast.publish(doorway.info().id() + "." + event, text(message));
        }

        @Override
        public void state(String key, Record latest) {
            doorway.alive();
            named(NAME, key);
            if (keys.add(key) && keys.size() > MOST_KEYS) {
                keys.remove(key);
                throw Problem.invalid("", "a topic has at most " + MOST_KEYS + " keys");
            }
            broadcast.state(key, text(latest));
        }

        @Override
        public int listeners() {
            doorway.alive();
            return broadcast.listeners();
        }
    }

    private String text(Record value) {
        var bytes = json.bytes(value);
        if (bytes.length > LONGEST) {
            throw new Problem("request.too-large", 413, "a message has at most 8 KiB");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Ends them all; whoever listens is told. */
    @Override
    public void close() {
        closed = true;
        open.values().forEach(topic -> topic.broadcast.close());
        open.clear();
    }
}
