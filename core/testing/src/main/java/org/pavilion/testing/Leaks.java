package org.pavilion.testing;

import java.util.ArrayList;
import java.util.List;
import org.pavilion.server.boot.Server;

/** Looks for what a removed plugin left behind. */
final class Leaks {
    private static final String PLUGIN_LOADER = "org.pf4j.PluginClassLoader";

    private Leaks() {}

    /** Call when no plugin runs any more. */
    static void check(Server server) {
        var found = new ArrayList<String>();
        for (var thread : Thread.getAllStackTraces().keySet()) {
            var loader = thread.getContextClassLoader();
            if (thread.isAlive()
                    && loader != null
                    && loader.getClass().getName().equals(PLUGIN_LOADER)) {
                found.add("thread " + thread.getName() + " still runs");
            }
        }
        for (var plugin : server.plugins().leaks()) {
            found.add("the class loader of plugin " + plugin + " is still reachable");
        }
        fail(found);
    }

    private static void fail(List<String> found) {
        if (!found.isEmpty()) {
            throw new AssertionError("the plugin leaks: " + String.join("; ", found));
        }
    }
}
