package org.pavilion.server.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class PaceTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void gathersLongerTheMoreThereIsToDeliver() {
        var pace = new Pace(0);
        assertEquals(0, pace.tick());
        pace.count(50_000, SECOND);
        assertEquals(0, pace.tick());
        pace.count(100_000, 2 * SECOND);
        assertEquals(20, TimeUnit.NANOSECONDS.toMillis(pace.tick()));
        pace.count(200_000, 3 * SECOND);
        assertEquals(50, TimeUnit.NANOSECONDS.toMillis(pace.tick()));
        pace.count(0, 4 * SECOND);
        assertEquals(0, pace.tick());
    }

    @Test
    void aConnectionMaySendABurstAndThenAtItsRate() {
        var frames = new Trickle(0);
        for (int i = 0; i < 60; i++) {
            assertEquals(0, frames.take(0));
        }
        assertTrue(frames.take(0) > 0);
        assertEquals(0, frames.take(SECOND / 20));
        assertTrue(frames.take(SECOND / 20) > 0);
    }
}
