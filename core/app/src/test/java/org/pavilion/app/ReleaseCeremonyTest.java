package org.pavilion.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.server.json.Json;

/** Five policies, nine deals and four platforms of three boards become public block by block, each block at once. */
final class ReleaseCeremonyTest {
    private static final Json JSON = new Json();
    private static final String SESSIONS = "/api/plugins/forum/sessions/ses-gala";

    /** Words that stand in every record that waits, and nowhere else. */
    private static final String SECRET = "sealedword";

    @TempDir
    Path data;

    private static String record(String kind, int number, String more) {
        return ("{\"id\":\"%1$s-gala-%2$d\",\"kind\":\"%1$s\",\"name\":{\"zh\":\"%3$s%1$s%2$d\",\"en\":\"%3$s %1$s %2$d\"},"
                        + "\"summary\":{\"zh\":\"%3$s\",\"en\":\"%3$s\"},\"edition\":\"ed-gala\",%4$s,"
                        + "\"source\":[]}")
                .formatted(kind, number, SECRET, more);
    }

    private static String records(String kind, int count, String more) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> record(kind, number, more))
                .collect(Collectors.joining("\n"));
    }

    private static void takes(House house, String kind, String line) {
        var answer = house.asOperator(
                "POST", "/api/imports?kind=" + kind, "application/x-ndjson", line.getBytes(StandardCharsets.UTF_8));
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"stored\":true"), answer.body());
    }

    private static HttpResponse<String> post(House house, String path, Object body) {
        return house.asOperator("POST", path, "application/json", JSON.bytes(body));
    }

    private static void hold(House house, String block, String kind, String lines) {
        var answer = post(house, SESSIONS + "/blocks/" + block + "/held", Map.of("kind", kind, "lines", lines));
        assertEquals(200, answer.statusCode(), answer.body());
    }

    /** What a guest can read of the boards: lists, programme, room, search, links, exports. */
    private static Map<String, String> everything(House house) {
        var read = new TreeMap<String, String>();
        for (var path : List.of(
                "/",
                "/policy",
                "/deals",
                "/platforms",
                "/en/deals",
                "/forum/ses-gala",
                "/agenda?edition=ed-gala",
                "/live/session:ses-gala",
                "/api/plugins/policy/policies?limit=100",
                "/api/plugins/trading/deals?limit=100",
                "/api/plugins/trading/statistics/deals",
                "/api/plugins/forum/sessions/ses-gala/blocks",
                "/api/plugins/forum/sessions/ses-gala/papers",
                "/api/plugins/forum/sessions/ses-gala",
                "/api/objects/session:ses-gala/next",
                "/api/search?q=" + SECRET,
                "/search?q=gala",
                "/agenda.ics?edition=ed-gala")) {
            read.put(path, house.page(path).body());
        }
        return read;
    }

    private static List<String> leaks(House house) {
        var leaks = new ArrayList<String>();
        everything(house).forEach((path, body) -> {
            // The search page repeats the words it was asked for; the words of a record are longer.
            if (body.contains(SECRET + " ") || body.contains("-gala-1")) {
                leaks.add(path);
            }
        });
        for (var page : List.of("/policy/policy-gala-1", "/deals/deal-gala-1", "/platform/platform-gala-1")) {
            if (house.page(page).statusCode() != 404) {
                leaks.add(page);
            }
        }
        return leaks;
    }

    @Test
    void eachBlockOfACeremonyIsPublicAtOnceAndNothingBefore() {
        try (var house = House.fresh(data, false, false)) {
            takes(
                    house,
                    "edition",
                    "{\"id\":\"ed-gala\",\"kind\":\"edition\",\"name\":{\"zh\":\"盛典\",\"en\":\"Gala\"},\"summary\":{\"zh\":\"一届\","
                            + "\"en\":\"One\"},\"series\":\"gala\",\"year\":2031,\"status\":\"open\",\"dates\":{\"start\":"
                            + "\"2031-05-19\",\"end\":\"2031-05-21\"},\"boards\":[\"release\"],\"format\":\"hybrid\",\"source\":[]}");
            takes(
                    house,
                    "session",
                    "{\"id\":\"ses-gala\",\"kind\":\"session\",\"name\":{\"zh\":\"发布会\",\"en\":\"Release\"},\"summary\":{\"zh\":"
                            + "\"一场\",\"en\":\"One\"},\"edition\":\"ed-gala\",\"sessionType\":\"release\",\"startsAt\":"
                            + "\"2031-05-19T02:00:00Z\",\"endsAt\":\"2031-05-19T04:00:00Z\",\"agenda\":[{\"block\":"
                            + "\"policy-and-demand\"},{\"block\":\"signing\"},{\"block\":\"unveiling\"}],\"source\":[]}");
            hold(
                    house,
                    "b1",
                    "policy",
                    records(
                            "policy",
                            5,
                            "\"effectiveYear\":2031,\"effectiveYearBasis\":\"announcement-or-approval\",\"currency\":\"CNY\","
                                    + "\"rounding\":\"down-0.01\",\"status\":\"released\",\"rules\":[],\"related\":[\"session:ses-gala\"]"));
            hold(
                    house,
                    "b2",
                    "deal",
                    records("deal", 9, "\"dealType\":\"cooperation\",\"parties\":[\"北京市\"],\"session\":\"ses-gala\""));
            hold(
                    house,
                    "b3",
                    "platform",
                    records("platform", 4, "\"platformType\":\"innovation\",\"builders\":[],\"session\":\"ses-gala\""));
            assertEquals(List.of(), leaks(house));

            assertEquals(409, run(house, "b1", false).statusCode());
            assertEquals(List.of(), leaks(house));
            for (var block : List.of("b1", "b2", "b3")) {
                assertEquals(200, run(house, block, true).statusCode());
            }
            assertEquals(5, count(house, "/api/plugins/policy/policies?limit=100", "policy-gala-"));
            assertEquals(9, count(house, "/api/plugins/trading/deals?limit=100", "deal-gala-"));
            assertEquals(200, house.page("/platform/platform-gala-4").statusCode());
            assertEquals(200, house.page("/deals/deal-gala-9").statusCode());
            house.await(
                    "/api/objects/session:ses-gala/next",
                    next -> next.body().contains("policy-gala-5")
                            && next.body().contains("deal-gala-1")
                            && next.body().contains("platform-gala-4"));
            var seen = leaks(house);
            assertTrue(
                    seen.containsAll(List.of(
                            "/deals",
                            "/platforms",
                            "/policy",
                            "/platform/platform-gala-1",
                            "/forum/ses-gala",
                            "/live/session:ses-gala",
                            "/api/plugins/policy/policies?limit=100",
                            "/api/plugins/trading/deals?limit=100",
                            "/api/plugins/forum/sessions/ses-gala/blocks")),
                    () -> "what was looked through before the run shows the records after it, not only " + seen);
            assertEquals(409, run(house, "b1", true).statusCode());
        }
    }

    private static HttpResponse<String> run(House house, String block, boolean sure) {
        return post(house, SESSIONS + "/blocks/" + block + "/run", Map.of("sure", sure));
    }

    private static long count(House house, String path, String prefix) {
        var body = house.get(path).body();
        return IntStream.rangeClosed(1, 9)
                .filter(number -> body.contains("\"" + prefix + number + "\""))
                .count();
    }
}
