package org.pavilion.server.realtime;

/**
 * One stream of events and its state, as the feature that owns it tells the listeners. Costs a map
 * look-up while nobody listens. Every method may be called from any thread and returns at once.
 */
public interface Topic {

    /**
     * Tells an event after its commit. Revs are consecutive within the epoch; those told early wait
     * for the ones before, and a hole that stays is read from {@link TopicSource#read}.
     *
     * @param payload compact JSON
     */
    void publish(long rev, String name, String payload);

    /** Sets one state key to JSON: the last value wins, and nobody who listens misses it for good. */
    void state(String key, String value);

    /** Connections that listen here now, on this node. */
    int listeners();
}
