package org.pavilion.server.boot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.pavilion.api.Problem;
import org.pavilion.server.plugin.Phase;
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
        var scratch = Files.createTempDirectory("pavilion-openapi");
        try {
            var document = document(scratch.resolve("data")) + "\n";
            var source = Files.writeString(scratch.resolve("openapi.json"), document);
            write(root.resolve("web/kit/src/openapi.json"), document);
            write(root.resolve("web/kit/src/api.d.ts"), heading(document) + types(source, scratch.resolve("api.d.ts")));
        } finally {
            delete(scratch);
        }
        return 0;
    }

    /** A file that stays as it was keeps its time, so that nothing is built anew for it. */
    private void write(Path file, String text) throws IOException {
        var same = Files.exists(file) && Files.readString(file).equals(text);
        if (!same) {
            Files.writeString(file, text);
        }
        spec.commandLine().getOut().println((same ? "unchanged " : "wrote ") + file);
    }

    /** Ties the types to the document they were made from. */
    private static String heading(String document) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8));
            return "// Made by ./pavilion openapi from openapi.json, SHA-256 "
                    + HexFormat.of().formatHex(hash) + "\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The document of a fresh house with the bundled plugins, as a client would read it. */
    private static String document(Path data) throws IOException, InterruptedException {
        var plugins = Build.plugins()
                .orElseThrow(() -> new Problem(
                        "openapi.plugins", 409, "the API document needs the bundled plugins: run ./pavilion openapi"));
        try (var server = Server.start(ServerSettings.local(data).withBundledPlugins(plugins));
                var client = HttpClient.newHttpClient()) {
            for (var plugin : server.plugins().states()) {
                if (plugin.phase() != Phase.RUNNING) {
                    throw new Problem("openapi.plugins", 409, plugin.id() + " does not run: " + plugin.reason());
                }
            }
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(server.url() + "/openapi.json"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new Problem("openapi.failed", 500, "/openapi.json answers " + answer.statusCode());
            }
            return answer.body();
        }
    }

    private String types(Path document, Path types) throws IOException, InterruptedException {
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
        return Files.readString(types);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
