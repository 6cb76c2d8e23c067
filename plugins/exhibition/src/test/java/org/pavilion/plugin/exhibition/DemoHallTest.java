package org.pavilion.plugin.exhibition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoHallTest {
    private static final String EDITION = "ed-demo-days";

    @Test
    void fillsEightZonesOfAHundredStandsWithoutTellingTwoAlike() {
        var booths = DemoHall.booths(EDITION, 1);
        assertEquals(800, booths.size());
        assertEquals(800, booths.stream().map(BoothLine::id).distinct().count());
        assertEquals(800, booths.stream().map(BoothLine::stand).distinct().count());
        var byZone = booths.stream()
                .collect(Collectors.groupingBy(booth -> booth.zone().orElseThrow(), Collectors.counting()));
        assertEquals(8, byZone.size());
        assertTrue(byZone.values().stream().allMatch(count -> count == 100));
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertEquals(DemoHall.booths(EDITION, 7), DemoHall.booths(EDITION, 7));
        assertNotEquals(DemoHall.booths(EDITION, 7), DemoHall.booths(EDITION, 8));
    }

    @Test
    void marksEveryInventedExhibitorAndNoRealOne() {
        for (var booth : DemoHall.booths(EDITION, 1)) {
            assertEquals(booth.exhibitor().isEmpty(), booth.synthetic().orElse(false));
        }
    }

    @Test
    void givesRealExhibitorsTheFirstStandsOfTheirZone() {
        var booths = DemoHall.booths(EDITION, 1);
        for (int i = 1; i < booths.size(); i++) {
            var before = booths.get(i - 1);
            var booth = booths.get(i);
            if (booth.zone().equals(before.zone())) {
                assertFalse(before.exhibitor().isEmpty() && booth.exhibitor().isPresent());
            }
        }
    }
}
