package org.pavilion.plugin.exhibition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TourOrderTest {
    private static final class Hall {
        private final int[] fromGate;
        private final int[][] between;

        private Hall(int[] fromGate, int[][] between) {
            this.fromGate = fromGate;
            this.between = between;
        }

        /** Stands at random places of a floor without walls. */
        static Hall of(Random random, int stops) {
            var places = new int[stops][2];
            for (var place : places) {
                place[0] = random.nextInt(900);
                place[1] = random.nextInt(700);
            }
            var gate = new int[] {450, 700};
            var between = new int[stops][stops];
            for (int i = 0; i < stops; i++) {
                for (int j = 0; j < stops; j++) {
                    between[i][j] = apart(places[i], places[j]);
                }
            }
            return new Hall(
                    IntStream.range(0, stops).map(i -> apart(gate, places[i])).toArray(), between);
        }

        private static int apart(int[] one, int[] other) {
            return (int) Math.round(Math.hypot(one[0] - other[0], one[1] - other[1]));
        }

        List<Integer> order() {
            return TourOrder.of(fromGate, between);
        }

        long length(List<Integer> order) {
            return TourOrder.length(order, fromGate, between);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 17, 60})
    void everyStopIsThereOnceAndTheSameHallGivesTheSameOrder(int stops) {
        var hall = Hall.of(new Random(stops), stops);
        var order = hall.order();
        assertEquals(stops, order.size());
        assertEquals(stops, new HashSet<>(order).size());
        assertEquals(order, hall.order());
    }

    @Test
    void aTourIsNeverLongerThanTheOrderOfTheStandsAndNearTheShortestOfAll() {
        var random = new Random(7);
        for (int run = 0; run < 40; run++) {
            var hall = Hall.of(random, 7);
            var given = IntStream.range(0, 7).boxed().toList();
            long found = hall.length(hall.order());
            long shortest = shortest(hall, new ArrayList<>(), given);
            assertTrue(found <= hall.length(given), "longer than as given");
            assertTrue(found <= shortest * 1.25, found + " m where " + shortest + " m would do");
        }
    }

    private static long shortest(Hall hall, List<Integer> begun, List<Integer> left) {
        if (left.isEmpty()) {
            return hall.length(begun);
        }
        long best = Long.MAX_VALUE;
        for (var next : left) {
            var more = new ArrayList<>(begun);
            more.add(next);
            var rest = left.stream().filter(each -> !each.equals(next)).toList();
            best = Math.min(best, shortest(hall, more, rest));
        }
        return best;
    }
}
