package org.pavilion.server.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Caller;
import org.pavilion.api.Ref;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.Text;
import org.pavilion.server.live.view.ChatDraft;
import org.pavilion.server.settings.ServerSettings;

/** The organiser's first page, health and settings of a whole house, read without script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeskPagesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    DeskPagesTest(@TempDir Path data) {
        server = Server.start(ServerSettings.local(data));
    }

    @AfterAll
    void close() {
        client.close();
        server.close();
    }

    @Test
    void theOverviewListsWhatSeveralPeopleSearchedForTodayAndFoundNothing() throws Exception {
        assertTrue(text(get("/organiser")).contains("还没有"), "no backup was made yet");
        for (int i = 0; i < 3; i++) {
            assertEquals(200, get("/api/search?q=teleporter").statusCode());
        }
        assertEquals(200, get("/api/search?q=onlyonce").statusCode());
        awaiting(() -> text(get("/en/organiser")).contains("/en/search?q=teleporter"));
        var page = text(get("/en/organiser"));
        assertEquals(3, page.split("/en/search\\?q=teleporter", -1).length, "among all, and among those in vain");
        assertFalse(page.contains("onlyonce"), page);
        assertTrue(page.contains("3 times"), page);
    }

    @Test
    void theHealthPageCountsWhatNeedsALookAsPeopleSayIt() throws Exception {
        for (var path : new String[] {"/organiser/health", "/en/organiser/health"}) {
            var page = get(path);
            assertEquals(200, page.statusCode());
            assertTrue(text(page).contains("data-part=\"health\""), text(page));
            assertFalse(text(page).contains("1 things"), text(page));
        }
    }

    @Test
    void aSettingIsRefusedAtItsFieldThenHoldsAndIsSigned() throws Exception {
        var refused = post("values.signUp=true&values.slowSeconds=99999&values.digestHour=17&version=0");
        assertEquals(422, refused.statusCode(), text(refused));
        assertTrue(text(refused).contains("value=\"99999\""), text(refused));
        assertTrue(text(refused).contains("aria-invalid=\"true\""), text(refused));

        assertEquals(
                303,
                post("values.signUp=true&values.slowSeconds=5&values.digestHour=17&version=0")
                        .statusCode());
        assertEquals(
                412,
                post("values.signUp=true&values.slowSeconds=6&values.digestHour=17&version=0")
                        .statusCode());
        awaiting(() -> text(get("/en/organiser/settings")).contains("Changed by the operator"));
        assertTrue(text(get("/organiser/settings")).contains("运维人员 修改于"));
        assertTrue(text(get("/organiser/settings")).contains("value=\"5\""));
    }

    @Test
    void wordsAreTriedOnWhatWasSaidBeforeTheyHold() throws Exception {
        var form = "scope=&rules=" + encoded("代开发票 | hold | advert\ncasino | reject | advert");
        var tried = post("/en/moderation/rules", form + "&act=try");
        assertEquals(200, tried.statusCode(), text(tried));
        assertTrue(text(tried).contains("id=\"trial\""), text(tried));
        assertFalse(text(get("/en/moderation/rules")).contains("casino"), "nothing holds yet");
        assertEquals(303, post("/en/moderation/rules", form + "&act=save").statusCode());
        assertTrue(text(get("/moderation/rules")).contains("casino | reject | advert"));
        assertEquals(303, post("/en/moderation/rules", "scope=&rules=&act=save").statusCode());
        assertFalse(text(get("/en/moderation/rules")).contains("casino"));
        assertEquals(
                303, post("/en/moderation/rules/restore", "scope=&version=1").statusCode());
        assertTrue(text(get("/en/moderation/rules")).contains("casino"));
        var wrong = post("/en/moderation/rules", "scope=&rules=" + encoded("x | shout") + "&act=save");
        assertEquals(422, wrong.statusCode());
        assertTrue(text(wrong).contains("x | shout"), "what was typed stays");
    }

    @Test
    void aRoomsNoticeAndPinsCanBeReadWithoutScript() throws Exception {
        var room = new Ref("session", "twin");
        server.rooms().attach(room, RoomSpec.of(new Text("开幕", "Opening"), RoomSpec.Module.CHAT));
        var caller = new Caller(new Ref("guest", "g1"), Caller.Kind.GUEST, Set.of("pub"));
        var said = server.rooms().post(caller, room, ChatDraft.of("worth reading"));
        var api = "/api/live/rooms/" + room;
        assertEquals(
                200,
                json(api + "/notices", "{\"text\":\"lunch at twelve\",\"minutes\":10}")
                        .statusCode());
        assertEquals(200, json(api + "/messages/" + said.id() + "/pin", "{}").statusCode());
        var page = text(get("/en/live/" + room));
        assertTrue(page.contains("lunch at twelve"), page);
        assertEquals(3, page.split("worth reading", -1).length, "said and pinned");
        var desk = client.send(asked(api + "/desk/chat").build(), BodyHandlers.ofString());
        assertEquals(200, desk.statusCode());
        assertTrue(text(desk).contains("\"pinned\":true"), text(desk));
    }

    private HttpResponse<String> json(String path, String body) throws IOException, InterruptedException {
        return client.send(
                asked(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private interface Question {
        boolean holds() throws Exception;
    }

    private static void awaiting(Question question) throws Exception {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); !question.holds(); ) {
            assertTrue(System.nanoTime() < end, "it never came about");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(asked(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String form) throws IOException, InterruptedException {
        return post("/en/organiser/settings/core", form);
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return client.send(
                asked(path)
                        .header("Content-Type", FORM)
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder asked(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Accept", "text/html")
                .header("Authorization", "Bearer " + server.operatorToken());
    }

    private static String text(HttpResponse<String> answer) {
        return answer.body();
    }
}
