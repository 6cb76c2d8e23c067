package org.pavilion.plugin.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.testing.Store.POSTGRES;
import static org.pavilion.testing.Store.SQLITE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pavilion.testing.Expo;
import org.pavilion.testing.PavilionTest;
import org.pavilion.testing.Role;

/** Blocks that hold records back until they are run, and what an organiser does to the programme. */
@PavilionTest(
        plugin = ForumPlugin.class,
        stores = {SQLITE, POSTGRES})
final class CeremonyTest {
    private static final String EDITION = "ed-ceremony";

    record Blocks(List<Part> blocks) {
        record Part(
                String id,
                String state,
                int held,
                int count,
                List<Shown> published,
                Optional<String> start,
                Optional<String> ran) {}

        record Shown(String ref) {}
    }

    record Refusal(String code) {}

    record Act(String id, int sessions) {}

    record Session(String id, Optional<String> startsAt, Optional<String> state, Optional<Place> moved) {
        record Place(Optional<String> startsAt) {}
    }

    @BeforeEach
    void openAnEdition(Expo expo) {
        expo.expectDemo();
        expo.importLines("edition", """
                {"id": "ed-ceremony", "kind": "edition", "name": {"zh": "发布季", "en": "Release season"},
                 "summary": {"zh": "一届", "en": "One"}, "series": "zgc-forum", "year": 2031, "status": "open",
                 "dates": {"start": "2031-05-19", "end": "2031-05-21"}, "boards": ["release"], "format": "hybrid",
                 "source": []}""".replace('\n', ' '));
    }

    private static void session(Expo expo, String id, int hour, String hall, String more) {
        expo.importLines("session", """
                {"id": "%s", "kind": "session", "name": {"zh": "%s", "en": "%s"}, "summary": {"zh": "一场", "en": "One"},
                 "edition": "ed-ceremony", "sessionType": "release", "startsAt": "2031-05-19T%02d:00:00Z",
                 "endsAt": "2031-05-19T%02d:50:00Z", "place": {"zh": "%s", "en": "%s"}, %s "source": []}""".formatted(id, id, id, hour, hour, hall, hall, more)
                .replace('\n', ' '));
    }

    private static final String TWO_BLOCKS =
            "\"agenda\": [{\"block\": \"policy-and-demand\", \"minute\": 5, \"minutes\": 20}, {\"block\": \"signing\"}],";

    private static String initiative(String id) {
        return "{\"id\":\"" + id + "\",\"kind\":\"initiative\",\"name\":{\"zh\":\"倡议" + id + "\",\"en\":\"Call " + id
                + "\"},\"summary\":{\"zh\":\"待公开\",\"en\":\"Under seal\"},\"edition\":\"" + EDITION
                + "\",\"source\":[]}";
    }

    private static Blocks blocks(Expo expo, String session) {
        return expo.as(Role.GUEST)
                .get("/sessions/" + session + "/blocks")
                .expect(200)
                .as(Blocks.class);
    }

    @Test
    void aBlocksRecordsAreNowhereBeforeItIsRunAndEverywhereAfter(Expo expo) {
        session(expo, "ses-ceremony", 2, "甲", TWO_BLOCKS);
        var operator = expo.as(Role.OPERATOR);
        var held = Map.of("kind", "initiative", "lines", initiative("init-held-1") + "\n" + initiative("init-held-2"));
        assertEquals(
                401,
                expo.as(Role.GUEST)
                        .post("/sessions/ses-ceremony/blocks/b1/held", held)
                        .status());
        operator.post("/sessions/ses-ceremony/blocks/b1/held", held).expect(200);

        var guest = expo.as(Role.GUEST);
        assertEquals(2, blocks(expo, "ses-ceremony").blocks().getFirst().held());
        for (var path : List.of("/initiatives", "/forum/ses-ceremony", "/en/initiatives?edition=" + EDITION)) {
            var page = guest.page(path).expect(200).body();
            assertFalse(page.contains("init-held-1") || page.contains("Call init-held"), path);
        }
        guest.page("/initiatives/init-held-1").expect(404);
        assertEquals(404, guest.get("/initiatives/init-held-1").status());
        assertFalse(guest.get("/initiatives?limit=100").expect(200).body().contains("init-held"));
        assertFalse(guest.page("/api/search?q=init-held-1").expect(200).body().contains("initiative:init-held-1"));

        var run = "/sessions/ses-ceremony/blocks/b1/run";
        assertEquals(
                "block.unsure",
                operator.post(run, Map.of("sure", false))
                        .expect(409)
                        .as(Refusal.class)
                        .code());
        operator.post(run, Map.of("sure", true)).expect(200);
        expo.awaitEvent("forum.block-run.v1");
        guest.page("/initiatives/init-held-1").expect(200);
        assertTrue(guest.get("/initiatives?limit=100").expect(200).body().contains("init-held-2"));
        var after = blocks(expo, "ses-ceremony").blocks();
        assertEquals("DONE", after.getFirst().state());
        assertEquals(
                List.of("initiative:init-held-1", "initiative:init-held-2"),
                after.getFirst().published().stream().map(Blocks.Shown::ref).toList());
        assertEquals("PLANNED", after.getLast().state());
        expo.awaitFound("init-held-2", "initiative:init-held-2");
        assertEquals(
                "block.state-conflict",
                operator.post(run, Map.of("sure", true))
                        .expect(409)
                        .as(Refusal.class)
                        .code());
    }

    @Test
    void oneRecordThatCannotBePublishedKeepsTheWholeBlockBack(Expo expo) {
        session(expo, "ses-half", 3, "乙", TWO_BLOCKS);
        var operator = expo.as(Role.OPERATOR);
        var lines = initiative("init-half-1") + "\n" + initiative("init-half-2") + "\n" + initiative("init-half-3");
        operator.post("/sessions/ses-half/blocks/b2/held", Map.of("kind", "initiative", "lines", lines))
                .expect(200);
        // Meanwhile somebody published a record of the same name.
        expo.importLines(
                "initiative", initiative("init-half-3").replace("\"id\":\"init-half-3\"", "\"id\":\"init-twin\""));
        assertEquals(
                "release.refused",
                operator.post("/sessions/ses-half/blocks/b2/run", Map.of("sure", true))
                        .expect(409)
                        .as(Refusal.class)
                        .code());
        var guest = expo.as(Role.GUEST);
        assertEquals(404, guest.get("/initiatives/init-half-1").status());
        assertEquals(404, guest.get("/initiatives/init-half-2").status());
        var block = blocks(expo, "ses-half").blocks().getLast();
        assertEquals("PLANNED", block.state());
        assertEquals(3, block.held());
        operator.post("/sessions/ses-half/blocks/b2/drop", Map.of("ref", "initiative:init-half-3"))
                .expect(200);
        operator.post("/sessions/ses-half/blocks/b2/run", Map.of("sure", true)).expect(200);
        guest.get("/initiatives/init-half-1").expect(200);
    }

    @Test
    void whatIsPublicAlreadyOrNoRecordIsNotHeld(Expo expo) {
        session(expo, "ses-picky", 4, "丙", TWO_BLOCKS);
        var operator = expo.as(Role.OPERATOR);
        var path = "/sessions/ses-picky/blocks/b1/held";
        expo.importLines("initiative", initiative("init-public"));
        assertEquals(
                422,
                operator.post(path, Map.of("kind", "initiative", "lines", initiative("init-public")))
                        .status());
        assertEquals(
                422,
                operator.post(path, Map.of("kind", "initiative", "lines", "{\"id\":\"x\"}"))
                        .status());
        assertEquals(
                422,
                operator.post(path, Map.of("kind", "spaceship", "lines", "{}")).status());
        assertEquals(
                404,
                operator.post(
                                "/sessions/ses-picky/blocks/b9/held",
                                Map.of("kind", "initiative", "lines", initiative("init-nowhere")))
                        .status());
        assertEquals(0, blocks(expo, "ses-picky").blocks().getFirst().held());
    }

    @Test
    void aCeremonyOfAnEditionThatIsOverWasRunWithItsRecordsNamed(Expo expo) {
        var blocks = blocks(expo, "ses-2019-release").blocks();
        assertEquals(List.of(5, 9, 4), blocks.stream().map(Blocks.Part::count).toList());
        assertTrue(blocks.stream().allMatch(block -> block.state().equals("DONE")));
    }

    @Test
    void theRestOfADayIsShiftedInOneActAndTakenBack(Expo expo) {
        session(expo, "ses-late-1", 6, "丁", "");
        session(expo, "ses-late-2", 7, "丁", "");
        session(expo, "ses-late-3", 7, "戊", "");
        var operator = expo.as(Role.OPERATOR);
        var act = operator.post(
                        "/late",
                        Map.of("edition", EDITION, "day", "2031-05-19", "from", "14:00", "place", "丁", "minutes", 25))
                .expect(200)
                .as(Act.class);
        assertEquals(2, act.sessions());
        var later = sessionOf(expo, "ses-late-2");
        assertEquals(Optional.of("2031-05-19T07:25:00Z"), later.startsAt());
        assertEquals(
                Optional.of("2031-05-19T07:00:00Z"), later.moved().orElseThrow().startsAt());
        assertEquals(
                Optional.of("2031-05-19T07:00:00Z"),
                sessionOf(expo, "ses-late-3").startsAt());
        operator.post("/acts/" + act.id() + "/undo", Map.of()).expect(200);
        assertEquals(
                Optional.of("2031-05-19T06:00:00Z"),
                sessionOf(expo, "ses-late-1").startsAt());
        assertEquals(Optional.empty(), sessionOf(expo, "ses-late-2").moved());
        assertEquals(
                "act.superseded",
                operator.post("/acts/" + act.id() + "/undo", Map.of())
                        .expect(409)
                        .as(Refusal.class)
                        .code());
    }

    private static Session sessionOf(Expo expo, String id) {
        return expo.as(Role.GUEST).get("/sessions/" + id).expect(200).as(Session.class);
    }

    @Test
    void aCancelledSessionStaysReadableAndGivesItsPlaceAway(Expo expo) {
        session(expo, "ses-off", 9, "己", "\"speakers\": [\"per-wu-kai\"],");
        var operator = expo.as(Role.OPERATOR);
        operator.post("/sessions/ses-off/cancel", Map.of()).expect(200);
        assertEquals(Optional.of("cancelled"), sessionOf(expo, "ses-off").state());
        var guest = expo.as(Role.GUEST);
        assertTrue(guest.page("/en/forum/ses-off").expect(200).body().contains("This session is cancelled"));
        assertTrue(guest.page("/en/agenda?edition=" + EDITION + "&day=2031-05-19")
                .expect(200)
                .body()
                .contains("Cancelled"));
        var file = guest.page("/forum/ses-off/session.ics").expect(200).body();
        assertTrue(file.contains("STATUS:CANCELLED") && file.contains("SEQUENCE:1"), file);
        session(expo, "ses-instead", 9, "己", "\"speakers\": [\"per-wu-kai\"],");
        assertEquals(
                "session.speaker-taken",
                operator.post("/sessions/ses-off/restore", Map.of())
                        .expect(409)
                        .as(Refusal.class)
                        .code());
    }

    @Test
    void anOrganiserAddsASessionUnlessItsPlaceIsTaken(Expo expo) {
        session(expo, "ses-there", 10, "庚", "");
        var operator = expo.as(Role.OPERATOR);
        var form = Map.of(
                "edition", EDITION,
                "nameZh", "青年演讲",
                "type", "talk",
                "day", "2031-05-19",
                "start", "18:10",
                "end", "18:30",
                "placeZh", "庚",
                "placeEn", "庚",
                "speakers", "per-wu-kai | moderator | 主任, 某院",
                "onSite", "40");
        assertEquals(
                "session.place-taken",
                operator.post("/sessions", form).expect(409).as(Refusal.class).code());
        var free = new java.util.HashMap<>(form);
        free.put("start", "19:00");
        free.put("end", "19:30");
        operator.post("/sessions", free).expect(200);
        var guest = expo.as(Role.GUEST);
        var agenda = guest.page("/en/agenda?edition=" + EDITION + "&day=2031-05-19&type=talk")
                .expect(200)
                .body();
        assertTrue(agenda.contains("青年演讲"), agenda);
        var page = guest.page("/en/person/per-wu-kai").expect(200).body();
        assertTrue(page.contains("Moderator") && page.contains("主任, 某院"), page);
    }

    @Test
    void theOrganisersPagesAreReadInBothLanguages(Expo expo) {
        session(expo, "ses-paged", 11, "辛", TWO_BLOCKS);
        var operator = expo.as(Role.OPERATOR);
        for (var path : List.of(
                "/organiser/agenda?edition=" + EDITION,
                "/en/organiser/agenda?edition=" + EDITION + "&day=2031-05-19",
                "/organiser/agenda/new?edition=" + EDITION,
                "/en/organiser/agenda/ses-paged",
                "/organiser/agenda/ses-paged/ceremony",
                "/en/organiser/agenda/ses-paged/ceremony?run=b1")) {
            var page = operator.page(path).expect(200).body();
            assertTrue(page.contains("data-plugin=\"forum\""), path + "\n" + page);
        }
        assertTrue(operator.page("/en/organiser/agenda/ses-paged/ceremony?run=b1")
                .body()
                .contains("Yes, make them public"));
        assertEquals(401, expo.as(Role.GUEST).page("/organiser/agenda").status());
    }

    @Test
    void aTalkThatRunsLateShiftsThoseAfterItAndOneThatStartsIsAChapter(Expo expo) {
        session(
                expo,
                "ses-youth",
                12,
                "壬",
                "\"stream\": \"test-card\", \"agenda\": [{\"block\": \"talk\", \"minute\": 0, \"minutes\": 10, \"people\": [\"per-wu-kai\"]},"
                        + " {\"block\": \"talk\", \"minute\": 10, \"minutes\": 10}, {\"block\": \"break\"}],");
        var operator = expo.as(Role.OPERATOR);
        operator.post("/sessions/ses-youth/blocks/b2/late", Map.of("minutes", 7))
                .expect(200);
        assertEquals(
                List.of(Optional.of("2031-05-19T12:00:00Z"), Optional.of("2031-05-19T12:17:00Z"), Optional.empty()),
                blocks(expo, "ses-youth").blocks().stream()
                        .map(Blocks.Part::start)
                        .toList());
        operator.post("/sessions/ses-youth/blocks/b1/run", Map.of("sure", true)).expect(200);
        assertTrue(expo.as(Role.GUEST)
                .page("/api/live/rooms/session:ses-youth")
                .expect(200)
                .body()
                .contains("Youth talk"));
        assertTrue(expo.as(Role.GUEST)
                .page("/en/forum/ses-youth")
                .expect(200)
                .body()
                .contains("/en/person/per-wu-kai"));
    }
}
