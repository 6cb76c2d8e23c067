package org.pavilion.plugin.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.testing.Store.POSTGRES;
import static org.pavilion.testing.Store.SQLITE;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pavilion.server.imports.ImportReport;
import org.pavilion.server.json.Json;
import org.pavilion.testing.Board;
import org.pavilion.testing.Expo;
import org.pavilion.testing.PavilionTest;
import org.pavilion.testing.Role;

@PavilionTest(
        plugin = ForumPlugin.class,
        stores = {SQLITE, POSTGRES})
final class ForumBoardTest {
    private static final String EDITION = "ed-ttc-2023";

    record Agenda(String day, List<Day> days, List<Slot> slots, int clashes) {
        record Day(String day, int sessions) {}

        record Slot(String id, List<Speaker> speakers, List<Conflict> conflicts) {}

        record Speaker(String id, Words role, boolean inferred) {}

        record Conflict(String cause, String other) {}
    }

    record Words(String zh, String en) {}

    record Spoken(List<Entry> sessions) {
        record Entry(String id, String edition, Words role, boolean inferred) {}
    }

    record Refusal(String code, String pointer) {}

    @BeforeEach
    void layTheDemo(Expo expo) {
        expo.expectDemo();
    }

    private static String session(String id, String edition, String start, String end, String hall, String more) {
        return """
                {"id": "%s", "kind": "session", "name": {"zh": "%s", "en": "%s"}, "summary": {"zh": "一场", "en": "One"},
                 "edition": "%s", "sessionType": "forum", "startsAt": "%s", "endsAt": "%s",
                 "place": {"zh": "%s", "en": "%s"}, %s "source": []}""".formatted(id, id, id, edition, start, end, hall, hall, more).replace('\n', ' ');
    }

    private static String hour(String id, int hour, String hall, String more) {
        var day = "2023-06-01T%02d:%02d:00Z";
        return session(id, EDITION, day.formatted(hour, 0), day.formatted(hour, 50), hall, more);
    }

    private static ImportReport tryImport(Expo expo, String... lines) {
        var bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return expo.server().imports().run("session", new ByteArrayInputStream(bytes), false);
    }

    @Test
    void isListedReadPagedFoundAndKept(Expo expo) {
        expo.expectBoards(
                Board.of("session", "/forum", "ses-2019-release", "重大成果发布会"),
                Board.of("initiative", "/initiatives", "init-2", "Women in Science"));
    }

    record Hours(List<Hour> sessions) {
        record Hour(String id, String start) {}
    }

    @Test
    void theHoursOfStarredSessionsAreToldAcrossDays(Expo expo) {
        var report =
                tryImport(expo, hour("ses-h1", 1, "A", ""), hour("ses-h2", 2, "B", ""), hour("ses-h3", 3, "A", ""));
        assertTrue(report.clean(), report.toString());
        var guest = expo.as(Role.GUEST);
        var hours = guest.get("/hours?edition=" + EDITION + "&ids=ses-h3,ses-h1,ses-none")
                .expect(200)
                .as(Hours.class);
        assertEquals(
                List.of("ses-h1", "ses-h3"),
                hours.sessions().stream().map(Hours.Hour::id).toList());
        assertEquals("2023-06-01T01:00:00Z", hours.sessions().getFirst().start());
    }

    @Test
    void theAgendaOfAPastEditionIsAnArchiveByDay(Expo expo) {
        var guest = expo.as(Role.GUEST);
        var agenda = guest.get("/agenda?edition=ed-zgcf-2020").expect(200).as(Agenda.class);
        assertTrue(agenda.days().stream().anyMatch(day -> day.day().equals("2020-09-18")));
        assertTrue(agenda.days().stream().anyMatch(day -> day.day().equals("undated") && day.sessions() > 3));
        for (var path : List.of("/agenda?edition=ed-zgcf-2020", "/en/agenda?edition=ed-zgcf-2020&day=undated")) {
            guest.page(path).expect(200);
        }
        assertTrue(
                guest.page("/en/agenda?edition=ed-zgcf-2020").expect(200).body().contains("archive"));
        guest.page("/agenda?edition=ed-zgcf-2020&day=someday").expect(422);
        guest.page("/agenda?edition=ed-nowhere").expect(404);
    }

    @Test
    void aTakenHallAndATakenSpeakerAreRefusedWithTheNameOfTheOther(Expo expo) {
        expo.importLines("session", hour("ses-t-first", 1, "甲厅", "\"speakers\": [\"per-wu-kai\"],"));
        var hall = tryImport(expo, hour("ses-t-hall", 1, "甲厅", ""));
        assertEquals("session.place-taken", hall.lines().getFirst().code());
        assertTrue(hall.lines().getFirst().detail().contains("ses-t-first"), hall.toString());
        var speaker = tryImport(expo, hour("ses-t-speaker", 1, "乙厅", "\"speakers\": [\"per-wu-kai\"],"));
        assertEquals("session.speaker-taken", speaker.lines().getFirst().code());
        assertFalse(speaker.stored());
        expo.importLines("session", hour("ses-t-later", 2, "甲厅", "\"speakers\": [\"per-wu-kai\"],"));
        var part = hour("ses-t-part", 1, "甲厅", "\"partOf\": \"ses-t-first\",");
        expo.importLines("session", part);
    }

    @Test
    void anOrganiserStoresASessionOverTheApiUnlessItClashes(Expo expo) {
        var operator = expo.as(Role.OPERATOR);
        var guest = expo.as(Role.GUEST);
        var line = body(hour("ses-api-1", 4, "丙厅", ""));
        assertEquals(401, guest.put("/sessions/ses-api-1", line).status());
        operator.put("/sessions/ses-api-1", line).expect(200);
        guest.page("/forum/ses-api-1").expect(200);
        var clash = operator.put("/sessions/ses-api-2", body(hour("ses-api-2", 4, "丙厅", "")))
                .expect(409)
                .as(Refusal.class);
        assertEquals("session.place-taken", clash.code());
        assertEquals("/place", clash.pointer());
        operator.put("/sessions/ses-other", line).expect(422);
    }

    private static Object body(String line) {
        return new Json().object(line);
    }

    @Test
    void onePersonHasARoleInEachEdition(Expo expo) {
        expo.importLines(
                "session",
                session(
                        "ses-r-2022",
                        "ed-zgcf-2022",
                        "2022-06-01T01:00:00Z",
                        "2022-06-01T02:00:00Z",
                        "丁厅",
                        "\"speakers\": [\"per-gan-weiqun\"], \"roles\": [{\"person\": \"per-gan-weiqun\", \"role\": {\"zh\": \"主持人\", \"en\": \"Moderator\"}}],"),
                session(
                        "ses-r-2023",
                        "ed-zgcf-2023",
                        "2023-05-26T01:00:00Z",
                        "2023-05-26T02:00:00Z",
                        "丁厅",
                        "\"speakers\": [\"per-gan-weiqun\"], \"speakersInferred\": true, \"roles\": [{\"person\": \"per-gan-weiqun\", \"role\": {\"zh\": \"主讲人\", \"en\": \"Speaker\"}}],"));
        var spoken = expo.as(Role.GUEST)
                .get("/people/per-gan-weiqun/sessions")
                .expect(200)
                .as(Spoken.class);
        var earlier = entry(spoken, "ses-r-2022");
        var later = entry(spoken, "ses-r-2023");
        assertEquals("Moderator", earlier.role().en());
        assertEquals("Speaker", later.role().en());
        assertFalse(earlier.inferred());
        assertTrue(later.inferred());
        var page = expo.as(Role.GUEST)
                .page("/en/person/per-gan-weiqun")
                .expect(200)
                .body();
        assertTrue(page.contains("Moderator") && page.contains("Inferred"), page);
    }

    private static Spoken.Entry entry(Spoken spoken, String id) {
        return spoken.sessions().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSpeakerWhoLeavesASessionIsNoLongerLinkedWithIt(Expo expo) {
        expo.importLines("session", hour("ses-left", 6, "戊厅", "\"speakers\": [\"per-wu-kai\"],"));
        assertTrue(spokenBy(expo, "per-wu-kai").contains("ses-left"));
        expo.importLines("session", hour("ses-left", 6, "戊厅", ""));
        assertFalse(spokenBy(expo, "per-wu-kai").contains("ses-left"));
    }

    private static List<String> spokenBy(Expo expo, String person) {
        return expo
                .as(Role.GUEST)
                .get("/people/" + person + "/sessions")
                .expect(200)
                .as(Spoken.class)
                .sessions()
                .stream()
                .map(Spoken.Entry::id)
                .toList();
    }

    @Test
    void calendarFilesHoldTheSessionTheDayAndTheStarredOnes(Expo expo) {
        var guest = expo.as(Role.GUEST);
        var one = guest.page("/forum/ses-2019-release/session.ics").expect(200).body();
        assertTrue(one.contains("DTSTART;VALUE=DATE:20191018"), one);
        var day = guest.page("/en/agenda.ics?edition=ed-zgcf-2020&day=2020-09-18")
                .expect(200)
                .body();
        assertTrue(day.contains("BEGIN:VEVENT\r\n") && !day.contains("session-ses-2020-release@"), day);
        var starred = guest.page("/agenda.ics?edition=ed-zgcf-2020&ids=ses-2020-release,ses-2020-closing")
                .expect(200)
                .body();
        assertEquals(2, starred.split("BEGIN:VEVENT", -1).length - 1);
        guest.page("/forum/nothing/session.ics").expect(404);
    }
}
