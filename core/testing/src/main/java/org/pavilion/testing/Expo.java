package org.pavilion.testing;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.pavilion.server.boot.DemoExpo;
import org.pavilion.server.boot.Server;
import org.pavilion.server.event.Event;
import org.pavilion.server.imports.ImportReport;

/** A running expo with the plugin under test in it; ask for it as a parameter of a test method. */
public final class Expo {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(10);

    private final Server server;
    private final String plugin;
    private final Path demo;
    private final HttpClient http = HttpClient.newHttpClient();
    private long seen;
    private boolean laid;

    Expo(Server server, String plugin, Path demo) {
        this.server = server;
        this.plugin = plugin;
        this.demo = demo;
        this.seen = server.log().head();
    }

    /** The server itself, for what this class does not offer. */
    public Server server() {
        return server;
    }

    /** Somebody who calls over HTTP. */
    public Visitor as(Role role) {
        return caller(role == Role.OPERATOR ? Map.of("Authorization", "Bearer " + server.operatorToken()) : Map.of());
    }

    /** A guest with a browser of its own: the same one from call to call, and nobody else. */
    public Visitor newGuest() {
        var identity = server.identity();
        return caller(Map.of("Cookie", identity.guestCookie() + "=" + identity.newGuest()));
    }

    private Visitor caller(Map<String, String> headers) {
        return new Visitor(http, server.url(), "/api/plugins/" + plugin, headers);
    }

    /** Waits, at most ten seconds, for an event of this type after the last one awaited. */
    public Expo awaitEvent(String type) {
        next(type);
        return this;
    }

    /** Like {@link #awaitEvent}, returning the event. */
    public Event next(String type) {
        var found = new Event[1];
        await("an event " + type, () -> {
            for (var event : server.log().read(seen, 500)) {
                seen = event.seq();
                if (event.type().equals(type)) {
                    found[0] = event;
                    return true;
                }
            }
            return false;
        });
        return found[0];
    }

    /** Waits, at most ten seconds, until the condition holds; {@code what} is named when it never does. */
    public Expo await(String what, BooleanSupplier condition) {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); !condition.getAsBoolean(); ) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no " + what + " within " + PATIENCE.toSeconds() + " seconds");
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        return this;
    }

    /** Waits, at most ten seconds, until a guest who searches these words finds the object. */
    public Expo awaitFound(String words, String ref) {
        var path = "/api/search?limit=50&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        return await(
                ref + " under " + words,
                () -> as(Role.GUEST).page(path).expect(200).as(Found.class).hits().stream()
                        .anyMatch(hit -> hit.ref().equals(ref)));
    }

    private record Found(List<Hit> hits) {
        record Hit(String ref) {}
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

    /**
     * Lays the core's demo records and those of the plugin's own {@code demo} folder, twice: fails
     * unless every line is taken, and unless the second time changes nothing. Only the first call of
     * a test class does anything.
     */
    public Expo expectDemo() {
        if (laid) {
            return this;
        }
        server.imports().demo(DemoExpo.core()).forEach(report -> taken(report, report.clean()));
        if (!Files.isDirectory(demo)) {
            throw new AssertionError("the plugin brings no records in " + demo);
        }
        server.imports()
                .runAll(demo, false)
                .forEach(report -> taken(report, report.clean() && report.duplicates() == 0));
        server.imports()
                .runAll(demo, false)
                .forEach(report -> taken(report, report.clean() && report.created() + report.updated() == 0));
        laid = true;
        return this;
    }

    private static void taken(ImportReport report, boolean asExpected) {
        if (!asExpected) {
            throw new AssertionError("not every demo record of kind " + report.kind() + " was taken once: " + report);
        }
    }

    /**
     * Expects of each board what visitors do: its list and record in both languages, a JSON list that
     * pages through to its end, a search that finds the record, and all of it again after a restart
     * of the plugin. Its records must be there, see {@link #expectDemo}.
     */
    public Expo expectBoards(Board... boards) {
        var before = Stream.of(boards).map(board -> board.visit(this)).toList();
        restartPlugin();
        var after = Stream.of(boards).map(board -> board.visit(this)).toList();
        if (!before.equals(after)) {
            throw new AssertionError("a restart changed the boards from " + before + " to " + after);
        }
        return this;
    }

    void close() {
        http.close();
    }
}
