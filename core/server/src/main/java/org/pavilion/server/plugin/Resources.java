package org.pavilion.server.plugin;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a plugin handed over to be closed with it, last one first. */
final class Resources {
    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

    private final Deque<AutoCloseable> all = new ArrayDeque<>();

    synchronized void add(AutoCloseable resource) {
        all.push(resource);
    }

    /** A resource that fails to close does not keep the others open. */
    void closeAll(String plugin) {
        for (AutoCloseable each; (each = next()) != null; ) {
            try {
                each.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception | Error e) {
                LOG.warn("a resource of plugin {} did not close", plugin, e);
            }
        }
    }

    private synchronized @org.jspecify.annotations.Nullable AutoCloseable next() {
        return all.poll();
    }
}
