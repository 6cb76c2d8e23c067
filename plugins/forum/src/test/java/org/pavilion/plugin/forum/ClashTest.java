package org.pavilion.plugin.forum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClashTest {
    private static final Instant NINE = Instant.parse("2026-05-19T01:00:00Z");

    private static Instant at(long minutes) {
        return NINE.plusSeconds(60 * minutes);
    }

    @Test
    void sessionsThatTouchDoNotClash() {
        assertEquals(
                List.of(),
                Clash.among(List.of(
                        Lines.session("a", at(0), at(60), "Hall 1", "per-1"),
                        Lines.session("b", at(60), at(90), "Hall 1", "per-1"))));
    }

    @Test
    void sharingASpeakerAndAPlaceAreTwoClashes() {
        var clashes = Clash.among(List.of(
                Lines.session("a", at(0), at(60), "Hall 1", "per-1", "per-2"),
                Lines.session("b", at(59), at(90), "Hall 1", "per-2"),
                Lines.session("c", at(30), at(40), "Hall 2", "per-3")));
        assertEquals(
                List.of(Clash.Cause.SPEAKER, Clash.Cause.PLACE),
                clashes.stream().map(Clash::cause).toList());
        assertEquals("per-2", clashes.getFirst().shared());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void agreesWithComparingEveryPair(long seed) {
        var random = new SplittableRandom(seed);
        var sessions = IntStream.range(0, 60)
                .mapToObj(number -> {
                    long start = random.nextLong(0, 600);
                    return Lines.session(
                            "s-%02d".formatted(number),
                            at(start),
                            at(start + random.nextLong(1, 120)),
                            "Hall " + random.nextInt(5),
                            "per-" + random.nextInt(9),
                            "per-" + random.nextInt(9));
                })
                .toList();
        Set<String> found = new HashSet<>();
        Clash.among(sessions).forEach(clash -> found.add(name(clash)));
        Set<String> expected = new HashSet<>();
        for (var one : sessions) {
            for (var clash : Clash.against(one, sessions)) {
                expected.add(name(clash));
            }
            if (Clash.against(one, sessions).isEmpty()) {
                assertEquals(
                        0,
                        Clash.among(sessions).stream()
                                .filter(c -> c.touches(one.id()))
                                .count());
            }
        }
        assertEquals(expected, found);
    }

    private static String name(Clash clash) {
        var ids = List.of(clash.first().id(), clash.second().id()).stream()
                .sorted()
                .toList();
        return ids + " " + clash.cause() + " " + clash.shared();
    }
}
