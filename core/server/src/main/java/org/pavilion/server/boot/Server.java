package org.pavilion.server.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import org.pavilion.api.Problem;
import org.pavilion.api.Route;
import org.pavilion.server.directory.ExpoDirectory;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.http.Guard;
import org.pavilion.server.http.HttpServer;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.imports.ImportDesk;
import org.pavilion.server.live.LiveRooms;
import org.pavilion.server.notify.Notify;
import org.pavilion.server.personal.Personal;
import org.pavilion.server.plugin.PluginHost;
import org.pavilion.server.realtime.Realtime;
import org.pavilion.server.search.Search;
import org.pavilion.server.settings.ServerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running house: every feature wired by constructor, started in floor order and stopped in
 * reverse. What is in the way of a start is a {@link org.pavilion.api.Problem} a person can act on.
 */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final ServerSettings settings;
    private final Features features;
    private final HttpServer http;
    private final String setupPath;

    private Server(ServerSettings settings, Features features, HttpServer http) {
        this.settings = settings;
        this.features = features;
        this.http = http;
        this.setupPath = features.identity().setupLink();
    }

    /** Opens the house; it answers when this returns. */
    public static Server start(ServerSettings settings) {
        return start(settings, LOG::info);
    }

    /** The same, telling a waiting person what is going on. */
    static Server start(ServerSettings settings, Consumer<String> progress) {
        Ports.requireFree(settings);
        var features = features(settings, progress);
        try {
            var server = new Server(settings, features, new HttpServer(features.parts(), settings));
            RunningServer.announce(settings.data(), server.url());
            LOG.info("open at {}, data in {}", server.url(), settings.data());
            return server;
        } catch (RuntimeException | Error e) {
            features.close();
            throw e;
        }
    }

    private static Features features(ServerSettings settings, Consumer<String> progress) {
        try {
            return Features.open(settings, progress);
        } catch (Problem e) {
            var other = RunningServer.on(settings.data());
            if (e.code().equals("storage.locked") && other.isPresent()) {
                throw new Problem(
                        e.code(),
                        e.status(),
                        "another Pavilion runs on this data directory (pid "
                                + other.get().pid() + ", " + other.get().url() + "): " + settings.data());
            }
            throw e;
        }
    }

    public int port() {
        return http.port();
    }

    /** Where a browser on this machine finds the house. */
    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    /** The whole one-time link that signs the operator in; it serves until it is used. */
    public String setupLink() {
        return settings.publicUrl().map(Object::toString).orElseGet(() -> url().toString()) + setupPath;
    }

    /** The operator's own token, for {@code Authorization: Bearer}. */
    public String operatorToken() {
        try {
            return Files.readString(Identity.tokenFile(settings.data())).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The core's JSON routes, relative to {@code /api}. */
    List<Route> routes() {
        return features.parts().routes();
    }

    /** What stands before every way into the house. */
    public List<Guard> guards() {
        return http.guards();
    }

    public Identity identity() {
        return features.identity();
    }

    public ExpoDirectory directory() {
        return features.directory();
    }

    public PluginHost plugins() {
        return features.plugins();
    }

    public EventLog log() {
        return features.log();
    }

    public LiveRooms rooms() {
        return features.rooms();
    }

    public Personal personal() {
        return features.personal();
    }

    public Notify notices() {
        return features.notices();
    }

    public Realtime realtime() {
        return features.realtime();
    }

    public Search search() {
        return features.search();
    }

    public ImportDesk imports() {
        return features.imports();
    }

    @Override
    public void close() {
        RunningServer.withdraw(settings.data());
        http.close();
        features.close();
        LOG.info("closed");
    }
}
