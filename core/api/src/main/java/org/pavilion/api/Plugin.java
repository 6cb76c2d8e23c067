package org.pavilion.api;

/**
 * What an organiser installs: a board, a feature, an integration. Register everything in
 * {@link #start}; the host withdraws it again at stop, in reverse order.
 *
 * <pre>{@code
 * public final class Guestbook implements Plugin {
 *   record Entry(String text) {}
 *   record Receipt(String id) {}
 *
 *   public void start(PluginContext context) {
 *     context.routes().add(Route.post("/entries").needs(new Permission("guestbook:sign"))
 *         .takes(Entry.class).answers(200, Receipt.class).handle(request -> …));
 *   }
 * }
 * }</pre>
 *
 * <p>The class named in the manifest must be public with a public constructor without parameters.
 */
@Stable
public interface Plugin {

    /**
     * Registers routes, pages, sources and listeners. Runs on a thread of its own under a deadline
     * of 10 seconds, after the plugin's migrations. Anything thrown leaves the plugin FAILED and
     * everything it registered withdrawn.
     */
    void start(PluginContext context) throws Exception;

    /** Called after everything from the context was withdrawn; 5 seconds. Most plugins need none. */
    default void stop() throws Exception {}
}
