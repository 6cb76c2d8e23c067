package org.pavilion.server.boot;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.Callable;
import org.pavilion.server.realtime.Realtime;
import org.pavilion.server.telemetry.Logs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Opens a house, walks through it once and closes it: what the launcher records to make later starts
 * fast.
 */
@Command(
        name = "rehearse",
        hidden = true,
        description = "one start, a few pages, one stop; for the launcher's class cache")
final class RehearseCommand implements Callable<Integer> {
    private static final List<String> WALK = List.of(
            "/",
            "/en/",
            "/halls",
            "/search?q=%E6%8A%80%E6%9C%AF",
            "/api/search?q=robot",
            "/api/suggest?q=ro",
            "/healthz",
            "/nowhere");

    /** Pages that come back after a restart all open their socket at once: that way is walked more often. */
    private static final int SOCKETS = 200;

    @Mixin
    private final Options options = new Options();

    @Override
    public Integer call() throws Exception {
        var settings = options.read(Options.serveData(), false);
        Logs.toFiles(settings.data());
        try (var server = Server.start(settings);
                var client = HttpClient.newHttpClient()) {
            for (var path : WALK) {
                client.send(
                        HttpRequest.newBuilder(URI.create(server.url() + path))
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
            for (int i = 0; i < SOCKETS; i++) {
                greet(client, URI.create(server.url().toString().replaceFirst("http", "ws") + Realtime.PATH));
            }
        }
        Logs.close();
        return 0;
    }

    private static void greet(HttpClient client, URI where) {
        var socket = client.newWebSocketBuilder()
                .subprotocols("pavilion.v1")
                .buildAsync(where, new WebSocket.Listener() {})
                .join();
        socket.sendText("[\"hello\",1,{\"protocol\":1,\"resume\":{}}]", true).join();
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
}
