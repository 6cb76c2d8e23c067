package org.pavilion.server.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.server.json.Json;
import org.pavilion.server.settings.ServerSettings;

/** Backups and the audit's table over HTTP, by who may and by who may not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BackupDoorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Json json = new Json();
    private final Path folder;

    BackupDoorTest(@TempDir Path folder) {
        this.folder = folder;
        server = Server.start(ServerSettings.local(folder.resolve("data")));
    }

    @AfterAll
    void close() {
        client.close();
        server.close();
    }

    private record Run(String id, String state, boolean kept, Optional<String> sha256, Optional<Long> bytes) {}

    @Test
    void whoMayRunBackupsTakesOneHomeAndDeletesIt() throws Exception {
        var begun = send("POST", "/backups", true);
        assertEquals(202, begun.statusCode(), text(begun));
        var id = json.view(text(begun), Run.class).id();
        var run = made(id);

        var file = send("GET", "/backups/" + id + "/file", true);
        assertEquals(200, file.statusCode());
        assertEquals("application/zip", header(file, "Content-Type"));
        assertTrue(
                header(file, "Content-Disposition").startsWith("attachment; filename=\"pavilion-" + id + ".zip\""),
                header(file, "Content-Disposition"));
        assertEquals("private, no-store", header(file, "Cache-Control"));
        assertEquals(run.bytes(), Optional.of((long) file.body().length));
        assertEquals(
                run.sha256().orElseThrow(),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.body())));
        var taken = Files.write(folder.resolve("taken.zip"), file.body());
        assertEquals(
                0,
                Main.commandLine()
                        .execute(
                                "restore",
                                taken.toString(),
                                "--data",
                                folder.resolve("again").toString()));

        assertEquals(204, send("DELETE", "/backups/" + id, true).statusCode());
        assertEquals(404, send("GET", "/backups/" + id + "/file", true).statusCode());
        assertEquals(404, send("DELETE", "/backups/" + id, true).statusCode());
        assertFalse(
                json.view(text(send("GET", "/backups/" + id, true)), Run.class).kept());
    }

    @Test
    void whoMayNotSeesAndTouchesNothing() throws Exception {
        for (var door : List.of("GET /backups", "POST /backups", "GET /backups/x/file", "DELETE /backups/x")) {
            var verb = door.split(" ", -1);
            assertEquals(401, send(verb[0], verb[1], false).statusCode(), door);
        }
        for (var door : List.of("/audit", "/audit/table", "/audit/state")) {
            assertEquals(401, send("GET", door, false).statusCode(), door);
        }
        for (var id : List.of("nothing", "pavilion.db")) {
            assertEquals(404, send("GET", "/backups/" + id + "/file", true).statusCode(), id);
        }
        assertEquals(400, send("GET", "/backups/..%2F..%2Fsecrets/file", true).statusCode());
    }

    @Test
    void theAuditIsTakenHomeAsATable() throws Exception {
        made(json.view(text(send("POST", "/backups", true)), Run.class).id());
        awaiting(() -> text(send("GET", "/audit?action=backup.made", true)).contains("backup.made.v1"));

        var table = send("GET", "/audit/table", true);
        assertEquals(200, table.statusCode());
        assertEquals("text/csv; charset=utf-8", header(table, "Content-Type"));
        assertTrue(header(table, "Content-Disposition").startsWith("attachment; filename=\"audit.csv\""));
        var lines = text(table).lines().toList();
        assertTrue(lines.size() > 1, text(table));
        int columns = lines.getFirst().split(",", -1).length;
        assertTrue(columns > 4, lines.getFirst());
        assertTrue(text(table).contains("backup.made.v1"));
        var only =
                text(send("GET", "/audit/table?action=backup.", true)).lines().toList();
        assertTrue(only.size() > 1);
        for (int i = 1; i < only.size(); i++) {
            assertTrue(only.get(i).contains("backup."), only.get(i));
        }
        assertEquals(422, send("GET", "/audit/table?from=yesterday", true).statusCode());
    }

    private interface Question {
        boolean holds() throws Exception;
    }

    private static void awaiting(Question question) throws Exception {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); !question.holds(); ) {
            assertTrue(System.nanoTime() < end, "it never came about");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Another test may have one under way: one backup is made at a time. */
    private Run made(String id) throws Exception {
        awaiting(() -> json.view(text(send("GET", "/backups/" + id, true)), Run.class)
                .state()
                .equals("done"));
        return json.view(text(send("GET", "/backups/" + id, true)), Run.class);
    }

    private HttpResponse<byte[]> send(String verb, String path, boolean operator)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url() + "/api" + path))
                .method(verb, HttpRequest.BodyPublishers.noBody());
        if (operator) {
            request.header("Authorization", "Bearer " + server.operatorToken());
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
