package org.pavilion.plugin.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Text;

final class TimetableTest {
    private static final Instant NINE = Instant.parse("2026-05-19T01:00:00Z");

    private static Instant at(long minutes) {
        return NINE.plusSeconds(60 * minutes);
    }

    private static AgendaView.Slot slot(String id, long start, long end, String hall) {
        return new AgendaView.Slot(
                id,
                Text.same(id),
                Text.same(id),
                "forum",
                Text.same("forum"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(at(start)),
                Optional.of(at(end)),
                Optional.empty(),
                Optional.of(Text.same(hall)),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                false);
    }

    @Test
    void hallsAreColumnsAndHoursAreRows() {
        var table = Timetable.of(
                List.of(slot("a", 0, 60, "Hall 1"), slot("b", 0, 30, "Hall 2"), slot("c", 60, 90, "Hall 1")), at(45));
        assertEquals(
                List.of("Hall 1", "Hall 2"),
                table.halls().stream().map(hall -> hall.name().en()).toList());
        assertEquals(new Timetable.Cell(2, 2, 2), table.cells().get("a"));
        assertEquals(new Timetable.Cell(3, 2, 1), table.cells().get("b"));
        assertEquals(new Timetable.Cell(2, 4, 1), table.cells().get("c"));
        assertEquals(
                List.of(2, 4), table.hours().stream().map(Timetable.Hour::row).toList());
    }

    @Test
    void sessionsThatOverlapInOneHallStandSideBySide() {
        var table = Timetable.of(List.of(slot("a", 0, 60, "Hall 1"), slot("b", 30, 90, "Hall 1")), at(-1));
        assertEquals(2, table.halls().size());
        assertEquals(new Timetable.Cell(3, 3, 2), table.cells().get("b"));
    }
}
