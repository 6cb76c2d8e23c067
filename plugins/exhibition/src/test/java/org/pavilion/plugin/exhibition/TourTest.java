package org.pavilion.plugin.exhibition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pavilion.testing.Expo;
import org.pavilion.testing.PavilionTest;
import org.pavilion.testing.Role;

@PavilionTest(plugin = ExhibitionPlugin.class)
final class TourTest {
    private static final String HALL = "ed-cibte-2020";

    record Plan(double width, double height, Stands stands) {
        record Stands(List<String> id, List<List<Double>> box) {}
    }

    record Walk(
            String from,
            boolean own,
            List<Stop> stops,
            List<String> unknown,
            int over,
            int metres,
            int walking,
            int minutes,
            List<List<Double>> way) {
        record Stop(String id, Optional<Integer> metres) {}

        List<String> ids() {
            return stops.stream().map(Stop::id).toList();
        }
    }

    @BeforeEach
    void layTheDemo(Expo expo) {
        expo.expectDemo();
    }

    @Test
    void theShortestOrderIsNoLongerThanTheGivenOneAndLeadsPastNoStand(Expo expo) {
        var plan = plan(expo, HALL);
        var ids = plan.stands().id().reversed();
        var own = walk(expo, HALL, "order=own&stops=" + String.join(",", ids));
        assertEquals(ids, own.ids());
        var found = walk(expo, HALL, "stops=" + String.join(",", ids));
        assertTrue(found.metres() <= own.metres(), found.metres() + " > " + own.metres());
        assertEquals(found, walk(expo, HALL, "stops=" + String.join(",", ids)));
        assertTrue(found.stops().stream().allMatch(stop -> stop.metres().isPresent()), found.toString());
        assertEquals(found.walking() + 5 * ids.size(), found.minutes());
        for (var at : found.way()) {
            assertFalse(
                    plan.stands().box().stream().anyMatch(box -> inside(box, at)), at + " is in the middle of a stand");
        }
        var longer = walk(expo, HALL, "stay=15&from=north&stops=" + String.join(",", ids));
        assertEquals("north", longer.from());
        assertEquals(longer.walking() + 15 * ids.size(), longer.minutes());
    }

    @Test
    void whatIsNotInTheHallIsSaidAndSixtyAreEnough(Expo expo) {
        var ids = plan(expo, HALL).stands().id();
        var others =
                IntStream.range(0, 70).mapToObj(number -> "nobody-" + number).toList();
        var walk = walk(expo, HALL, "stops=" + String.join(",", ids) + "," + String.join(",", others));
        assertEquals(Set.copyOf(ids), Set.copyOf(walk.ids()));
        assertEquals(60 - ids.size(), walk.unknown().size());
        assertEquals(10 + ids.size(), walk.over());

        var nothing = walk(expo, HALL, "stops=");
        assertEquals(0, nothing.minutes());
        var guest = expo.as(Role.GUEST);
        guest.get("/halls/" + HALL + "/tour?from=roof").expect(422);
        guest.get("/halls/" + HALL + "/tour?order=best").expect(422);
        guest.get("/halls/nowhere/tour").expect(404);
    }

    /** Every change is a link: the page works where no script runs. */
    @Test
    void thePageChangesByItsOwnLinks(Expo expo) {
        var ids = plan(expo, HALL).stands().id();
        var guest = expo.as(Role.GUEST);
        var one = guest.page("/en/halls/tour?add=" + ids.get(0)).expect(200).body();
        assertTrue(one.contains("data-edition=\"" + HALL + "\""), one);
        var two = guest.page("/en/halls/tour?edition=" + HALL + "&order=own&stops=" + ids.get(0) + "," + ids.get(1))
                .expect(200)
                .body();
        var later = link(two, "down-" + ids.get(0));
        var turned = guest.page(later).expect(200).body();
        assertTrue(turned.contains("data-stops=\"" + ids.get(1) + "," + ids.get(0) + "\""), turned);
        var dropped = guest.page(link(turned, "drop-" + ids.get(1))).expect(200).body();
        assertTrue(dropped.contains("data-stops=\"" + ids.get(0) + "\""), dropped);
        var none = guest.page("/halls/tour?edition=" + HALL).expect(200).body();
        assertTrue(none.contains("data-stops=\"\"") && !none.contains("class=\"tour-map\""), none);
    }

    private static String link(String page, String key) {
        var from = page.indexOf("href=\"", page.indexOf("data-tour=\"" + key + "\"")) + 6;
        return page.substring(from, page.indexOf('"', from)).replace("&amp;", "&");
    }

    private static boolean inside(List<Double> box, List<Double> at) {
        return at.get(0) > box.get(0) + 0.5
                && at.get(0) < box.get(0) + box.get(2) - 0.5
                && at.get(1) > box.get(1) + 0.5
                && at.get(1) < box.get(1) + box.get(3) - 0.5;
    }

    private static Plan plan(Expo expo, String hall) {
        return expo.as(Role.GUEST).get("/halls/" + hall + "/plan").expect(200).as(Plan.class);
    }

    private static Walk walk(Expo expo, String hall, String query) {
        return expo.as(Role.GUEST)
                .get("/halls/" + hall + "/tour?" + query)
                .expect(200)
                .as(Walk.class);
    }
}
