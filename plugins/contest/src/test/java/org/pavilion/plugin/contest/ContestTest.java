package org.pavilion.plugin.contest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

class ContestTest {
    private static Contest contest(Optional<PartialDate> launched, Optional<PartialDate> last, List<Source> source) {
        return new Contest(
                "con-1",
                Optional.empty(),
                Text.same("x"),
                Text.same("x"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                launched,
                last,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                source);
    }

    @Test
    void sortsByItsFinalThenItsLaunchThenItsSource() {
        var june = Optional.of(new PartialDate("2022-06"));
        var may = Optional.of(new PartialDate("2023-05-28"));
        var source = List.of(new Source("a.txt", 2020, "1"));
        assertEquals("2023-05-28", contest(june, may, source).latest());
        assertEquals("2022-06", contest(june, Optional.empty(), source).latest());
        assertEquals("2020", contest(Optional.empty(), Optional.empty(), source).latest());
        assertEquals("", contest(Optional.empty(), Optional.empty(), List.of()).latest());
    }
}
