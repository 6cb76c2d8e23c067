package org.pavilion.server.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts the events of one topic into the order of their revs, each once, whatever order they are told
 * in. Until it is started nothing is in order: everything is held. Not thread-safe.
 */
final class Sequence {
    private static final int HELD = 1_024;

    private final TreeMap<Long, TopicEvent> held = new TreeMap<>();
    private boolean started;
    private long last;
    private long highest;

    /** Begins after {@code rev} and returns what can be told already. */
    List<TopicEvent> start(long rev) {
        started = true;
        last = rev;
        held.headMap(rev, true).clear();
        return advance();
    }

    /** Takes an event and returns those that are next in order, often just this one. */
    List<TopicEvent> offer(TopicEvent event) {
        highest = Math.max(highest, event.rev());
        if (started && event.rev() == last + 1 && held.isEmpty()) {
            last = event.rev();
            return List.of(event);
        }
        if (!started || event.rev() > last) {
            held.putIfAbsent(event.rev(), event);
            if (held.size() > HELD) {
                held.pollLastEntry(); // it is read from the log when its turn comes
            }
        }
        return started ? advance() : List.of();
    }

    private List<TopicEvent> advance() {
        var next = new ArrayList<TopicEvent>();
        while (!held.isEmpty() && held.firstKey() == last + 1) {
            next.add(held.pollFirstEntry().getValue());
            last++;
        }
        return next;
    }

    /** Whether something after {@link #last} was told already that cannot be passed on. */
    boolean hole() {
        return started && highest > last;
    }

    /** Rev of the last event in order. */
    long last() {
        return last;
    }
}
