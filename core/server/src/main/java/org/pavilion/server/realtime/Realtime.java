package org.pavilion.server.realtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pavilion.api.Permission;

/** The house's one socket endpoint: features serve topics and commands here, pages subscribe. */
public final class Realtime implements AutoCloseable {
    private final Map<String, TopicSource> sources = new ConcurrentHashMap<>();
    private final Map<String, Registered<?>> commands = new ConcurrentHashMap<>();

    private record Registered<T extends Record>(Class<T> takes, Permission needs, Command<T> command) {}

    /** Topics that begin with the prefix ({@code room:}) are those of the source. */
    public void serve(String prefix, TopicSource source) {
        if (sources.putIfAbsent(prefix, source) != null) {
            throw new IllegalStateException("topics " + prefix + " are served already");
        }
    }

    /** Lets clients ask for {@code name} ({@code chat.send}). */
    public <T extends Record> void command(String name, Class<T> takes, Permission needs, Command<T> command) {
        if (commands.putIfAbsent(name, new Registered<>(takes, needs, command)) != null) {
            throw new IllegalStateException("command " + name + " exists already");
        }
    }

    /** The topic of that name, to tell its listeners something. */
    public Topic topic(String name) {
        return new Topic() {
            @Override
            public void publish(long rev, String event, String payload) {
                // Nobody can listen before the endpoint is open.
            }

            @Override
            public void state(String key, String value) {
                // Nobody can listen before the endpoint is open.
            }

            @Override
            public int listeners() {
                return connections(name);
            }
        };
    }

    /** Connections that listen to the topic now, on this node. */
    public int connections(String topic) {
        return 0;
    }

    @Override
    public void close() {
        sources.clear();
        commands.clear();
    }
}
