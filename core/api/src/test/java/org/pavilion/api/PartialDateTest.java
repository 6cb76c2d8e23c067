package org.pavilion.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
    @Test
    void aMonthSpansFromItsFirstToItsLastDay() {
        var june = new PartialDate("2022-06");
        assertEquals(LocalDate.of(2022, 6, 1), june.earliest());
        assertEquals(LocalDate.of(2022, 6, 30), june.latest());
    }

    @Test
    void showsOnlyWhatIsKnown() {
        assertEquals("2022年6月", new PartialDate("2022-06").in(Language.ZH));
        assertEquals("June 2022", new PartialDate("2022-06").in(Language.EN));
        assertEquals("2022", new PartialDate("2022").in(Language.EN));
        assertEquals("18 June 2022", new PartialDate("2022-06-18").in(Language.EN));
        assertEquals("2022年6月18日", new PartialDate("2022-06-18").in(Language.ZH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "22", "2022-13", "2022-6", "2022-02-30", "2022-06-18T00:00", "soon"})
    void refusesWhatIsNoDate(String text) {
        assertThrows(Problem.class, () -> new PartialDate(text));
    }
}
