package org.pavilion.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pavilion.api.Quantity.Qualifier;

final class QuantityTest {

    private static Quantity of(long value, Qualifier qualifier) {
        return new Quantity(BigDecimal.valueOf(value), "firms", qualifier);
    }

    @ParameterizedTest
    @CsvSource({
        "EXACT, EXACT, EXACT",
        "EXACT, GT, GT",
        "EXACT, LTE, LTE",
        "APPROX, EXACT, APPROX",
        "GT, GTE, GT",
        "GTE, RANGE_MIN, GTE",
        "LT, LTE, LT",
        "APPROX, GT, APPROX"
    })
    void aSumKeepsTheWeakerQualifier(Qualifier a, Qualifier b, Qualifier expected) {
        assertEquals(expected, of(1, a).plus(of(2, b)).orElseThrow().qualifier());
        assertEquals(expected, of(2, b).plus(of(1, a)).orElseThrow().qualifier());
    }

    @ParameterizedTest
    @EnumSource(Qualifier.class)
    void noSumTurnsABoundedFigureIntoAnExactOne(Qualifier bounded) {
        if (bounded == Qualifier.EXACT) {
            return;
        }
        for (var other : Qualifier.values()) {
            of(1, bounded)
                    .plus(of(1, other))
                    .ifPresent(sum -> assertNotEquals(Qualifier.EXACT, sum.qualifier(), () -> bounded + " + " + other));
        }
    }

    @Test
    void aLowerAndAnUpperBoundHaveNoSum() {
        assertTrue(of(1, Qualifier.GT).plus(of(1, Qualifier.LT)).isEmpty());
        assertTrue(of(1, Qualifier.RANGE_MIN).plus(of(1, Qualifier.RANGE_MAX)).isEmpty());
    }

    @Test
    void differentUnitsHaveNoSum() {
        var views = new Quantity(BigDecimal.ONE, "views", Qualifier.EXACT);
        var reads = new Quantity(BigDecimal.ONE, "reads", Qualifier.EXACT);
        assertTrue(views.plus(reads).isEmpty());
    }
}
