package org.pavilion.server.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Ref;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.Text;
import org.pavilion.server.json.Json;
import org.pavilion.server.settings.ServerSettings;

/** Questions and polls as programs, moderators' exports and browsers without script use them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QuestionApiTest {
    private static final String POLL = """
            {"kind":"choice","question":{"zh":"先看哪个？","en":"Which first?"},
             "options":[{"zh":"甲","en":"A"},{"zh":"乙","en":"B"}],"results":"after-close"}""";

    private final Server server;
    private final Json json = new Json();

    QuestionApiTest(@TempDir Path data) {
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

        HttpResponse<String> send(String method, String path, String type, String body)
                throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(server.url() + path))
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .header("Accept", path.startsWith("/api") ? "application/json" : "text/html");
            if (!bearer.isEmpty()) {
                request.header("Authorization", bearer);
            }
            if (!method.equals("GET")) {
                request.header("Content-Type", type).header("Sec-Fetch-Site", "same-origin");
            }
            return client.send(request.build(), BodyHandlers.ofString());
        }

        String expect(int status, String method, String path, String body) throws IOException, InterruptedException {
            var answer = send(method, "/api/live/rooms/" + path, "application/json", body);
            assertEquals(status, answer.statusCode(), answer.body());
            return answer.body();
        }

        void refuse(int status, String code, String method, String path, String body)
                throws IOException, InterruptedException {
            assertEquals(code, json.object(expect(status, method, path, body)).get("code"));
        }

        /** Sends a form as a browser without script does, and returns what comes back. */
        HttpResponse<String> form(String path, String fields) throws IOException, InterruptedException {
            return send("POST", "/en/live/" + path, "application/x-www-form-urlencoded", fields);
        }
    }

    private String room(String id) {
        var room = new Ref("session", id);
        server.rooms()
                .attach(
                        room,
                        RoomSpec.of(
                                new Text("开幕", "Opening"),
                                RoomSpec.Module.CHAT,
                                RoomSpec.Module.QUESTIONS,
                                RoomSpec.Module.POLLS));
        return room.toString();
    }

    private String id(String body) {
        return String.valueOf(Objects.requireNonNull(json.object(body).get("id")));
    }

    private String asked(String body) {
        return String.valueOf(
                ((Map<?, ?>) Objects.requireNonNull(json.object(body).get("question"))).get("id"));
    }

    @Test
    void nothingButWhatBelongsToACommandIsTaken() throws Exception {
        var room = room("strict");
        var visitor = new Browser();
        var host = new Browser().operator();
        for (var body : List.of(
                "{}",
                "{\"text\":\"x\",\"state\":\"visible\"}",
                "{\"text\":\"x\",\"votes\":100}",
                "{\"text\":\"x\",\"author\":\"operator:operator\"}",
                "{\"text\":\"\"}",
                "{\"text\":\"" + "x".repeat(301) + "\"}")) {
            visitor.refuse(422, "request.invalid", "POST", room + "/questions", body);
        }
        visitor.expect(413, "POST", room + "/questions", "{\"text\":\"" + "x".repeat(9_000) + "\"}");
        var question =
                room + "/questions/" + asked(host.expect(201, "POST", room + "/questions", "{\"text\":\"Why?\"}"));
        visitor.refuse(401, "access.sign-in", "POST", question + "/stage", "{}");
        visitor.refuse(401, "access.sign-in", "GET", room + "/desk/questions", "");
        host.refuse(422, "request.invalid", "POST", question + "/stage", "{\"state\":\"answered\"}");
        host.expect(200, "POST", question + "/stage", "{}");
        host.refuse(409, "question.state-conflict", "POST", question + "/stage", "{}");
        var poll = room + "/polls/" + id(host.expect(201, "POST", room + "/polls", POLL));
        visitor.refuse(404, "not-found", "GET", poll, "");
        host.refuse(422, "request.invalid", "PUT", poll, POLL.replace("\"kind\"", "\"state\":\"closed\",\"kind\""));
        host.expect(200, "POST", poll + "/open", "{}");
        host.refuse(409, "poll.state-conflict", "PUT", poll, POLL);
        visitor.refuse(422, "poll.type-mismatch", "POST", poll + "/ballot", "{\"options\":[0,1]}");
        var elsewhere = room("strict-elsewhere");
        visitor.refuse(404, "not-found", "POST", poll.replace(room, elsewhere) + "/ballot", "{\"options\":[0]}");
        visitor.refuse(404, "not-found", "PUT", question.replace(room, elsewhere) + "/vote", "");
    }

    @Test
    void whoAsksTooQuicklyIsToldWhenToComeBack() throws Exception {
        var room = room("quick");
        var visitor = new Browser();
        visitor.expect(201, "POST", room + "/questions", "{\"text\":\"One?\"}");
        var limited = json.object(visitor.expect(429, "POST", room + "/questions", "{\"text\":\"Two?\"}"));
        assertEquals("rate.limited", limited.get("code"));
        assertTrue(((Number) Objects.requireNonNull(limited.get("retryAfterMs"))).longValue() > 0);
    }

    @Test
    void whatIsExportedIsWhatWasSeen() throws Exception {
        var room = room("export");
        var host = new Browser().operator();
        var rules = "{\"moderated\":true,\"anonymity\":true,\"nameless\":false,\"votes\":true,\"carryOver\":true,"
                + "\"perPerson\":5,\"tags\":[]}";
        host.expect(200, "PUT", room + "/desk/questions/rules", rules);
        new Browser().expect(201, "POST", room + "/questions", "{\"text\":\"Hidden until approved?\"}");
        host.expect(201, "POST", room + "/questions", "{\"text\":\"=1+1, \\\"quoted\\\"\"}");
        host.expect(201, "POST", room + "/messages", "{\"text\":\"Welcome\"}");
        var seen = host.expect(200, "GET", room + "/export?part=questions", "");
        assertTrue(seen.contains("\"'=1+1, \"\"quoted\"\"\""), seen);
        assertFalse(seen.contains("Hidden"), seen);
        assertTrue(host.expect(200, "GET", room + "/export?part=questions&view=desk", "")
                .contains("Hidden"));
        assertTrue(host.expect(200, "GET", room + "/export?part=chat&format=json", "")
                .contains("Welcome"));
        var poll = room + "/polls/" + id(host.expect(201, "POST", room + "/polls", POLL));
        host.expect(200, "POST", poll + "/open", "{}");
        new Browser().expect(200, "POST", poll + "/ballot", "{\"options\":[1]}");
        assertFalse(host.expect(200, "GET", room + "/export?part=polls", "").contains("乙 / B,1"));
        assertTrue(host.expect(200, "GET", room + "/export?part=polls&view=desk", "")
                .contains("乙 / B,1"));
        host.expect(200, "POST", poll + "/close", "{}");
        assertTrue(host.expect(200, "GET", room + "/export?part=polls", "").contains("乙 / B,1"));
        new Browser().refuse(401, "access.sign-in", "GET", room + "/export", "");
        host.refuse(422, "request.invalid", "GET", room + "/export?part=people", "");
    }

    @Test
    void peopleAskAndVoteWithoutScript() throws Exception {
        var room = room("plain");
        var host = new Browser().operator();
        var poll = id(host.expect(201, "POST", room + "/polls", POLL));
        host.expect(200, "POST", room + "/polls/" + poll + "/open", "{}");
        var visitor = new Browser();
        var asked = visitor.form(room + "/questions", "text=Is+it+%3Cb%3Eopen%3C%2Fb%3E%3F&anonymous=true");
        assertEquals(303, asked.statusCode(), asked.body());
        assertEquals(
                "/en/live/" + room + "#questions",
                asked.headers().firstValue("Location").orElse(""));
        var page = visitor.send("GET", "/en/live/" + room, "", "").body();
        assertTrue(page.contains("Is it &lt;b>open&lt;/b>?") || page.contains("Is it &lt;b&gt;open&lt;/b&gt;?"), page);
        assertTrue(page.contains("My questions") && page.contains("Anonymous · 0 votes"), page);
        var question = page.replaceAll("(?s).*/questions/([0-9a-f-]{36})/vote.*", "$1");
        assertEquals(
                303,
                visitor.form(room + "/questions/" + question + "/vote", "on=true")
                        .statusCode());
        assertEquals(
                303,
                visitor.form(room + "/polls/" + poll + "/ballot", "options=1").statusCode());
        page = visitor.send("GET", "/en/live/" + room, "", "").body();
        assertTrue(page.contains("Anonymous · 1 votes") && page.contains("Take my vote back"), page);
        assertTrue(page.contains("You have voted"), page);
        var refused = visitor.form(room + "/polls/" + poll + "/ballot", "");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("Please check your ballot"), refused.body());
    }
}
