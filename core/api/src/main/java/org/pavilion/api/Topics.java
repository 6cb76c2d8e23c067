package org.pavilion.api;

/**
 * Messages of one plugin to the pages that are open right now. The host owns sockets, numbering,
 * repeats after a lost connection and the fate of slow readers; the plugin only says what happened.
 *
 * <pre>{@code
 * var wall = context.topics().open("wall", new Permission("guestbook:read"));
 * wall.publish("signed", new Signed(id, text));   // after the commit, never inside write
 * wall.state("count", new Count(311));
 * }</pre>
 *
 * A page hears it as topic {@code plugin:guestbook:wall} through {@code socket.subscribe} of {@code
 * @pavilion/ui}. Messages are kept in memory alone: who comes later, or after a restart, sees the
 * state and what is published from then on, so the truth belongs into the plugin's tables.
 */
@Preview
public interface Topics {

    /**
     * Opens a topic of this plugin; the same name twice is the same topic. Ends with the plugin.
     *
     * @param name {@code [a-z][a-z0-9-]{0,40}}, else {@code request.invalid} (422)
     * @param needs the right to listen, {@link Permission#PUBLIC} for everybody
     */
    Topic open(String name, Permission needs);

    /** One stream of messages and its state. Any thread; returns at once, whatever readers do. */
    interface Topic {

        /**
         * Sends the message to everybody who listens.
         *
         * @param event {@code [a-z][a-z0-9-]{0,60}}; pages hear it as {@code <plugin>.<event>}
         * @param message at most 8 KiB of JSON, else {@code request.too-large} (413)
         */
        void publish(String event, Record message);

        /**
         * Sets a key that newcomers get too: the last value wins.
         *
         * @param key {@code [a-z][a-z0-9-]{0,40}}, at most 100 of them, else {@code request.invalid}
         * @param latest at most 8 KiB of JSON, else {@code request.too-large} (413)
         */
        void state(String key, Record latest);

        /** Connections that listen now. */
        int listeners();
    }
}
