package org.pavilion.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole process is killed in the middle of writes, again and again: what was acknowledged is there
 * and found afterwards. {@code -Dkill.rounds} sets how often.
 */
final class HouseKillTest {
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 3);
    private static final int WRITERS = 4;

    @TempDir
    Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private final Random random = new Random(20261121);
    private int port;

    @Test
    void noAcknowledgedWriteIsLostAndTheIndexEqualsTheLog() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var process = start();
            try {
                var writers = writers();
                Thread.onSpinWait();
                awaitCount(acknowledged.size() + 20 + random.nextInt(60), process);
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
                for (var writer : writers) {
                    writer.join();
                }
            } finally {
                process.destroyForcibly();
            }
        }
        var process = start();
        try {
            for (var id : acknowledged) {
                assertEquals(200, get("/api/organisations/" + id).statusCode(), id + " was acknowledged");
            }
            awaitAllFound();
        } finally {
            process.destroy();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS), "stops when asked");
        }
    }

    private Process start() throws Exception {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        Path.of("target/pavilion/lib").toAbsolutePath() + "/*",
                        "org.pavilion.server.boot.Main",
                        "serve",
                        "--data",
                        data.toString(),
                        "--port",
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("output.log").toFile())
                .start();
        var deadline = Instant.now().plusSeconds(60);
        while (!ready()) {
            assertTrue(process.isAlive() && Instant.now().isBefore(deadline), () -> "did not start: " + output());
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        return process;
    }

    private boolean ready() {
        try {
            return get("/readyz").statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String output() {
        try {
            return Files.readString(data.resolve("output.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<Thread> writers() throws IOException {
        var token = Files.readString(data.resolve("secrets/operator-token")).strip();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < WRITERS; i++) {
            threads.add(Thread.startVirtualThread(() -> write(token)));
        }
        return threads;
    }

    private void write(String token) {
        try {
            while (true) {
                var id = "org-kill-" + number.incrementAndGet();
                var line =
                        "{\"id\":\"%s\",\"kind\":\"organisation\",\"name\":{\"zh\":\"单位%s\",\"en\":\"Unit %s\"},\"summary\":{\"zh\":\"测\",\"en\":\"t\"},\"roles\":[],\"editions\":[],\"isExhibitor\":false,\"source\":[]}"
                                .formatted(id, id, id);
                var answer = client.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:" + port + "/api/imports?kind=organisation"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/x-ndjson")
                                .timeout(Duration.ofSeconds(10))
                                .POST(BodyPublishers.ofString(line))
                                .build(),
                        BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    acknowledged.add(id);
                }
            }
        } catch (IOException e) {
            return; // The server was killed: what had no answer was not acknowledged.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitCount(int count, Process process) throws InterruptedException {
        var deadline = Instant.now().plusSeconds(60);
        while (acknowledged.size() < count) {
            assertTrue(
                    Instant.now().isBefore(deadline), () -> acknowledged.size() + " writes acknowledged: " + output());
            assertTrue(!process.waitFor(5, TimeUnit.MILLISECONDS), this::output);
        }
    }

    private void awaitAllFound() throws Exception {
        var stored = new org.pavilion.server.json.Json()
                .object(get("/api/organisations?limit=1").body())
                .get("total");
        var deadline = Instant.now().plusSeconds(10);
        Object found = null;
        while (!String.valueOf(stored).equals(String.valueOf(found))) {
            assertTrue(Instant.now().isBefore(deadline), stored + " stored, " + found + " found");
            found = new org.pavilion.server.json.Json()
                    .object(get("/api/search?type=organisation&q=").body())
                    .get("total");
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                BodyHandlers.ofString());
    }
}
