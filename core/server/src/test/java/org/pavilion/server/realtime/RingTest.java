package org.pavilion.server.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class RingTest {
    private static Ring.Entry entry(long rev, int bytes) {
        return new Ring.Entry(rev, "x".repeat(bytes).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void keepsTheNewestEntriesAndForgetsTheOldest() {
        var ring = new Ring(10);
        assertEquals(11, ring.tail());
        for (long rev = 11; rev <= 10 + Ring.ENTRIES + 5; rev++) {
            ring.append(entry(rev, 10));
        }
        assertEquals(10 + Ring.ENTRIES + 5, ring.head());
        assertEquals(16, ring.tail());
        assertNull(ring.get(15));
        assertNotNull(ring.get(16));
        assertNull(ring.get(ring.head() + 1));
    }

    @Test
    void keepsNoMoreThanItsBytesButAlwaysTheNewest() {
        var ring = new Ring(0);
        for (long rev = 1; rev <= 10; rev++) {
            ring.append(entry(rev, 1 << 20));
        }
        assertEquals(7, ring.tail());
        ring.append(entry(11, Ring.BYTES + 1));
        assertEquals(11, ring.tail());
        assertNotNull(ring.get(11));
    }

    @Test
    void takesOlderEventsBackWhileThereIsRoom() {
        var ring = new Ring(6_000);
        ring.append(entry(6_001, 10));
        ring.prepend(
                LongStream.rangeClosed(1, 6_000).mapToObj(rev -> entry(rev, 10)).toList());
        assertEquals(6_001 - Ring.REPLAY + 1, ring.tail());
        assertNotNull(ring.get(ring.tail()));
        ring.prepend(java.util.List.of(entry(17, 10)));
        assertNull(ring.get(17), "an event that does not touch the oldest one is no use");
    }

    @Test
    void aBatchIsFullAtSixteenKibibytesButHoldsAtLeastOne() {
        var ring = new Ring(0);
        for (long rev = 1; rev <= 10; rev++) {
            ring.append(entry(rev, 5_000));
        }
        ring.append(entry(11, 50_000));
        var first = Batch.of("t", ring, 1);
        assertNotNull(first);
        assertEquals(3, first.events());
        assertTrue(first.serves(1, 99), "it stays right whatever comes");
        var last = Batch.of("t", ring, 11);
        assertNotNull(last);
        assertEquals(1, last.events());
        assertTrue(last.serves(11, 11) && !last.serves(11, 12));
        assertNull(Batch.of("t", ring, 12));
    }
}
