package org.pavilion.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.pavilion.server.boot.Server;
import org.pavilion.server.settings.ServerSettings;

/**
 * The demo expo as a stranger starts it: the distribution folder, SQLite in a fresh directory, every
 * bundled plugin and the whole dataset. One for all tests of the run; tests that change what others
 * see start a house of their own with {@link #fresh}.
 */
final class House implements AutoCloseable {
    private static final Path BUNDLED = Path.of("target/pavilion/plugins");

    private final Server server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private House(Server server) {
        this.server = server;
    }

    /** Starts a house of its own in the directory. */
    static House fresh(Path data, boolean demo, boolean dev) {
        return new House(Server.start(ServerSettings.local(data)
                .withBundledPlugins(BUNDLED.toAbsolutePath())
                .withDemo(demo)
                .withDev(dev)));
    }

    /** Gives test methods the shared house. */
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == House.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(House.class, key -> open(), House.class);
        }

        private static House open() {
            try {
                return fresh(Files.createTempDirectory("pavilion-house"), true, false)
                        .settled();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Waits until the boards have laid their part of the demo, which they do after the doors have opened. */
    private House settled() {
        var deadline = Instant.now().plusSeconds(120);
        while (!get("/metrics").body().contains("pavilion_event_lag 0.0")) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("the demo is not laid in two minutes");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        return this;
    }

    Server server() {
        return server;
    }

    String base() {
        return "http://localhost:" + server.port();
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** With a browser's wish for a page. */
    HttpResponse<String> page(String path) {
        return send(request(path)
                .header("Accept", "text/html,application/xhtml+xml")
                .GET());
    }

    HttpResponse<String> asOperator(String method, String path, String type, byte[] body) {
        return send(request(path)
                .header("Authorization", "Bearer " + server.operatorToken())
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> asOperator(String path) {
        return send(request(path)
                .header("Authorization", "Bearer " + server.operatorToken())
                .GET());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base() + path));
    }

    /** Asks again until the answer is as wished, for at most ten seconds. */
    HttpResponse<String> await(String path, Predicate<HttpResponse<String>> wish) {
        var deadline = Instant.now().plusSeconds(10);
        var answer = get(path);
        while (!wish.test(answer)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(path + " did not become as wished; last: " + answer.statusCode() + " "
                        + answer.body().substring(0, Math.min(400, answer.body().length())));
            }
            Thread.onSpinWait();
            answer = get(path);
        }
        return answer;
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
