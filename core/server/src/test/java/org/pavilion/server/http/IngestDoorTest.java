package org.pavilion.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Caller;
import org.pavilion.api.Ref;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.Text;
import org.pavilion.server.live.view.SiteDraft;

/** An encoder knocks over HTTP, the way ffmpeg does: PUT with chunks, a password in Basic, DELETE behind it. */
@Timeout(90)
final class IngestDoorTest {
    private static final Caller HOST =
            new Caller(new Ref("operator", "operator"), Caller.Kind.OPERATOR, Set.of("pub", "role:operator"));
    private static final Ref ROOM = new Ref("session", "s1");
    private static final String LIST = "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:0.001,\na0.ts\n";

    @TempDir
    private Path data;

    private HttpHouse house;
    private HttpClient client;
    private String key;

    @BeforeEach
    void open() {
        house = new HttpHouse(data);
        client = HttpClient.newHttpClient();
        var now = Instant.now();
        var spec = RoomSpec.of(new Text("开幕", "Opening"), RoomSpec.Module.CHAT);
        house.live().attach(ROOM, spec.at(now.minusSeconds(60), now.plusSeconds(3_600)));
        house.live().pictures().describe(HOST, ROOM, "main", draft("encoder", Optional.empty()));
        key = house.live().pictures().key(HOST, ROOM, "main");
    }

    @AfterEach
    void close() {
        client.close();
        house.close();
    }

    private static SiteDraft draft(String kind, Optional<String> address) {
        return new SiteDraft(kind, Optional.empty(), Optional.empty(), address);
    }

    private static byte[] packets() {
        var packets = new byte[188 * 40];
        for (int at = 0; at < packets.length; at += 188) {
            packets[at] = 0x47;
        }
        return packets;
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + house.port() + "/api/live/rooms/" + ROOM + path);
    }

    private static String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("stream:" + password).getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<byte[]> send(String method, String path, byte[] body, String password)
            throws IOException, InterruptedException {
        // Of unknown length, so it is sent in chunks, as encoders do.
        var publisher = body.length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        var request = HttpRequest.newBuilder(at(path)).method(method, publisher);
        if (!password.isEmpty()) {
            request.header("Authorization", basic(password));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatComesInWithTheKeyGoesOutToEverybodyAndMayBeKept() throws Exception {
        assertEquals(204, send("PUT", "/ingest/main/a0.ts", packets(), key).statusCode());
        assertEquals(
                204, send("PUT", "/ingest/main/index.m3u8", utf8(LIST), key).statusCode());
        assertEquals(204, send("DELETE", "/ingest/main/a0.ts", new byte[0], key).statusCode());
        var list = send("GET", "/streams/main/v/index.m3u8", new byte[0], "");
        assertEquals("no-cache", list.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(new String(list.body(), StandardCharsets.UTF_8).contains("\n0.ts\n"));
        var piece = send("GET", "/streams/main/v/0.ts", new byte[0], "");
        assertArrayEquals(packets(), piece.body());
        assertEquals("video/mp2t", piece.headers().firstValue("Content-Type").orElse(""));
        assertTrue(piece.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
    }

    @Test
    void aWrongKeyIsAskedForTheRightOneAndNothingOfItIsTaken() throws Exception {
        var refused = send("PUT", "/ingest/main/a0.ts", packets(), key + "x");
        assertEquals(401, refused.statusCode());
        assertTrue(refused.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic "));
        assertEquals(401, send("PUT", "/ingest/second/a0.ts", packets(), key).statusCode());
        assertEquals(401, send("DELETE", "/ingest/main/a0.ts", new byte[0], "").statusCode());
        assertFalse(Files.exists(data.resolve("recordings")));
        var wrong = send("PUT", "/ingest/main/%2e%2e%2fa.ts", packets(), key);
        assertTrue(wrong.statusCode() >= 400 && wrong.statusCode() < 500, "answered " + wrong.statusCode());
        assertEquals(415, send("PUT", "/ingest/main/a0.ts", utf8("<html>"), key).statusCode());
    }

    @Test
    void halfABodyIsNoPiece() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), house.port())) {
            var head = "PUT " + at("/ingest/main/a0.ts").getPath() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                    + basic(key) + "\r\nContent-Length: 7520\r\n\r\n";
            socket.getOutputStream().write(utf8(head));
            socket.getOutputStream().write(packets(), 0, 188 * 20);
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer);
        }
        assertEquals(
                204, send("PUT", "/ingest/main/index.m3u8", utf8(LIST), key).statusCode());
        assertEquals(
                404, send("GET", "/streams/main/v/index.m3u8", new byte[0], "").statusCode());
    }

    @Test
    void thisServerNeverCallsAnAddressThatSomebodyTyped() throws Exception {
        try (var elsewhere = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var address = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/live.m3u8";
            house.live().pictures().describe(HOST, ROOM, "main", draft("elsewhere", Optional.of(address)));
            house.live().pictures().desk(HOST, ROOM);
            var room = send("GET", "", new byte[0], "");
            assertTrue(new String(room.body(), StandardCharsets.UTF_8).contains(address));
            var policy = "Content-Security-Policy";
            var deadline = Instant.now().plusSeconds(30);
            while (!send("GET", "", new byte[0], "")
                    .headers()
                    .firstValue(policy)
                    .orElse("")
                    .contains("media-src 'self' blob: http://127.0.0.1:" + elsewhere.getLocalPort())) {
                assertTrue(Instant.now().isBefore(deadline), "the policy was not told");
            }
            assertEquals(
                    404,
                    send("GET", "/streams/main/index.m3u8", new byte[0], "").statusCode());
            elsewhere.setSoTimeout(300);
            assertThrows(SocketTimeoutException.class, () -> elsewhere.accept().close());
        }
    }
}
