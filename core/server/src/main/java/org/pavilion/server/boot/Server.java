package org.pavilion.server.boot;

import java.net.URI;
import org.pavilion.server.settings.ServerSettings;

/** One running house: every feature, wired by constructor, started in floor order and stopped in reverse. */
public final class Server implements AutoCloseable {
    private final ServerSettings settings;

    private Server(ServerSettings settings) {
        this.settings = settings;
    }

    public static Server start(ServerSettings settings) {
        return new Server(settings);
    }

    public int port() {
        return settings.port();
    }

    /** Where a browser on this machine finds the house. */
    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    /** The whole one-time link that signs the operator in. */
    public String setupLink() {
        return url().toString();
    }

    @Override
    public void close() {}
}
