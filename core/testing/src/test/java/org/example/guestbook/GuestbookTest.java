package org.example.guestbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.testing.Store.POSTGRES;
import static org.pavilion.testing.Store.SQLITE;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pavilion.testing.Expo;
import org.pavilion.testing.PavilionTest;
import org.pavilion.testing.Role;

@PavilionTest(
        plugin = Guestbook.class,
        stores = {SQLITE, POSTGRES})
final class GuestbookTest {
    @Test
    void keepsASignedEntry(Expo expo) {
        expo.as(Role.OPERATOR).post("/entries", Map.of("text", "你好")).expect(200);
        expo.awaitEvent("guestbook.signed.v1").restartPlugin();
        var entries = expo.as(Role.GUEST).get("/entries").expect(200).as(Guestbook.Entries.class);
        assertTrue(entries.texts().contains("你好"));
    }

    @Test
    void refusesAGuestAndABodyThatDoesNotFit(Expo expo) {
        expo.as(Role.GUEST).post("/entries", Map.of("text", "hi")).expect(401);
        var refusal =
                expo.as(Role.OPERATOR).post("/entries", Map.of("words", "hi")).expect(422);
        assertTrue(refusal.body().contains("/words"), refusal.body());
    }

    @Test
    void hasAPageInTheHousesFrame(Expo expo) {
        assertTrue(expo.as(Role.GUEST).page("/en/guests").expect(200).body().contains("<h1>Guests</h1>"));
    }

    @Test
    void refusesAChangeThatNoEventTellsOf(Expo expo) {
        expo.as(Role.OPERATOR).post("/entries", Map.of("text", "stays")).expect(200);
        expo.as(Role.OPERATOR).post("/silent", Map.of()).expect(500);
    }

    @Test
    void takesImportedLines(Expo expo) {
        var line = "{\"id\":\"e1\",\"text\":\"imported\"}";
        assertEquals(1, expo.importLines("guest-entry", line).created());
        assertEquals(0, expo.importLines("guest-entry", line).created());
    }
}
