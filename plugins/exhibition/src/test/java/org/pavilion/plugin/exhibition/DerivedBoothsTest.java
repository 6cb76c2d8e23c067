package org.pavilion.plugin.exhibition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.testing.Store.POSTGRES;
import static org.pavilion.testing.Store.SQLITE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pavilion.testing.Expo;
import org.pavilion.testing.PavilionTest;
import org.pavilion.testing.Role;

@PavilionTest(
        plugin = ExhibitionPlugin.class,
        stores = {SQLITE, POSTGRES})
final class DerivedBoothsTest {
    private static final String EARLIER = "ed-cibte-2020";
    private static final String LATER = "ed-cibte-2023";

    record Booths(List<Stand> booths) {}

    record Stand(String id, String edition, String code, Optional<String> zone) {}

    @BeforeEach
    void layTheDemo(Expo expo) {
        expo.expectDemo();
    }

    @Test
    void aDerivedBoothStandsInAZoneOfItsOwnEdition(Expo expo) {
        expo.importLines("zone", zone("zone-then", EARLIER), zone("zone-now", LATER));
        expo.importLines("item", item("item-then", List.of(EARLIER, LATER), "zone-then", "org-twice"));
        expo.importLines("organisation", organisation("org-twice", true, EARLIER, LATER));
        expo.await("both booths", () -> booths(expo, "org-twice").size() == 2);

        for (var booth : booths(expo, "org-twice")) {
            boolean earlier = booth.edition().equals(EARLIER);
            assertEquals(earlier ? Optional.of("zone-then") : Optional.empty(), booth.zone(), booth::toString);
            assertEquals(!earlier, booth.code().startsWith(ZoneLetters.GENERAL + "-"), booth::toString);
        }
        expo.as(Role.GUEST).get("/halls/" + LATER + "/plan").expect(200);
    }

    @Test
    void aDerivedBoothGoesWhenItsOrganisationNoLongerExhibits(Expo expo) {
        expo.importLines("organisation", organisation("org-leaving", true, EARLIER, LATER));
        expo.await("both booths", () -> booths(expo, "org-leaving").size() == 2);
        expo.awaitFound("org-leaving", "booth:b-cibte-2020-leaving");
        var before = plan(expo);

        expo.importLines("organisation", organisation("org-leaving", true, LATER));
        expo.await("one booth less", () -> booths(expo, "org-leaving").size() == 1);
        assertEquals(LATER, booths(expo, "org-leaving").getFirst().edition());
        assertTrue(!plan(expo).equals(before), "the plan's ETag changes with the booth that went");

        expo.importLines("organisation", organisation("org-leaving", false, LATER));
        expo.await("no booth", () -> booths(expo, "org-leaving").isEmpty());
        expo.await("search forgets it", () -> !found(expo, "org-leaving").contains("booth:b-cibte"));
    }

    @Test
    void aBoothOfItsOwnRecordStaysWhateverTheDirectorySays(Expo expo) {
        expo.importLines("organisation", organisation("org-own", true, LATER));
        expo.await("the derived booth", () -> booths(expo, "org-own").size() == 1);
        expo.importLines("booth", """
                {"id":"b-own","kind":"booth","edition":"%s","exhibitor":"org-own","stand":"Z-777"}""".formatted(LATER));
        expo.importLines("organisation", organisation("org-own", false, LATER));
        expo.importLines("organisation", organisation("org-mark", true, LATER));
        expo.await("the events are through", () -> booths(expo, "org-mark").size() == 1);
        assertEquals("b-own", booths(expo, "org-own").getFirst().id());
    }

    private static List<Stand> booths(Expo expo, String exhibitor) {
        return expo.as(Role.GUEST)
                .get("/booths?exhibitor=" + exhibitor)
                .expect(200)
                .as(Booths.class)
                .booths();
    }

    private static String plan(Expo expo) {
        return expo.as(Role.GUEST)
                .get("/halls/" + EARLIER + "/plan")
                .expect(200)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private static String found(Expo expo, String words) {
        return expo.as(Role.GUEST)
                .page("/api/search?limit=50&q=" + words)
                .expect(200)
                .body();
    }

    private static String organisation(String id, boolean exhibits, String... editions) {
        return """
                {"id":"%s","kind":"organisation","name":{"zh":"%s","en":"%s"},"summary":{"zh":"展商","en":"Exhibitor"},\
                "roles":["exhibitor"],"editions":["%s"],"isExhibitor":%s}""".formatted(id, id, id, String.join("\",\"", editions), exhibits);
    }

    private static String zone(String id, String edition) {
        return """
                {"id":"%s","kind":"zone","name":{"zh":"%s","en":"%s"},"summary":{"zh":"区","en":"Zone"},\
                "edition":"%s"}""".formatted(id, id, id, edition);
    }

    private static String item(String id, List<String> editions, String zone, String maker) {
        return """
                {"id":"%s","kind":"item","name":{"zh":"%s","en":"%s"},"summary":{"zh":"物","en":"Thing"},\
                "itemType":"product","editions":["%s"],"zone":"%s","organisations":["%s"]}""".formatted(id, id, id, String.join("\",\"", editions), zone, maker);
    }
}
