package org.pavilion.plugin.scifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Problem;
import org.pavilion.api.Quantity;
import org.pavilion.api.Text;

class ExhibitTest {
    private static Exhibit counting(Object count) {
        return new Exhibit(
                "sci-1",
                Optional.empty(),
                Text.same("x"),
                Text.same("x"),
                "ed-1",
                "device-group",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(count),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    @Test
    void aPlainNumberIsAnExactFigure() {
        assertEquals(
                Map.of("count", new Quantity(BigDecimal.valueOf(60), "items", Quantity.Qualifier.EXACT)),
                counting(60).figures());
    }

    @Test
    void aBoundedNumberKeepsItsBound() {
        assertEquals(
                Map.of("count", new Quantity(BigDecimal.valueOf(20), "devices", Quantity.Qualifier.GT)),
                counting(Map.of("value", 20, "unit", "devices", "qualifier", "gt"))
                        .figures());
    }

    @Test
    void refusesWhatIsNoFigure() {
        var problem = assertThrows(Problem.class, () -> counting("many").figures());
        assertEquals("/count", problem.pointer());
        assertThrows(Problem.class, () -> counting(Map.of("value", 20)).figures());
    }
}
