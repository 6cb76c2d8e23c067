package org.pavilion.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rubbish gets a clear answer and changes nothing. */
final class BadInputTest {
    @TempDir
    static Path data;

    private static House house;

    @BeforeAll
    static void open() {
        house = House.fresh(data, true, false);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void anImportWithErrorsInTheMiddleStoresNothingAndNamesEveryLine() {
        var before = zones();
        var lines = """
                {"id":"zone-test-a","kind":"zone","name":{"zh":"测试甲","en":"Test A"},"summary":{"zh":"甲","en":"A"},"edition":"ed-cibte-2020","source":[]}
                {"id":"zone-test-b","kind":"zone","name":
                {"id":"zone-test-c","kind":"zone","surprise":1,"name":{"zh":"测试丙","en":"Test C"},"summary":{"zh":"丙","en":"C"},"edition":"ed-cibte-2020","source":[]}
                """;
        var answer = imported("zone", lines, false);
        assertTrue(answer.body().contains("surprise"), answer.body());
        assertEquals(404, house.page("/zone/zone-test-a").statusCode(), "nothing is half imported");
        assertEquals(before, zones());
    }

    @Test
    void aDryRunStoresNothingAndARepeatedImportChangesNothing() {
        var line = """
                {"id":"zone-test-d","kind":"zone","name":{"zh":"测试丁","en":"Test D"},"summary":{"zh":"丁","en":"D"},"edition":"ed-cibte-2020","source":[]}
                """;
        assertEquals(200, imported("zone", line, true).statusCode());
        assertEquals(404, house.page("/zone/zone-test-d").statusCode());
        assertEquals(200, imported("zone", line, false).statusCode());
        assertEquals(200, house.page("/zone/zone-test-d").statusCode());
        var again = imported("zone", line, false);
        assertTrue(again.body().replace(" ", "").contains("\"same\":1"), again.body());
        house.await("/api/search?type=zone&q=Test%20D", found -> found.body().contains("zone-test-d"));
    }

    @Test
    void anUnknownKindAndAnUnknownIdAreNamed() {
        assertTrue(imported("spaceship", "{}", false).statusCode() >= 400);
        for (var path : new String[] {
            "/api/organisations/none", "/api/plugins/exhibition/booths/none", "/api/plugins/none/x", "/api/none"
        }) {
            var answer = house.get(path);
            assertEquals(404, answer.statusCode(), path);
            assertTrue(answer.body().contains("\"code\""), answer.body());
        }
    }

    @Test
    void brokenAndOversizedBodiesAreRefused() {
        var path = "/api/plugins/exhibition/booths/none";
        assertEquals(
                400,
                house.asOperator("PATCH", path, "application/json", utf8("{\"pitch\":"))
                        .statusCode());
        var wrong = house.asOperator("PATCH", path, "application/json", utf8("{\"pitch\":7}"));
        assertEquals(422, wrong.statusCode(), wrong.body());
        assertTrue(wrong.body().contains("/pitch"), wrong.body());
        assertEquals(
                413,
                house.asOperator("PATCH", path, "application/json", new byte[2 << 20])
                        .statusCode());
    }

    @Test
    void oddQueriesNeverFail() {
        for (var query : new String[] {
            "%00", "%ED%A0%80", "%22", "*:*", "AND+OR", "%E2%80%AE", "a".repeat(4000), "%F0%9F%99%82", "(((((("
        }) {
            var answer = house.get("/api/search?q=" + query);
            assertTrue(answer.statusCode() == 200 || answer.statusCode() == 400, query + ": " + answer.statusCode());
            assertFalse(answer.body().contains("Exception"), answer.body());
        }
    }

    private static String zones() {
        return house.get("/api/plugins/exhibition/zones?edition=ed-cibte-2020").body();
    }

    private static HttpResponse<String> imported(String kind, String lines, boolean dry) {
        return house.asOperator(
                "POST", "/api/imports?kind=" + kind + "&dryRun=" + dry, "application/x-ndjson", utf8(lines));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
