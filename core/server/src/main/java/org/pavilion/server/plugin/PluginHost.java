package org.pavilion.server.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Problem;
import org.pavilion.api.Route;
import org.pavilion.server.settings.ServerSettings;

/**
 * Installs, starts, updates, stops and removes plugins while the house is open. Request threads only
 * see immutable mounts; one plugin's failure never touches another.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class PluginHost implements AutoCloseable {
    public PluginHost(PluginPorts ports, ServerSettings settings) {}

    /** Installs or updates the bundled jars and starts everything that is wanted, in order of dependencies. */
    public void startBundled() {
        throw new UnsupportedOperationException();
    }

    public Optional<Mount> mount(String id) {
        return Optional.empty();
    }

    /** The mount that owns the pages below {@code /<firstSegment>}. */
    public Optional<Mount> page(String firstSegment) {
        return Optional.empty();
    }

    /** Running plugins by id. */
    public List<Mount> mounts() {
        return List.of();
    }

    /** The parts of all plugins for a slot, by order, then plugin id. */
    public List<Part> parts(String slot) {
        return List.of();
    }

    /** What to answer when {@link #mount} is empty: 404, or 503 while it is being updated. */
    public Problem absent(String id) {
        throw new UnsupportedOperationException();
    }

    /** A file of {@code ui/}, also of a version that was replaced within the last 24 hours. */
    public Optional<Asset> asset(String id, String assetVersion, String file) {
        return Optional.empty();
    }

    /** Installs, or updates when the id exists. Throws {@link Problem} when that version does not run afterwards. */
    public PluginState install(Path jar) {
        throw new UnsupportedOperationException();
    }

    public PluginState start(String id) {
        throw new UnsupportedOperationException();
    }

    public PluginState stop(String id) {
        throw new UnsupportedOperationException();
    }

    /** Returns to the version that ran before. */
    public PluginState rollback(String id) {
        throw new UnsupportedOperationException();
    }

    /** Removes the plugin and keeps its data. */
    public void uninstall(String id) {
        throw new UnsupportedOperationException();
    }

    /** Removes the plugin with its tables. */
    public void purge(String id) {
        throw new UnsupportedOperationException();
    }

    public List<PluginState> states() {
        return List.of();
    }

    public List<Route> routes() {
        return List.of();
    }

    /** Runs the listener after each mount and unmount. */
    public void onChange(Runnable listener) {}

    @Override
    public void close() {}
}
