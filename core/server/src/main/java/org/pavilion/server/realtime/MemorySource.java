package org.pavilion.server.realtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.pavilion.api.Caller;

/** The truth of a {@link Broadcast}, as long as the process lives. */
final class MemorySource implements TopicSource, Broadcast {
    private final String topic;
    private final Consumer<Caller> admission;
    private final Channels channels;
    private final String epoch = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> state = new LinkedHashMap<>();
    private long rev;

    /** @param admission throws for those who may not listen */
    MemorySource(String topic, Consumer<Caller> admission, Channels channels) {
        this.topic = topic;
        this.admission = admission;
        this.channels = channels;
    }

    @Override
    public void publish(String event, String payload) {
        long next;
        synchronized (this) {
            next = ++rev;
        }
        channels.publish(topic, new TopicEvent(next, event, payload));
    }

    /** Held while the channel is told, so that the last one told is the last one set. */
    @Override
    public synchronized void state(String key, String value) {
        state.put(key, value);
        channels.state(topic, key, value);
    }

    @Override
    public int listeners() {
        return channels.listeners(topic);
    }

    @Override
    public void close() {
        channels.sources().remove(topic, this);
        channels.end(this, "topic.closed");
    }

    @Override
    public Set<String> admit(Caller caller, String name) {
        admission.accept(caller);
        return Set.of();
    }

    @Override
    public synchronized Position head(String name) {
        return new Position(epoch, rev);
    }

    @Override
    public List<TopicEvent> read(String name, long afterRev, int limit) {
        return List.of();
    }

    @Override
    public synchronized Map<String, String> state(String name) {
        return Map.copyOf(state);
    }

    @Override
    public boolean presence() {
        return false;
    }
}
