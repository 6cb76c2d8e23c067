package org.pavilion.server.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class SequenceTest {
    private static TopicEvent event(long rev) {
        return new TopicEvent(rev, "test.said", "" + rev);
    }

    /** Any order, any doubles, any losses that the log then mends, begun at any moment: always 1, 2, 3 … once. */
    @RepeatedTest(200)
    void whateverIsToldComesOutOnceAndInOrder(RepetitionInfo round) {
        var random = new Random(round.getCurrentRepetition());
        int count = 1 + random.nextInt(3_000);
        var told = new ArrayList<TopicEvent>();
        for (long rev = 1; rev <= count; rev++) {
            int times = random.nextInt(10) == 0 ? random.nextInt(3) : 1;
            for (int i = 0; i < times; i++) {
                told.add(Math.max(0, told.size() - random.nextInt(40)), event(rev));
            }
        }
        var sequence = new Sequence();
        var heard = new ArrayList<Long>();
        int head = random.nextInt(count + 1);
        int startAt = random.nextInt(told.size() + 1);
        for (int i = 0; i < told.size(); i++) {
            if (i == startAt) {
                note(sequence.start(head), heard);
            }
            note(sequence.offer(told.get(i)), heard);
        }
        if (startAt == told.size()) {
            note(sequence.start(head), heard);
        }
        while (sequence.hole()) {
            note(sequence.offer(event(sequence.last() + 1)), heard);
        }
        long highest = told.stream().mapToLong(TopicEvent::rev).max().orElse(0);
        assertEquals(
                LongStream.rangeClosed(head + 1, Math.max(head, highest))
                        .boxed()
                        .toList(),
                heard);
        assertEquals(Math.max(head, highest), sequence.last());
    }

    private static void note(List<TopicEvent> next, List<Long> heard) {
        next.forEach(event -> heard.add(event.rev()));
    }

    @Test
    void holdsEverythingUntilItIsStarted() {
        var sequence = new Sequence();
        assertTrue(sequence.offer(event(3)).isEmpty());
        assertTrue(sequence.offer(event(2)).isEmpty());
        assertFalse(sequence.hole());
        assertEquals(List.of(event(3)), sequence.start(2));
    }

    @Test
    void knowsOfAHoleEvenWhenItHadToForgetWhatComesAfter() {
        var sequence = new Sequence();
        sequence.start(0);
        for (long rev = 2; rev < 5_000; rev++) {
            assertTrue(sequence.offer(event(rev)).isEmpty());
        }
        var heard = new ArrayList<Long>();
        note(sequence.offer(event(1)), heard);
        assertTrue(sequence.hole(), "the later ones were not kept");
        while (sequence.hole()) {
            note(sequence.offer(event(sequence.last() + 1)), heard);
        }
        assertEquals(LongStream.range(1, 5_000).boxed().toList(), heard);
    }
}
