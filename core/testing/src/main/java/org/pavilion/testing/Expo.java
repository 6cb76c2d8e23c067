package org.pavilion.testing;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.pavilion.server.boot.Server;
import org.pavilion.server.event.Event;
import org.pavilion.server.imports.ImportReport;

/** A running expo with the plugin under test in it; ask for it as a parameter of a test method. */
public final class Expo {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(10);

    private final Server server;
    private final String plugin;
    private final HttpClient http = HttpClient.newHttpClient();
    private long seen;

    Expo(Server server, String plugin) {
        this.server = server;
        this.plugin = plugin;
        this.seen = server.log().head();
    }

    /** The server itself, for what this class does not offer. */
    public Server server() {
        return server;
    }

    /** Somebody who calls over HTTP. */
    public Visitor as(Role role) {
        return new Visitor(
                http,
                server.url(),
                plugin,
                role == Role.OPERATOR ? Optional.of(server.operatorToken()) : Optional.empty());
    }

    /** Waits, at most ten seconds, for an event of this type after the last one awaited. */
    public Expo awaitEvent(String type) {
        next(type);
        return this;
    }

    /** Like {@link #awaitEvent}, returning the event. */
    public Event next(String type) {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
            for (var event : server.log().read(seen, 500)) {
                seen = event.seq();
                if (event.type().equals(type)) {
                    return event;
                }
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        throw new AssertionError("no event " + type + " within " + PATIENCE.toSeconds() + " seconds");
    }

    /** Stops and starts the plugin with a new class loader; its data survives. */
    public Expo restartPlugin() {
        server.plugins().stop(plugin);
        server.plugins().start(plugin);
        return this;
    }

    /** Imports JSON Lines of a kind the plugin accepts, and fails unless every line was taken. */
    public ImportReport importLines(String kind, String... lines) {
        var bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        var report = server.imports().run(kind, new ByteArrayInputStream(bytes), false);
        if (!report.clean()) {
            throw new AssertionError("the import of " + kind + " was not clean: " + report);
        }
        return report;
    }

    void close() {
        http.close();
    }
}
