package org.pavilion.server.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.pavilion.api.Caller;
import org.pavilion.api.Problem;

/** A log in memory that keeps the contract of a feature's log: written first, told afterwards. */
final class Diary implements TopicSource {
    static final String EPOCH = "e1";

    final AtomicInteger reads = new AtomicInteger();
    final Map<String, String> states = new ConcurrentHashMap<>();
    volatile Supplier<Tick> tick = () -> Tick.NONE;
    volatile boolean presence;
    private final List<TopicEvent> events = new ArrayList<>();

    /** Commits an event and returns it, to be told. */
    synchronized TopicEvent write(String payload) {
        var event = new TopicEvent(events.size() + 1L, "test.said", payload);
        events.add(event);
        return event;
    }

    TopicEvent write(int number) {
        return write("{\"n\":" + number + "}");
    }

    @Override
    public Set<String> admit(Caller caller, String topic) {
        if (topic.equals("room:secret")) {
            throw new Problem("access.denied", 403, "You may not listen here");
        }
        return Set.of("test.say");
    }

    @Override
    public synchronized Position head(String topic) {
        return new Position(EPOCH, events.size());
    }

    @Override
    public synchronized List<TopicEvent> read(String topic, long afterRev, int limit) {
        reads.incrementAndGet();
        int from = (int) Math.min(afterRev, events.size());
        return List.copyOf(events.subList(from, Math.min(events.size(), from + limit)));
    }

    @Override
    public Map<String, String> state(String topic) {
        return states;
    }

    @Override
    public Tick tick(String topic) {
        return tick.get();
    }

    @Override
    public boolean presence() {
        return presence;
    }
}
