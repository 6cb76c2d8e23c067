package org.pavilion.server.boot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;
import org.pavilion.server.settings.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rewrites the committed API document and the TypeScript types made from it. */
@Command(name = "openapi", description = "rewrites web/kit/src/openapi.json and api.d.ts from the routes")
final class OpenApiCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Option(names = "--root", description = "the source tree", defaultValue = "${sys:pavilion.root:-.}")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path root;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var target = root.resolve("web/kit/src/openapi.json");
        Files.writeString(target, document() + "\n");
        spec.commandLine().getOut().println("wrote " + target);
        types(target, root.resolve("web/kit/src/api.d.ts"));
        return 0;
    }

    /** The document of a fresh house with the bundled plugins, as a client would read it. */
    private static String document() throws IOException, InterruptedException {
        var data = Files.createTempDirectory("pavilion-openapi");
        var local = ServerSettings.local(data);
        var settings = Build.plugins().map(local::withBundledPlugins).orElse(local);
        try (var server = Server.start(settings);
                var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(server.url() + "/openapi.json"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new Problem("openapi.failed", 500, "/openapi.json answers " + answer.statusCode());
            }
            var json = new Json();
            return json.pretty(json.object(answer.body()));
        } finally {
            delete(data);
        }
    }

    private void types(Path document, Path types) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "npx",
                        "--no-install",
                        "openapi-typescript",
                        document.toAbsolutePath().toString(),
                        "-o",
                        types.toAbsolutePath().toString())
                .directory(root.resolve("web/openapi").toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new Problem("openapi.types", 500, "openapi-typescript failed: " + said.strip());
        }
        spec.commandLine().getOut().println("wrote " + types);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
