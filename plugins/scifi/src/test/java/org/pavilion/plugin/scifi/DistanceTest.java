package org.pavilion.plugin.scifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.pavilion.testing.Answer;
import org.pavilion.testing.Expo;
import org.pavilion.testing.PavilionTest;
import org.pavilion.testing.Role;
import org.pavilion.testing.Store;
import org.pavilion.testing.Visitor;

@PavilionTest(
        plugin = ScifiPlugin.class,
        stores = {Store.SQLITE, Store.POSTGRES})
final class DistanceTest {
    private record Seen(List<Row> answers, long total, Optional<String> mine) {
        record Row(String answer, long votes) {}

        long of(String answer) {
            return answers.stream()
                    .filter(row -> row.answer().equals(answer))
                    .mapToLong(Row::votes)
                    .sum();
        }
    }

    private static Visitor guest(Expo expo) {
        return expo.newGuest().with("Sec-Fetch-Site", "same-origin");
    }

    private static Answer vote(Visitor guest, String exhibit, String answer) {
        return guest.put("/exhibits/" + exhibit + "/distance", Map.of("answer", answer));
    }

    private static Seen seen(Visitor guest, String exhibit) {
        return guest.get("/exhibits/" + exhibit + "/distance").expect(200).as(Seen.class);
    }

    @Test
    void aVisitorCountsOnceAndMayChangeTheAnswer(Expo expo) {
        expo.expectDemo();
        var one = guest(expo);
        var other = guest(expo);
        vote(one, "sci-climber", "by-2050").expect(200);
        expo.awaitEvent("scifi.distance-voted.v1");
        vote(one, "sci-climber", "by-2050").expect(200);
        vote(other, "sci-climber", "never").expect(200);
        vote(one, "sci-climber", "by-2035").expect(200);
        var result = seen(one, "sci-climber");
        assertEquals(2, result.total());
        assertEquals(1, result.of("by-2035"));
        assertEquals(0, result.of("by-2050"));
        assertEquals(Optional.of("by-2035"), result.mine());
        assertEquals(Optional.empty(), seen(guest(expo), "sci-climber").mine());
    }

    @Test
    void aHundredTriesAtOnceAreOneVote(Expo expo) throws Exception {
        expo.expectDemo();
        var guest = guest(expo);
        var tries = new ArrayList<Future<Answer>>();
        try (var pool = Executors.newFixedThreadPool(32)) {
            for (int i = 0; i < 100; i++) {
                var answer = i % 2 == 0 ? "now" : "later";
                tries.add(pool.submit(() -> vote(guest, "sci-garland", answer)));
            }
        }
        for (var each : tries) {
            each.get().expect(200);
        }
        assertEquals(1, seen(guest, "sci-garland").total());
    }

    @Test
    void aFormWithoutScriptGoesOnToTheResults(Expo expo) {
        expo.expectDemo();
        var answer = guest(expo).post("/exhibits/sci-lantern/distance?lang=en", Map.of("answer", "by-2030"));
        answer.expect(303);
        var next = answer.headers().firstValue("Location").orElseThrow();
        assertEquals("/en/scifi/sci-lantern/distance?voted=yes", next);
        var page = expo.as(Role.GUEST).page(next).expect(200).body();
        assertTrue(page.contains("Your answer counts") && page.contains("100%"), page);
    }

    @Test
    void refusesUnknownAnswersOtherExhibitsAndOtherSites(Expo expo) {
        expo.expectDemo();
        vote(guest(expo), "sci-climber", "tomorrow").expect(422);
        vote(guest(expo), "sci-newtech-60", "now").expect(404);
        vote(guest(expo), "no-such", "now").expect(404);
        vote(expo.newGuest().with("Sec-Fetch-Site", "cross-site"), "sci-pair-1", "now")
                .expect(403);
        assertEquals(0, seen(guest(expo), "sci-pair-1").total());
    }

    @Test
    void aModelWithoutRightsIsNotTaken(Expo expo) {
        expo.expectDemo();
        var line = "{\"id\":\"sci-x\",\"name\":{\"zh\":\"某影片道具\",\"en\":\"A prop\"},"
                + "\"summary\":{\"zh\":\"无权利\",\"en\":\"no rights\"},\"edition\":\"ed-scifi-2023\","
                + "\"type\":\"film-prop\",\"model\":\"climber\",\"source\":[]}";
        var report = expo.server()
                .imports()
                .run(
                        "scifi",
                        new java.io.ByteArrayInputStream(line.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        false);
        assertFalse(report.clean());
        expo.as(Role.GUEST).page("/scifi/sci-x").expect(404);
    }

    @Test
    void filmsAreFactsWithoutPictures(Expo expo) {
        expo.expectDemo();
        var film = expo.as(Role.GUEST)
                .page("/en/scifi/sci-wandering-earth")
                .expect(200)
                .body();
        assertTrue(film.contains("the rights are not ours"), film);
        assertFalse(film.contains("<img"), "a film without rights shows no picture");
        var gallery = expo.as(Role.GUEST).page("/en/scifi").expect(200).body();
        assertTrue(gallery.contains("at least 50") || gallery.contains("50"), gallery);
        assertTrue(gallery.contains("Invented pairing"), "invented pairs say so");
    }
}
