package org.pavilion.server.boot;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
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
        }
        Logs.close();
        return 0;
    }
}
