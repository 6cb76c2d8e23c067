package org.pavilion.server.plugin;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Plugin;
import org.pavilion.api.PluginInfo;
import org.pavilion.api.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One plugin between load and unload: its context, its instance, and the order of start and stop. */
final class Running implements Pf4j.Life {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PluginJar jar;
    private final Limits limits;
    private final Doorway doorway;
    private final HostedContext context;
    private final Mount mount;
    private final WeakReference<ClassLoader> reference;
    private @Nullable ClassLoader loader;
    private @Nullable Plugin plugin;
    private boolean ended;

    /** How long plugins may take, and the clock of their circuits; tests shorten it. */
    record Limits(Duration start, Duration drain, LongSupplier nanos) {
        static final Limits STANDARD = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(5), System::nanoTime);
    }

    /** {@code strict}: a write that changes rows and appends no event fails, as its author should know early. */
    Running(
            PluginPorts ports,
            PluginJar jar,
            ClassLoader loader,
            Supplier<Map<String, Object>> settings,
            boolean strict,
            Limits limits) {
        this.jar = jar;
        this.limits = limits;
        this.loader = loader;
        this.reference = new WeakReference<>(loader);
        var m = jar.manifest();
        this.doorway = new Doorway(new PluginInfo(m.id(), m.version(), m.tablePrefix(), m.name()), loader);
        this.context = new HostedContext(ports, jar, doorway, settings, strict);
        this.mount = context.mount(new Circuit(limits.nanos()));
    }

    Mount mount() {
        return mount;
    }

    PluginJar jar() {
        return jar;
    }

    HostedContext context() {
        return context;
    }

    WeakReference<ClassLoader> reference() {
        return reference;
    }

    @Override
    public void start() {
        var own = loader;
        try {
            Deadline.run("start of " + jar.id(), limits.start(), own, () -> {
                var made = create(own);
                plugin = made;
                doorway.<Boolean, Exception>asPlugin(() -> {
                    made.start(context);
                    return true;
                });
            });
            doorway.open();
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private Plugin create(@Nullable ClassLoader own) throws Exception {
        var name = jar.manifest().pluginClass();
        var type = Class.forName(name, true, own);
        if (type.getClassLoader() != own) {
            throw new Problem("plugin.load", 422, name + " was not loaded from the plugin's own jar");
        }
        if (!Plugin.class.isAssignableFrom(type)) {
            throw new Problem("plugin.class", 422, name + " does not implement " + Plugin.class.getName());
        }
        try {
            return (Plugin) type.getConstructor().newInstance();
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause && !(cause instanceof ReflectiveOperationException)
                    ? new IllegalStateException("the constructor threw " + cause, cause)
                    : e;
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw new Problem(
                            "plugin.class", 422, name + " must be public with a public constructor without parameters")
                    .causedBy(e);
        }
    }

    /** A sentence for the organiser; the stack goes to the log, once. */
    private Problem failed(Throwable e) {
        LOG.warn("plugin {} {} failed to start", jar.id(), jar.manifest().version(), e);
        return switch (e) {
            case Problem p -> p;
            case ExceptionInInitializerError x ->
                new Problem(
                        "plugin.start-failed", 422, "start threw " + sentence(x.getCause() == null ? x : x.getCause()));
            case LinkageError x ->
                new Problem("plugin.incompatible", 422, "a class or member is missing: " + x.getMessage());
            default -> new Problem("plugin.start-failed", 422, "start threw " + sentence(e));
        };
    }

    private static String sentence(Throwable e) {
        var message = e.getMessage();
        var name = e.getClass().getSimpleName();
        return message == null
                ? name
                : name + ": " + (message.length() > 300 ? message.substring(0, 300) + "…" : message);
    }

    /** The second to last steps of the stop; the mount is unpublished already. Never throws. */
    @Override
    public void stop() {
        if (ended) {
            return;
        }
        ended = true;
        var id = jar.id();
        doorway.gate().close();
        int interrupted = doorway.gate().drain(limits.drain());
        if (interrupted > 0) {
            LOG.warn("{} calls of plugin {} were interrupted", interrupted, id);
        }
        quietly("withdrawing " + id, context::withdraw);
        var own = plugin;
        quietly("resources of " + id, () -> bounded("closing of " + id, context::closeResources));
        if (own != null) {
            quietly("stop of " + id, () -> bounded("stop of " + id, own::stop));
        }
        quietly("storage of " + id, context::end);
        mount.drop();
        plugin = null;
        loader = null;
    }

    private void bounded(String name, Deadline.Work work) throws Exception {
        try {
            Deadline.run(name, PATIENCE, loader, work);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** A step that fails is logged; the steps after it are taken all the same. */
    private static void quietly(String what, Deadline.Work step) {
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | Error e) {
            LOG.warn("{} failed", what, e);
        }
    }
}
