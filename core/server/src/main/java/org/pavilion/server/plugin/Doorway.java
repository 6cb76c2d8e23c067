package org.pavilion.server.plugin;

import org.jspecify.annotations.Nullable;
import org.pavilion.api.PluginInfo;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.storage.Actors;
import org.slf4j.MDC;

/**
 * Every way between the house and one plugin's code: sets the context class loader and the log's
 * stamp around each call in, and refuses each call out after the plugin stopped.
 */
final class Doorway {
    static final int CALLS = 64;
    private static final String STAMP = "plugin";

    private enum Stage {
        STARTING,
        OPEN,
        STOPPED
    }

    private final PluginInfo info;
    private final Ref actor;
    private final Gate gate = new Gate(CALLS);
    private volatile @Nullable ClassLoader loader;
    private volatile Stage stage = Stage.STARTING;

    @FunctionalInterface
    interface Work<T extends @Nullable Object, X extends Throwable> {
        T run() throws X;
    }

    Doorway(PluginInfo info, ClassLoader loader) {
        this.info = info;
        this.loader = loader;
        this.actor = new Ref("plugin", info.id());
    }

    PluginInfo info() {
        return info;
    }

    Gate gate() {
        return gate;
    }

    /** A call on a request's thread: counted, limited, and waited for at stop. */
    <T extends @Nullable Object, X extends Throwable> T enter(Work<T, X> work) throws X {
        var pass = gate.enter();
        try {
            return within(work);
        } finally {
            pass.close();
        }
    }

    /** A call whose thread the owner of the feature joins when the plugin is withdrawn. */
    <T extends @Nullable Object, X extends Throwable> T within(Work<T, X> work) throws X {
        var own = loader;
        if (own == null) {
            throw Gate.stopped();
        }
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(own);
        MDC.put(STAMP, info.id() + "@" + info.version());
        try {
            return work.run();
        } finally {
            MDC.remove(STAMP);
            thread.setContextClassLoader(before);
        }
    }

    /** Like {@link #within}, in the plugin's own name: for listeners and tasks, which no caller asked for. */
    <T extends @Nullable Object, X extends Exception> T asPlugin(Work<T, X> work) throws X {
        return Actors.<T, X>as(actor, () -> within(work));
    }

    /** Something obtained from the context is used. */
    void alive() {
        if (stage == Stage.STOPPED) {
            throw Gate.stopped();
        }
    }

    /** Something is registered, which only {@code start} may do. */
    void registering() {
        alive();
        if (stage != Stage.STARTING) {
            throw new Problem("plugin.late", 500, "a plugin registers what it offers while start runs, not later");
        }
    }

    void open() {
        stage = Stage.OPEN;
    }

    /** From here on nothing of the plugin is reachable through this object. */
    void stopped() {
        stage = Stage.STOPPED;
        gate.close();
        loader = null;
    }

    Problem undeclared(String what, String name) {
        return new Problem(
                "plugin.undeclared",
                500,
                "plugin " + info.id() + " uses the " + what + " " + name + " without declaring it in plugin.json");
    }

    void declared(boolean holds, String what, String name) {
        if (!holds) {
            throw undeclared(what, name);
        }
    }
}
