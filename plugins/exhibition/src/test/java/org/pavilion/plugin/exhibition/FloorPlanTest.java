package org.pavilion.plugin.exhibition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloorPlanTest {
    @Test
    void holdsAHundredStandsInEachOfEightAreas() {
        var plan = FloorPlan.of(Collections.nCopies(8, 100));
        assertEquals(8, plan.areas().size());
        plan.areas().forEach(area -> assertTrue(area.stands().size() >= 100));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 11, 16, 17, 100, 200, 437})
    void keepsStandsApartAndInsideTheirArea(int capacity) {
        var plan = FloorPlan.of(List.of(capacity, 3, capacity));
        for (var area : plan.areas()) {
            for (var stand : area.stands()) {
                assertTrue(inside(stand, area.box()), () -> stand + " is outside " + area.box());
                assertTrue(area.stands().stream().noneMatch(other -> !other.equals(stand) && overlap(stand, other)));
                assertTrue(!overlap(stand, plan.stage()), "a stand is on the stage");
            }
        }
    }

    @Test
    void leavesAislesBetweenAreas() {
        var boxes = FloorPlan.of(List.of(100, 20, 4, 50, 9)).areas().stream()
                .map(FloorPlan.Area::box)
                .toList();
        for (var a : boxes) {
            assertTrue(boxes.stream().noneMatch(b -> !a.equals(b) && overlap(a, b)));
        }
    }

    private static boolean inside(FloorPlan.Box a, FloorPlan.Box b) {
        return a.x() >= b.x()
                && a.y() >= b.y()
                && a.x() + a.width() <= b.x() + b.width()
                && a.y() + a.height() <= b.y() + b.height();
    }

    private static boolean overlap(FloorPlan.Box a, FloorPlan.Box b) {
        return a.x() < b.x() + b.width()
                && b.x() < a.x() + a.width()
                && a.y() < b.y() + b.height()
                && b.y() < a.y() + a.height();
    }
}
