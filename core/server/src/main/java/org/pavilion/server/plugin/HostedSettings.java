package org.pavilion.server.plugin;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.pavilion.api.Settings;
import org.pavilion.server.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings as one plugin sees them: stored values, with the manifest's defaults filled in. */
final class HostedSettings implements Settings {
    private static final Logger LOG = LoggerFactory.getLogger(HostedSettings.class);

    private final Supplier<java.util.Map<String, Object>> values;
    private final Json json;
    private final Doorway doorway;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    HostedSettings(Supplier<java.util.Map<String, Object>> values, Json json, Doorway doorway) {
        this.values = values;
        this.json = json;
        this.doorway = doorway;
    }

    @Override
    public <T extends Record> T read(Class<T> type) {
        doorway.alive();
        return json.convert(values.get(), type);
    }

    @Override
    public void onChange(Runnable listener) {
        doorway.alive();
        listeners.add(listener);
    }

    /** Tells the plugin; what its listeners throw changes nothing. */
    void changed() {
        for (var listener : listeners) {
            try {
                doorway.enter(() -> {
                    listener.run();
                    return true;
                });
            } catch (RuntimeException | Error e) {
                LOG.warn(
                        "plugin {} failed to take its new settings",
                        doorway.info().id(),
                        e);
            }
        }
    }

    void drop() {
        listeners.clear();
    }
}
