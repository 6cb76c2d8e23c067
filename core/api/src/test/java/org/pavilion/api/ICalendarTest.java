package org.pavilion.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ICalendarTest {
    private static final Instant CHANGED = Instant.parse("2026-05-01T10:20:30Z");

    private static ICalendar.Event event(ICalendar.When when, String summary) {
        return new ICalendar.Event(
                "session-a@ed-test.pavilion",
                3,
                CHANGED,
                when,
                summary,
                "first line\nsecond; line, with \\ and 汉字",
                Optional.of("Hall 1, east"),
                List.of("Forum"));
    }

    private static ICalendar.When hours(String start, String end) {
        return new ICalendar.When.Hours(Instant.parse(start), Instant.parse(end));
    }

    /** The content lines as a calendar program reads them. */
    private static List<String> unfolded(String file) {
        var lines = new ArrayList<String>();
        for (var line : file.split("\r\n", -1)) {
            if (line.startsWith(" ")) {
                lines.add(lines.removeLast() + line.substring(1));
            } else {
                lines.add(line);
            }
        }
        assertEquals("", lines.removeLast(), "the file ends with a line end");
        return lines;
    }

    @Test
    void everyLineEndsWithCrLfAndIsAtMost75OctetsWithoutCuttingACharacter() {
        var title = "从微观到宏观：仪器、想象与一百零八个问题 ".repeat(9).strip() + "🛰";
        var file = new ICalendar(
                        title,
                        ZoneId.of("Asia/Shanghai"),
                        List.of(event(hours("2026-05-19T01:00:00Z", "2026-05-19T02:30:00Z"), title)))
                .text();
        assertFalse(file.replace("\r\n", "").contains("\n"));
        for (var line : file.split("\r\n", -1)) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertFalse(line.contains("\ufffd"));
        }
        assertTrue(unfolded(file).contains("SUMMARY:" + title));
    }

    @Test
    void saysTheHoursInTheVenuesZoneAndSpellsTheZoneOut() {
        var lines = unfolded(new ICalendar(
                        "Agenda",
                        ZoneId.of("Asia/Shanghai"),
                        List.of(event(hours("2026-05-19T01:00:00Z", "2026-05-19T02:30:00Z"), "A, B; C")))
                .text());
        assertTrue(lines.contains("DTSTART;TZID=Asia/Shanghai:20260519T090000"), lines.toString());
        assertTrue(lines.contains("DTEND;TZID=Asia/Shanghai:20260519T103000"));
        assertTrue(lines.contains("UID:session-a@ed-test.pavilion"));
        assertTrue(lines.contains("DTSTAMP:20260501T102030Z"));
        assertTrue(lines.contains("SEQUENCE:2"));
        assertTrue(lines.contains("SUMMARY:A\\, B\\; C"));
        assertTrue(lines.contains("DESCRIPTION:first line\\nsecond\\; line\\, with \\\\ and 汉字"));
        assertTrue(lines.contains("LOCATION:Hall 1\\, east"));
        assertTrue(lines.contains("TZOFFSETTO:+0800"));
        assertEquals(1, lines.stream().filter("BEGIN:VTIMEZONE"::equals).count());
        assertEquals("BEGIN:VCALENDAR", lines.getFirst());
        assertEquals("END:VCALENDAR", lines.getLast());
    }

    @Test
    void aZoneThatChangesItsOffsetBetweenTwoEventsSaysBoth() {
        var lines = unfolded(new ICalendar(
                        "Agenda",
                        ZoneId.of("Europe/Lisbon"),
                        List.of(
                                event(hours("2026-10-24T10:00:00Z", "2026-10-24T11:00:00Z"), "summer"),
                                event(hours("2026-10-26T10:00:00Z", "2026-10-26T11:00:00Z"), "winter")))
                .text());
        assertTrue(lines.contains("BEGIN:DAYLIGHT"));
        assertTrue(lines.contains("BEGIN:STANDARD"));
        assertTrue(lines.contains("DTSTART:20261025T020000"), lines.toString());
        assertTrue(lines.contains("DTSTART;TZID=Europe/Lisbon:20261024T110000"));
        assertTrue(lines.contains("DTSTART;TZID=Europe/Lisbon:20261026T100000"));
    }

    @Test
    void aSessionWithoutAnHourTakesWholeDays() {
        var days = new ICalendar.When.Days(LocalDate.of(2023, 5, 26), LocalDate.of(2023, 5, 28));
        var lines = unfolded(
                new ICalendar("Agenda", ZoneId.of("Asia/Shanghai"), List.of(event(days, "Exhibition"))).text());
        assertTrue(lines.contains("DTSTART;VALUE=DATE:20230526"));
        assertTrue(lines.contains("DTEND;VALUE=DATE:20230529"));
        assertFalse(lines.contains("BEGIN:VTIMEZONE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a,b;c|a\\,b\\;c", "back\\slash|back\\\\slash", "plain|plain"})
    void escapesTexts(String text, String expected) {
        assertEquals(expected, ICalendar.escape(text));
    }
}
