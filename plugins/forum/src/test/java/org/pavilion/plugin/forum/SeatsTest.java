package org.pavilion.plugin.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.testing.Store.POSTGRES;
import static org.pavilion.testing.Store.SQLITE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Language;
import org.pavilion.server.identity.Credentials;
import org.pavilion.server.identity.Visit;
import org.pavilion.testing.Expo;
import org.pavilion.testing.PavilionTest;
import org.pavilion.testing.Role;
import org.pavilion.testing.Visitor;

/** What people do for themselves: they reserve seats, once each, and sign initiatives. */
@PavilionTest(
        plugin = ForumPlugin.class,
        stores = {SQLITE, POSTGRES})
final class SeatsTest {
    private static final String SEATS = "/sessions/ses-seats/seats";
    private static final String PASSWORD = "a-long-password-for-seats";

    record State(List<Channel> channels) {
        record Channel(String channel, int capacity, int taken, int waiting) {}
    }

    @BeforeEach
    void layASession(Expo expo) {
        expo.expectDemo();
        expo.importLines("session", """
                {"id": "ses-seats", "kind": "session", "name": {"zh": "小厅", "en": "Small hall"},
                 "summary": {"zh": "一场", "en": "One"}, "edition": "ed-ttc-2023", "sessionType": "talk",
                 "startsAt": "2099-06-01T01:00:00Z", "endsAt": "2099-06-01T02:00:00Z",
                 "capacity": {"onSite": 2}, "source": []}""".replace('\n', ' '));
    }

    @Test
    void theSessionSaysWhatIsLeftAndAGuestSignsInFirst(Expo expo) {
        var guest = expo.as(Role.GUEST);
        var state = guest.get("/sessions/ses-seats/state").expect(200).as(State.class);
        assertEquals(List.of(new State.Channel("on-site", 2, 0, 0)), state.channels());
        assertTrue(guest.page("/en/forum/ses-seats").expect(200).body().contains("2 seats on site, 2 left"));
        assertEquals(401, guest.page("/forum/ses-seats/seat").status());
        assertEquals(
                401,
                guest.post("/sessions/ses-seats/seats", Map.of("channel", "on-site"))
                        .status());
    }

    record Reservation(Own own, List<State.Channel> channels) {
        record Own(boolean waiting, int ahead) {}
    }

    private static Visitor person(Expo expo, String name) {
        var identity = expo.server().identity();
        var email = name + "@example.org";
        var account = identity.accounts().create(email, name, Language.EN);
        identity.entrance().choosePassword(account.ref(), PASSWORD);
        var cookie = identity.entrance()
                .signIn(email, PASSWORD, new Visit(Credentials.none("127.0.0.1"), ""))
                .cookie();
        return expo.as(Role.GUEST)
                .with("Cookie", identity.sessionCookie() + "=" + cookie)
                .with("Sec-Fetch-Site", "same-origin");
    }

    private static boolean waits(Visitor visitor) {
        return visitor.get(SEATS).expect(200).as(Reservation.class).own().waiting();
    }

    @Test
    void theLastSeatIsSoldOnceAndWhoeverWaitsMovesUp(Expo expo) throws InterruptedException {
        var wish = Map.of("channel", "on-site");
        var people = List.of(person(expo, "ada"), person(expo, "bell"), person(expo, "curie"));
        var threads = people.stream()
                .map(each ->
                        Thread.ofVirtual().start(() -> each.post(SEATS, wish).expect(200)))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        people.forEach(each -> each.post(SEATS, wish).expect(200));
        var state =
                expo.as(Role.GUEST).get("/sessions/ses-seats/state").expect(200).as(State.class);
        assertEquals(List.of(new State.Channel("on-site", 2, 2, 1)), state.channels());
        assertEquals(1, people.stream().filter(SeatsTest::waits).count());

        var seated = people.stream().filter(each -> !waits(each)).findFirst().orElseThrow();
        var late = people.stream().filter(SeatsTest::waits).findFirst().orElseThrow();
        assertTrue(late.page("/en/forum/ses-seats/seat").expect(200).body().contains("waiting list with 0 before you"));
        seated.post(SEATS + "/give-back", Map.of()).expect(200);
        assertFalse(waits(late));
        assertTrue(late.page("/api/me/inbox").expect(200).body().contains("forum.seat-free"));
        seated.post(SEATS, wish).expect(200);
        assertTrue(waits(seated));
    }

    record Signatures(long version, List<Signer> signers) {
        record Signer(String name, String organisation, long version) {}
    }

    private static String initiative(String summary) {
        return """
                {"id": "init-signed", "kind": "initiative", "name": {"zh": "联署倡议", "en": "Signed call"},
                 "summary": {"zh": "%s", "en": "%s"}, "edition": "ed-ttc-2023", "source": []}""".formatted(summary, summary).replace('\n', ' ');
    }

    @Test
    void aPersonSignsOneVersionOfAnInitiativeForThemselves(Expo expo) {
        expo.importLines("initiative", initiative("first words"));
        var path = "/initiatives/init-signed/co-signers";
        var signature = Map.of("name", "Dora", "organisation", "Institute");
        assertEquals(401, expo.as(Role.GUEST).post(path, signature).status());
        var dora = person(expo, "dora");
        dora.post(path, signature).expect(200);
        expo.importLines("initiative", initiative("better words"));
        var guest = expo.as(Role.GUEST);
        var signed = guest.get(path).expect(200).as(Signatures.class);
        assertEquals(2, signed.version());
        assertEquals(List.of(new Signatures.Signer("Dora", "Institute", 1)), signed.signers());
        var page = guest.page("/en/initiatives/init-signed").expect(200).body();
        assertTrue(page.contains("Dora") && page.contains("version 1") && page.contains("first words"), page);
        assertTrue(dora.page("/en/initiatives/init-signed/co-sign")
                .expect(200)
                .body()
                .contains("The text has changed since"));
        dora.post(path, signature).expect(200);
        assertEquals(
                2,
                guest.get(path)
                        .expect(200)
                        .as(Signatures.class)
                        .signers()
                        .getFirst()
                        .version());
        dora.post(path + "/withdraw", Map.of()).expect(200);
        assertEquals(List.of(), guest.get(path).expect(200).as(Signatures.class).signers());
    }
}
