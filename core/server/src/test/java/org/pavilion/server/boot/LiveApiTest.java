package org.pavilion.server.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Ref;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.StreamSpec;
import org.pavilion.api.Text;
import org.pavilion.server.json.Json;
import org.pavilion.server.settings.ServerSettings;

/** Live rooms as programs and browsers without a socket use them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LiveApiTest {
    private static final Text TITLE = new Text("开幕", "Opening");

    private final Server server;
    private final Json json = new Json();

    LiveApiTest(@TempDir Path data) {
        server = Server.start(ServerSettings.local(data));
    }

    @AfterAll
    void close() {
        server.close();
    }

    /** One browser with its own cookies. */
    private final class Browser {
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private String bearer = "";

        Browser operator() {
            bearer = "Bearer " + server.operatorToken();
            return this;
        }

        HttpResponse<String> send(String method, String path, String body, String... headers)
                throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(server.url() + "/api/live" + path))
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (!bearer.isEmpty()) {
                request.header("Authorization", bearer);
            }
            if (!method.equals("GET")) {
                request.header("Content-Type", "application/json").header("Sec-Fetch-Site", "same-origin");
            }
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        }

        Map<String, Object> expect(int status, String method, String path, String body)
                throws IOException, InterruptedException {
            var answer = send(method, path, body);
            assertEquals(status, answer.statusCode(), answer.body());
            return answer.body().isEmpty() ? Map.of() : json.object(answer.body());
        }

        void refuse(int status, String code, String method, String path, String body)
                throws IOException, InterruptedException {
            assertEquals(code, expect(status, method, path, body).get("code"));
        }
    }

    private static Ref attach(Server server, String id, RoomSpec spec) {
        var room = new Ref("session", id);
        server.rooms().attach(room, spec);
        return room;
    }

    private static RoomSpec talk() {
        return RoomSpec.of(TITLE, RoomSpec.Module.CHAT, RoomSpec.Module.REACTIONS);
    }

    private static Object at(Map<String, Object> body, String outer, String inner) {
        return Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(body.get(outer))).get(inner));
    }

    @Test
    void aVisitorTalksChangesAndTakesBack() throws Exception {
        var room = "/rooms/" + attach(server, "talk", talk());
        var visitor = new Browser();
        var other = new Browser();
        assertEquals(
                "张三",
                visitor.expect(200, "PUT", "/nickname", "{\"name\":\"张三\"}").get("name"));
        other.refuse(409, "nickname.taken", "PUT", "/nickname", "{\"name\":\"张 三\"}");
        var said =
                visitor.expect(201, "POST", room + "/messages", "{\"text\":\"你好\",\"key\":\"k1\",\"lane\":\"scroll\"}");
        assertEquals(
                said,
                visitor.expect(
                        201, "POST", room + "/messages", "{\"text\":\"你好\",\"key\":\"k1\",\"lane\":\"scroll\"}"));
        assertEquals("张三", at(said, "author", "name"));
        assertEquals(at(said, "author", "id"), at(visitor.expect(200, "GET", room, ""), "me", "id"));
        assertNotEquals(at(said, "author", "id"), at(other.expect(200, "GET", room, ""), "me", "id"));
        var message = room + "/messages/" + said.get("id");
        other.refuse(403, "chat.not-yours", "PUT", message, "{\"text\":\"x\"}");
        other.refuse(403, "chat.not-yours", "DELETE", message, "");
        assertEquals(
                "您好", visitor.expect(200, "PUT", message, "{\"text\":\"您好\"}").get("text"));
        visitor.expect(204, "DELETE", message, "");
        visitor.refuse(409, "chat.gone", "PUT", message, "{\"text\":\"again\"}");
        assertEquals(
                List.of(), visitor.expect(200, "GET", room + "/messages", "").get("messages"));
        assertEquals(3, visitor.expect(200, "GET", room, "").get("rev"));
    }

    @Test
    void theHostRunsARoomAndVisitorsDoNot() throws Exception {
        var room = "/rooms/" + attach(server, "run", talk());
        var host = new Browser().operator();
        var visitor = new Browser();
        visitor.refuse(401, "access.sign-in", "PUT", room + "/modes", "{\"slowSeconds\":5}");
        visitor.refuse(401, "access.sign-in", "PUT", room + "/phase", "{\"event\":\"end\"}");
        assertEquals(
                60,
                host.expect(200, "PUT", room + "/modes", "{\"slowSeconds\":60}").get("slowSeconds"));
        visitor.expect(201, "POST", room + "/messages", "{\"text\":\"one\"}");
        var slow = visitor.send("POST", room + "/messages", "{\"text\":\"two\"}");
        assertEquals(429, slow.statusCode());
        assertEquals("chat.slow", json.object(slow.body()).get("code"));
        assertTrue(slow.headers().firstValue("Retry-After").isPresent());
        assertEquals(
                "paused",
                host.expect(200, "PUT", room + "/phase", "{\"event\":\"pause\"}")
                        .get("phase"));
        host.refuse(409, "room.state-conflict", "PUT", room + "/phase", "{\"event\":\"pause\"}");
        host.refuse(422, "request.invalid", "PUT", room + "/phase", "{\"event\":\"jump\"}");
        assertEquals(
                2,
                visitor.expect(200, "POST", room + "/reactions", "{\"kind\":\"clap\",\"n\":2}")
                        .get("total"));
        assertEquals("host", at(host.expect(201, "POST", room + "/messages", "{\"text\":\"hi\"}"), "author", "role"));
    }

    @Test
    void whatIsNoMessageIsRefused() throws Exception {
        var room = "/rooms/" + attach(server, "hostile", talk());
        var visitor = new Browser();
        for (var body : List.of(
                "{}",
                "{\"text\":\"x\",\"state\":\"visible\"}",
                "{\"text\":\"x\",\"author\":\"operator:operator\"}",
                "{\"text\":\"\"}",
                "{\"text\":\"x\",\"lane\":\"left\"}")) {
            visitor.refuse(422, "request.invalid", "POST", room + "/messages", body);
        }
        visitor.expect(413, "POST", room + "/messages", "{\"text\":\"" + "x".repeat(9_000) + "\"}");
        visitor.refuse(404, "not-found", "GET", "/rooms/session:none", "");
        visitor.refuse(404, "not-found", "GET", "/rooms/nonsense", "");
        visitor.refuse(404, "not-found", "GET", "/rooms/SESSION:x/messages", "");
        visitor.refuse(422, "request.invalid", "GET", room + "/messages?limit=101", "");
        visitor.refuse(404, "not-found", "GET", room + "/replay/-1", "");
        assertEquals(0, visitor.expect(200, "GET", room, "").get("rev"));
    }

    @Test
    void aStreamPlaysAndAReplayIsKeptByBrowsers() throws Exception {
        var now = Instant.now();
        var live = "/rooms/"
                + attach(
                        server,
                        "live",
                        talk().at(now.minusSeconds(30), now.plusSeconds(600)).showing(new StreamSpec.TestCard()));
        var past = "/rooms/"
                + attach(
                        server,
                        "past",
                        talk().at(now.minusSeconds(7_200), now.minusSeconds(3_600))
                                .showing(new StreamSpec.TestCard()));
        var visitor = new Browser();
        var list = visitor.send("GET", live + "/stream/index.m3u8", "");
        assertEquals(
                "application/vnd.apple.mpegurl",
                list.headers().firstValue("Content-Type").orElse(""));
        assertTrue(list.body().startsWith("#EXTM3U"));
        assertEquals(
                "video/mp4",
                visitor.send("GET", live + "/stream/init.mp4", "")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""));
        assertEquals(
                "image/png",
                visitor.send("GET", live + "/stream/poster.png", "")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""));
        assertEquals("live", at(visitor.expect(200, "GET", live, ""), "stream", "state"));
        var bucket = visitor.send("GET", past + "/replay/0", "");
        assertEquals(200, bucket.statusCode());
        var tag = bucket.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304,
                visitor.send("GET", past + "/replay/0", "", "If-None-Match", tag)
                        .statusCode());
        visitor.refuse(404, "not-found", "GET", past + "/replay/360", "");
    }

    @Test
    void pagesMayLoadAStreamFromElsewhereOnceARoomShowsIt() throws Exception {
        var visitor = new Browser();
        var origin = "https://video.example.org";
        assertFalse(policy(visitor).contains(origin));
        attach(server, "elsewhere", talk().showing(new StreamSpec.External(URI.create(origin + "/a/index.m3u8"))));
        var deadline = System.nanoTime() + 10_000_000_000L;
        while (!policy(visitor).contains("media-src 'self' blob: " + origin + ";")) {
            assertTrue(System.nanoTime() < deadline, policy(visitor));
        }
        assertTrue(policy(visitor).contains("connect-src 'self' blob: " + origin + ";"));
    }

    private static String policy(Browser visitor) throws IOException, InterruptedException {
        return visitor.send("GET", "/rooms", "")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");
    }
}
