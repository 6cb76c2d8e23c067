package org.pavilion.server.realtime;

/**
 * A topic without a log: it is numbered and remembered in memory, under an epoch of its own, and
 * those who were away get its state instead of what they missed.
 */
public interface Broadcast extends AutoCloseable {

    /**
     * Tells everybody who listens.
     *
     * @param payload compact JSON
     */
    void publish(String event, String payload);

    /**
     * Sets a key that newcomers get too; the last value wins.
     *
     * @param value JSON
     */
    void state(String key, String value);

    int listeners();

    /** Ends the topic and tells its listeners {@code topic.closed}. */
    @Override
    void close();
}
