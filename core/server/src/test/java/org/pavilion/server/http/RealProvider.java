package org.pavilion.server.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The OpenID Connect provider of {@code web/oidc} as a process of its own. */
final class RealProvider implements AutoCloseable {
    static final String SECRET = "a-secret-of-the-test";

    private static final Path WEB = Path.of("../../web");

    private final Process process;

    private RealProvider(Process process) {
        this.process = process;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static RealProvider start(int port, String redirect) throws IOException {
        var script = WEB.resolve("oidc/provider.mjs");
        if (!Files.exists(WEB.resolve("oidc/node_modules/oidc-provider"))) {
            throw new IllegalStateException("oidc-provider is missing: build the web module first");
        }
        var process = new ProcessBuilder("node", script.toString(), String.valueOf(port), redirect)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals("ready")) {
                return new RealProvider(process);
            }
        }
        throw new IllegalStateException("the provider did not start");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
