package org.pavilion.server.plugin;

import java.net.URLConnection;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pavilion.api.Problem;
import org.pf4j.ClassLoadingStrategy;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.DefaultPluginManager;
import org.pf4j.ExtensionFinder;
import org.pf4j.ExtensionWrapper;
import org.pf4j.Plugin;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDependency;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginState;
import org.pf4j.PluginStatusProvider;

/**
 * The class loaders, order and states of pf4j, one plugin at a time. Callers hold the host's lock:
 * pf4j is not thread-safe. Every jar has passed inspection and its dependencies run before pf4j sees
 * it, because a failed load would poison the manager for all that come after.
 */
final class Pf4j {
    /** What happens between pf4j's start and stop of one plugin. */
    interface Life {
        void start();

        void stop();
    }

    private final Map<Path, PluginJar> known = new HashMap<>();
    private final Map<String, Life> lives = new HashMap<>();
    private final Bridge bridge;

    Pf4j(Path root) {
        // A cached JarURLConnection would keep the jar's descriptor after the loader was closed.
        URLConnection.setDefaultUseCaches("jar", false);
        this.bridge = new Bridge(root);
        this.bridge.begin(known, lives);
    }

    ClassLoader load(PluginJar jar) {
        known.put(jar.file(), jar);
        try {
            bridge.loadPlugin(jar.file());
            var wrapper = bridge.getPlugin(jar.id());
            if (wrapper == null || wrapper.getPluginState() == PluginState.DISABLED) {
                throw new Problem("plugin.load", 422, "the plugin could not be loaded");
            }
            return wrapper.getPluginClassLoader();
        } catch (PluginRuntimeException e) {
            unload(jar.id());
            throw new Problem("plugin.load", 422, "the plugin could not be loaded: " + e.getMessage()).causedBy(e);
        } finally {
            known.remove(jar.file());
        }
    }

    /** Throws what {@link Life#start} threw. */
    void start(String id, Life life) {
        lives.put(id, life);
        var state = bridge.startPlugin(id);
        if (state != PluginState.STARTED) {
            var failure = bridge.getPlugin(id).getFailedException();
            if (failure instanceof PluginRuntimeException && failure.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw new Problem("plugin.start-failed", 422, "the plugin could not be started")
                    .causedBy(failure == null ? new IllegalStateException(state.toString()) : failure);
        }
    }

    /** Stops if it runs, unloads and closes the jar; never throws. */
    void unload(String id) {
        if (bridge.getPlugin(id) != null) {
            bridge.unloadPlugin(id);
        }
        lives.remove(id);
    }

    private static final class Bridge extends DefaultPluginManager {
        private Map<Path, PluginJar> known = Map.of();
        private Map<String, Life> lives = Map.of();
        private final ClassLoader spi = new SpiLoader(Pf4j.class.getClassLoader());

        Bridge(Path root) {
            super(root);
        }

        /** The super constructor already calls the factory methods; they read these fields only later. */
        void begin(Map<Path, PluginJar> jars, Map<String, Life> byId) {
            known = jars;
            lives = byId;
            setResolveRecoveryStrategy(ResolveRecoveryStrategy.IGNORE_PLUGIN_AND_CONTINUE);
        }

        @Override
        protected PluginDescriptorFinder createPluginDescriptorFinder() {
            return new PluginDescriptorFinder() {
                @Override
                public boolean isApplicable(Path path) {
                    return known.containsKey(path);
                }

                @Override
                public PluginDescriptor find(Path path) {
                    return descriptor(known.get(path));
                }
            };
        }

        private static PluginDescriptor descriptor(@org.jspecify.annotations.Nullable PluginJar jar) {
            if (jar == null) {
                throw new PluginRuntimeException("not inspected");
            }
            var m = jar.manifest();
            var descriptor =
                    new DefaultPluginDescriptor(m.id(), "", m.pluginClass(), m.version(), "*", "", m.licence());
            m.requires()
                    .plugins()
                    .forEach((id, range) -> descriptor.addDependency(new PluginDependency(id + "@" + range)));
            return descriptor;
        }

        @Override
        protected PluginLoader createPluginLoader() {
            return new PluginLoader() {
                @Override
                public boolean isApplicable(Path path) {
                    return true;
                }

                @Override
                public ClassLoader loadPlugin(Path path, PluginDescriptor descriptor) {
                    // Application before plugin, and no look into the loaders of dependencies.
                    var order = new ClassLoadingStrategy(
                            List.of(ClassLoadingStrategy.Source.APPLICATION, ClassLoadingStrategy.Source.PLUGIN));
                    var loader = new PluginClassLoader(Bridge.this, descriptor, spi, order);
                    loader.addFile(path.toFile());
                    return loader;
                }
            };
        }

        @Override
        protected PluginFactory createPluginFactory() {
            return wrapper -> new Hosted(lives, wrapper.getPluginId());
        }

        @Override
        protected ExtensionFinder createExtensionFinder() {
            return new NoExtensions();
        }

        @Override
        protected PluginStatusProvider createPluginStatusProvider() {
            return new DesiredElsewhere();
        }
    }

    /** pf4j's view of a plugin: nothing in it leads back to the plugin's classes after unload. */
    private static final class Hosted extends Plugin {
        private final Map<String, Life> lives;
        private final String id;

        Hosted(Map<String, Life> lives, String id) {
            this.lives = lives;
            this.id = id;
        }

        // pf4j lets Errors escape and leaves its lists half changed; only its own exception is handled cleanly.
        @Override
        public void start() {
            try {
                life().start();
            } catch (Throwable e) {
                throw new PluginRuntimeException(e, "cannot start {}", id);
            }
        }

        @Override
        public void stop() {
            try {
                life().stop();
            } catch (Throwable e) {
                throw new PluginRuntimeException(e, "cannot stop {}", id);
            }
        }

        private Life life() {
            var life = lives.get(id);
            if (life == null) {
                throw new IllegalStateException("no life for " + id);
            }
            return life;
        }
    }

    /** Plugins register in {@code start}; pf4j's extension index stays empty. */
    private static final class NoExtensions implements ExtensionFinder {
        @Override
        public <T> List<ExtensionWrapper<T>> find(Class<T> type) {
            return List.of();
        }

        @Override
        public <T> List<ExtensionWrapper<T>> find(Class<T> type, String pluginId) {
            return List.of();
        }

        @Override
        @SuppressWarnings("rawtypes") // pf4j's signature
        public List<ExtensionWrapper> find(String pluginId) {
            return List.of();
        }

        @Override
        public Set<String> findClassNames(String pluginId) {
            return Set.of();
        }
    }

    /** What should run is decided by the database, not by pf4j's text files. */
    private static final class DesiredElsewhere implements PluginStatusProvider {
        @Override
        public boolean isPluginDisabled(String pluginId) {
            return false;
        }

        @Override
        public void disablePlugin(String pluginId) {
            throw new UnsupportedOperationException(pluginId);
        }

        @Override
        public void enablePlugin(String pluginId) {
            throw new UnsupportedOperationException(pluginId);
        }
    }
}
