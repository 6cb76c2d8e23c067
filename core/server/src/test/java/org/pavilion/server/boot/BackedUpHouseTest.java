package org.pavilion.server.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.server.json.Json;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.Database;
import org.pavilion.server.telemetry.Telemetry;

/** The verbs backup, restore and audit verify against a whole house, open and closed. */
final class BackedUpHouseTest {
    private static final int QUESTIONS = 60;

    @TempDir
    Path folder;

    private record Said(int code, String text) {}

    private record Found(List<Object> hits, boolean partial) {}

    @Test
    void anOpenHouseIsBackedUpAndAnswersTheSameElsewhere() throws Exception {
        var data = folder.resolve("data");
        var file = folder.resolve("house.zip");
        Map<String, String> before;
        try (var server = Server.start(ServerSettings.local(data).withDemo(true))) {
            before = answers(server);
            var made = run("backup", file.toString(), "--data", data.toString());
            assertEquals(0, made.code(), made.text());
            var verified = run("audit", "verify", "--data", data.toString());
            assertEquals(0, verified.code(), verified.text());
            assertTrue(verified.text().startsWith("good "), verified.text());
        }
        assertTrue(before.values().stream().distinct().count() > 10, "the questions find something");

        var again = folder.resolve("again");
        var restored = run("restore", file.toString(), "--data", again.toString());
        assertEquals(0, restored.code(), restored.text());
        assertTrue(restored.text().contains("audit     good"), restored.text());
        try (var server = Server.start(ServerSettings.local(again))) {
            assertEquals(before, answers(server));
            assertFalse(server.identity().operatorPresent());
        }

        var third = folder.resolve("third.zip");
        var closed = run("backup", third.toString(), "--data", again.toString());
        assertEquals(0, closed.code(), closed.text());
        assertNotEquals(
                0, run("backup", third.toString(), "--data", again.toString()).code());
    }

    @Test
    void aTamperedRowMakesTheVerbFailAndIsNamed() throws Exception {
        var data = folder.resolve("data");
        try (var server = Server.start(ServerSettings.local(data).withDemo(true))) {
            assertTrue(server.port() > 0);
        }
        try (var database = Database.open(ServerSettings.local(data), new Telemetry());
                var core = database.mount("core", new Json())) {
            core.write((handle, journal) -> handle.execute("update audit_row set actor = 'account:eve' where n = 2"));
        }
        var verified = run("audit", "verify", "--data", data.toString());
        assertEquals(1, verified.code());
        assertTrue(verified.text().startsWith("BAD  seq "), verified.text());
        assertTrue(verified.text().contains("Row 2"), verified.text());
    }

    @Test
    void aBackupThatIsKilledLeavesNothingThatLooksFinished() throws Exception {
        var data = folder.resolve("data");
        try (var database = Database.open(ServerSettings.local(data), new Telemetry());
                var core = database.mount("core", new Json())) {
            for (int i = 0; i < 30; i++) {
                var from = i * 10_000;
                core.write((handle, journal) -> handle.execute("""
                        with recursive n(i) as (select %d union all select i + 1 from n where i < %d)
                        insert into content_link(from_ref, to_ref, relation, created_at)
                        select 'book:b' || i, 'shelf:s' || hex(randomblob(40)), 'lies-on', i from n""".formatted(from, from + 9_999)));
            }
        }
        var file = folder.resolve("killed.zip");
        var part = folder.resolve("killed.zip.part");
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "backup",
                        file.toString(),
                        "--data",
                        data.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!Files.exists(part) || Files.size(part) < 200_000) {
                assertTrue(child.isAlive() && System.nanoTime() < deadline, "the backup did not get under way");
                Thread.onSpinWait();
            }
        } finally {
            child.destroyForcibly();
        }
        assertTrue(child.waitFor(30, TimeUnit.SECONDS));
        assertFalse(Files.exists(file));
        var refused = run(
                "restore", part.toString(), "--data", folder.resolve("never").toString());
        assertEquals(1, refused.code());
        assertTrue(refused.text().contains("no whole backup"), refused.text());
        assertFalse(Files.exists(folder.resolve("never")));
    }

    /** What the house answers to the judged questions; only the time it took differs. */
    private static Map<String, String> answers(Server server) throws Exception {
        var answers = new LinkedHashMap<String, String>();
        var json = new Json();
        try (var client = HttpClient.newHttpClient();
                var lines = new java.io.BufferedReader(new InputStreamReader(
                        BackedUpHouseTest.class.getResourceAsStream("/search/judged.tsv"), StandardCharsets.UTF_8))) {
            for (var line : lines.lines().skip(1).limit(QUESTIONS).toList()) {
                var query = line.split("\t", -1)[1];
                answers.put(query, json.text(found(client, server, query)));
            }
        }
        return answers;
    }

    /** A busy machine may leave the later stages of a search out, and says so. */
    private static List<Object> found(HttpClient client, Server server, String query) throws Exception {
        var address = server.url() + "/api/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        while (true) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertEquals(200, answer.statusCode(), answer.body());
            var found = new Json().view(answer.body(), Found.class);
            if (!found.partial()) {
                return found.hits();
            }
        }
    }

    private static Said run(String... arguments) throws IOException {
        var text = new StringWriter();
        try (var out = new PrintWriter(text)) {
            var line = Main.commandLine();
            line.setOut(out);
            line.setErr(out);
            return new Said(line.execute(arguments), text.toString());
        }
    }
}
