package org.pavilion.plugin.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pavilion.api.Ref;

class DemoSessionsTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:34:56Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static List<SessionLine> sessions(Instant at, long seed) {
        return DemoSessions.around(new DemoSessions.DemoLaid(new Ref("edition", "ed-demo-days"), at, seed), ZONE);
    }

    private static SessionLine byId(List<SessionLine> sessions, String id) {
        return sessions.stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 20_260_519, -7, Long.MAX_VALUE})
    void exactlyTheKeynoteIsOnAndTheRecordedOneIsOver(long seed) {
        var sessions = sessions(AT, seed);
        assertEquals(
                List.of(DemoSessions.LIVE),
                Programme.in(sessions, SessionLine.Phase.LIVE, Standing.planned(AT)).stream()
                        .map(SessionLine::id)
                        .toList());
        assertEquals(
                Optional.of(SessionLine.Phase.FINISHED),
                byId(sessions, DemoSessions.RECORDED).phase(AT));
        assertTrue(Programme.in(sessions, SessionLine.Phase.NEXT, Standing.planned(AT))
                        .size()
                > 2);
    }

    @Test
    void nobodyAndNoHallIsTakenTwiceAtAnyHourOfTheDay() {
        for (int hour = 0; hour < 24; hour++) {
            var at = AT.plus(Duration.ofHours(hour));
            assertEquals(List.of(), Clash.among(sessions(at, hour)), at.toString());
        }
    }

    @Test
    void fiveTracksRunSideBySide() {
        var atOnce =
                sessions(AT, 1).stream().collect(Collectors.groupingBy(SessionLine::startsAt, Collectors.counting()));
        assertEquals(6, atOnce.values().stream().filter(count -> count == 5).count());
    }

    @Test
    void allAreMarkedAsInvented() {
        sessions(AT, 1).forEach(line -> {
            assertTrue(line.invented());
            assertEquals("ed-demo-days", line.edition());
            assertEquals(List.of(), line.source());
        });
    }

    @Test
    void theSameSeedGivesTheSameSessions() {
        assertEquals(sessions(AT, 42), sessions(AT, 42));
    }

    @Test
    void aSessionIsLiveFromItsFirstInstantAndOverAtItsLast() {
        var line = sessions(AT, 1).getFirst();
        assertEquals(
                Optional.of(SessionLine.Phase.LIVE), line.phase(line.startsAt().orElseThrow()));
        assertEquals(
                Optional.of(SessionLine.Phase.FINISHED),
                line.phase(line.endsAt().orElseThrow()));
    }

    @Test
    void theTalkOfTheLiveRoomLiesBetweenItsStartAndNow() {
        var start = byId(sessions(AT, 1), DemoSessions.LIVE).startsAt().orElseThrow();
        var said = DemoChat.live(start, AT);
        assertTrue(said.size() >= 40);
        said.forEach(each -> assertTrue(!each.at().isBefore(start) && !each.at().isAfter(AT), each.toString()));
        assertTrue(said.stream().anyMatch(each -> each.desk()));
    }
}
