package org.pavilion.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.server.realtime.Wire;

/** Pages and sockets share the one port, its gate and its way to say no. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SocketOnThePortTest {
    private HttpHouse house;

    @BeforeAll
    void open(@TempDir Path data) {
        house = new HttpHouse(data);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void anOpenPageHearsWhichPluginsRun() throws IOException {
        try (var wire = Wire.open(house.port())) {
            assertTrue(wire.subscribe("ui", "").contains("\"mode\":\"snapshot\""));
            var state = wire.next();
            assertTrue(state.startsWith("[\"state\",{\"topic\":\"ui\",\"seenRev\":0,"), state);
            assertTrue(state.contains("\"changed\":\""), state);
            assertEquals(200, Raw11.get(house.port(), "/healthz").status());
        }
    }

    @Test
    void refusalsCarryTheHeadersOfEveryAnswer() throws IOException {
        var answer = Raw11.get(
                house.port(),
                "/ws",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Protocol: pavilion.v1",
                "Origin: https://evil.example");
        assertEquals(403, answer.status());
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertEquals(404, Raw11.get(house.port(), "/ws").status());
    }

    @Test
    void aGuestBecomesKnownByAskingForIt() throws IOException {
        var answer = Raw11.send(house.port(), "POST", "/api/guest", "", "Sec-Fetch-Site: same-origin");
        assertEquals(204, answer.status());
        assertTrue(answer.header("Set-Cookie").startsWith("pav-guest="));
    }
}
