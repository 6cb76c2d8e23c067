package org.pavilion.server.boot;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pavilion.server.settings.Configuration;
import org.pavilion.server.settings.ServerSettings;
import picocli.CommandLine.Option;

/** The options that every verb around a server shares; what is not given comes from environment and file. */
final class Options {
    @Option(names = "--port", paramLabel = "PORT", description = "TCP port, 0 for any free one (7070)")
    private @Nullable String port;

    @Option(names = "--host", paramLabel = "HOST", description = "interface to listen on (127.0.0.1)")
    private @Nullable String host;

    @Option(names = "--data", paramLabel = "DIR", description = "data directory (serve: ./data)")
    private @Nullable Path data;

    @Option(names = "--store", paramLabel = "URL", description = "jdbc:postgresql:… instead of SQLite")
    private @Nullable String store;

    @Option(names = "--dev", description = "reload templates, accept unsigned plugins; loopback only")
    private boolean dev;

    ServerSettings read(Path fallbackData, boolean demo) {
        var flags = new HashMap<String, String>();
        put(flags, "port", port);
        put(flags, "host", host);
        put(flags, "data", data);
        put(flags, "store", store);
        if (dev) {
            flags.put("dev", "true");
        }
        var settings = Configuration.read(flags, System.getenv(), fallbackData, demo);
        return settings.bundledPlugins().isPresent()
                ? settings
                : Build.plugins().map(settings::withBundledPlugins).orElse(settings);
    }

    /** The demo keeps its own house, apart from the organiser's. */
    static Path demoData() {
        var home = System.getenv("PAVILION_HOME");
        return (home == null ? Path.of(System.getProperty("user.home"), ".pavilion") : Path.of(home)).resolve("demo");
    }

    static Path serveData() {
        return Path.of("data");
    }

    private static void put(Map<String, String> flags, String name, @Nullable Object value) {
        if (value != null) {
            flags.put(name, value.toString());
        }
    }
}
