package org.pavilion.plugin.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pavilion.api.Ref;

class DemoSessionsTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:34:56Z");

    private static List<SessionLine> sessions(long seed) {
        return DemoSessions.around(new DemoSessions.DemoLaid(new Ref("edition", "ed-demo-days"), AT, seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 20_260_519, -7, Long.MAX_VALUE})
    void oneIsLiveTwoAreNextAndOneIsFinished(long seed) {
        assertEquals(
                List.of(
                        SessionLine.Phase.FINISHED,
                        SessionLine.Phase.LIVE,
                        SessionLine.Phase.NEXT,
                        SessionLine.Phase.NEXT),
                sessions(seed).stream()
                        .map(line -> line.phase(AT))
                        .flatMap(Optional::stream)
                        .toList());
    }

    @Test
    void allAreMarkedAsInvented() {
        sessions(1).forEach(line -> {
            assertTrue(line.invented());
            assertEquals("ed-demo-days", line.edition());
            assertEquals(List.of(), line.source());
        });
    }

    @Test
    void theSameSeedGivesTheSameSessions() {
        assertEquals(sessions(42), sessions(42));
    }

    @Test
    void aSessionIsLiveFromItsFirstInstantAndOverAtItsLast() {
        var line = sessions(1).getFirst();
        assertEquals(
                Optional.of(SessionLine.Phase.LIVE), line.phase(line.startsAt().orElseThrow()));
        assertEquals(
                Optional.of(SessionLine.Phase.FINISHED),
                line.phase(line.endsAt().orElseThrow()));
    }
}
