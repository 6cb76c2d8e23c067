package org.pavilion.server.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Scope;
import org.pavilion.server.identity.Credentials;
import org.pavilion.server.identity.DeclaredPermission;
import org.pavilion.server.settings.ServerSettings;

class ServerTest {
    @TempDir
    static Path data;

    private static Server server;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void open() {
        server = Server.start(ServerSettings.local(data));
    }

    @AfterAll
    static void close() {
        server.close();
        CLIENT.close();
        assertFalse(Files.exists(data.resolve("running.json")));
    }

    @Test
    void refusesASecondStartOnTheSameDirectory() {
        var refused = assertThrows(Problem.class, () -> Server.start(ServerSettings.local(data)));

        assertEquals("storage.locked", refused.code());
        assertTrue(
                refused.detail().contains(String.valueOf(ProcessHandle.current().pid())), refused.detail());
    }

    @Test
    void refusesAPortThatIsTakenAndNamesIt(@TempDir Path other) {
        var refused = assertThrows(
                Problem.class, () -> Server.start(ServerSettings.local(other).withPort(server.port())));

        assertEquals("start.port", refused.code());
        assertTrue(refused.detail().contains(String.valueOf(server.port())));
    }

    @Test
    void opensOneSessionWithTheSetupLink() throws Exception {
        var token = server.setupLink().substring(server.setupLink().indexOf('=') + 1);

        var first = setup(token);
        var second = setup(token);

        assertEquals(303, first.statusCode(), first.body());
        var cookie = first.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("pav="))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
        assertEquals(403, second.statusCode());
        assertTrue(second.headers().allValues("Set-Cookie").stream().noneMatch(each -> each.startsWith("pav=")));
    }

    @Test
    void asksForADeclaredRightOnEveryRoute() {
        var declared = server.identity().declared().stream()
                .map(DeclaredPermission::permission)
                .collect(Collectors.toSet());
        for (var route : server.routes()) {
            assertTrue(
                    route.needs().equals(Permission.PUBLIC) || declared.contains(route.needs()),
                    route.method() + " " + route.path() + " needs "
                            + route.needs().name() + ", which nobody declares");
        }
    }

    @Test
    void refusesGuestsEveryRouteThatIsNotGrantedToThem() throws Exception {
        var guest = server.identity().caller(Credentials.none("127.0.0.1"));
        var asked = new ArrayList<String>();
        for (var route : server.routes()) {
            if (!server.identity().can(guest, route.needs(), Scope.EXPO)) {
                var path = route.path().replaceAll("\\{[a-zA-Z]+}", "x");
                var answer =
                        send(request("/api" + path).method(route.method().name(), HttpRequest.BodyPublishers.noBody()));
                assertEquals(401, answer.statusCode(), route.method() + " " + route.path() + " " + answer.body());
                asked.add(path);
            }
        }
        assertTrue(Set.copyOf(asked).size() >= 5, asked::toString);
    }

    @Test
    void knowsTheOperatorByTheTokenOfTheDataDirectory() throws Exception {
        var answer = send(request("/api/imports").header("Authorization", "Bearer " + server.operatorToken()));

        assertEquals(200, answer.statusCode(), answer.body());
    }

    @Test
    void leavesANoteForOtherVerbs() {
        assertEquals(
                List.of(server.url()),
                RunningServer.on(data).stream().map(RunningServer::url).toList());
    }

    private static HttpResponse<String> setup(String token) throws IOException, InterruptedException {
        return send(request("/setup")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path)).header("Accept", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
