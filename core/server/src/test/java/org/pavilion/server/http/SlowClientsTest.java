package org.pavilion.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that hold on to what they take: the others are served. */
@Timeout(90)
final class SlowClientsTest {
    private static final int MANY = 300;

    @TempDir
    private Path data;

    @Test
    void servesOthersWhileHeadersAndBodiesDrip() throws IOException {
        try (var house = new HttpHouse(data)) {
            var held = new ArrayList<Socket>();
            try {
                for (int i = 0; i < MANY; i++) {
                    held.add(begin(house.port(), "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
                    held.add(begin(
                            house.port(),
                            "POST /api/count HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\nx"));
                }
                for (int i = 0; i < 20; i++) {
                    assertEquals(200, Raw11.get(house.port(), "/healthz").status());
                    assertEquals(
                            200,
                            Raw11.send(house.port(), "POST", "/api/count", "12").status());
                }
            } finally {
                for (var socket : held) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void cutsABodyThatDripsTooSlowly() throws IOException, InterruptedException {
        try (var house = new HttpHouse(data);
                var socket = begin(
                        house.port(),
                        "POST /api/count HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\nx")) {
            socket.setSoTimeout((int) Duration.ofSeconds(40).toMillis());
            var dripping = Thread.ofVirtual().start(() -> drip(socket));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertTrue(String.valueOf(answer.readLine()).startsWith("HTTP/1.1 408"));
            dripping.interrupt();
            dripping.join();
        }
    }

    @Test
    void turnsAwayMoreWorkThanItCanHold() throws IOException {
        try (var house = new HttpHouse(data, UnaryOperator.identity(), 2)) {
            var held = List.of(waiting(house), waiting(house));
            try {
                var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
                Raw11.Answer answer;
                do {
                    answer = Raw11.get(house.port(), "/healthz");
                } while (answer.status() != 503 && System.nanoTime() < deadline);
                assertEquals(503, answer.status());
                assertEquals("1", answer.header("Retry-After"));
                assertTrue(answer.text().contains("server.busy"), answer.text());
            } finally {
                for (var socket : held) {
                    socket.close();
                }
            }
        }
    }

    private static Socket waiting(HttpHouse house) throws IOException {
        return begin(house.port(), "POST /api/count HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\nx");
    }

    private static Socket begin(int port, String text) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    /** A byte now and then: below the rate, above the idle timeout. */
    private static void drip(Socket socket) {
        try {
            while (!Thread.interrupted()) {
                socket.getOutputStream().write('x');
                socket.getOutputStream().flush();
                Thread.sleep(Duration.ofMillis(500));
            }
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt(); // the answer came, or the test is over
        }
    }
}
