package org.pavilion.plugin.exhibition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.testing.Store.POSTGRES;
import static org.pavilion.testing.Store.SQLITE;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Text;
import org.pavilion.testing.Expo;
import org.pavilion.testing.PavilionTest;
import org.pavilion.testing.Role;

@PavilionTest(
        plugin = ExhibitionPlugin.class,
        stores = {SQLITE, POSTGRES})
final class ExhibitionBoardTest {
    private static final String EDITION = "ed-cibte-2023";
    private static final Pattern ITEM_LINK = Pattern.compile("href=\"/item/([a-z0-9-]+)");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"[^\"]*[?&](?:amp;)?after=([^\"&]+)");

    record Ids(List<Id> items) {
        record Id(String id) {}

        List<String> all() {
            return items.stream().map(Id::id).toList();
        }
    }

    record ZoneVisits(List<Entry> zones) {
        record Entry(Zoned zone, long visitors) {}

        record Zoned(String id) {}
    }

    record Stand(String code, long version, Pitch pitch) {
        record Pitch(String zh) {}
    }

    @BeforeEach
    void layTheDemo(Expo expo) {
        expo.expectDemo();
    }

    @Test
    void importsFromItsOwnDemoAreKeptOverARestart(Expo expo) {
        var path = "/items?limit=200&edition=ed-cibte-2020";
        var before = items(expo, path);
        assertEquals(14, before.size());
        assertEquals(before, items(expo.restartPlugin(), path));
        expo.awaitFound("抗菌不锈钢", "item:item-antibac-steel");
        for (var page : List.of("/halls", "/achievements", "/exhibitors", "/platforms", "/item/item-antibac-steel")) {
            for (var language : List.of("", "/en")) {
                expo.as(Role.GUEST).page(language + page).expect(200);
            }
        }
    }

    @Test
    void anImportWithAFaultStoresNothing(Expo expo) {
        var lines =
                item("item-sound", EDITION, "zone-metaverse") + "\n" + "{\"id\":\"item-nameless\",\"kind\":\"item\"}";
        var report = expo.server()
                .imports()
                .run("item", new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), false);
        assertEquals(1, report.rejected());
        assertEquals(2, report.lines().getFirst().line());
        assertFalse(report.stored());
        expo.as(Role.GUEST).get("/items/item-sound").expect(404);
    }

    @Test
    void aRefusedBoothLeavesTheBoothsBeforeItUnstored(Expo expo) {
        var lines = booth("b-first", "Z-910") + "\n" + booth("b-second", "Z-910");
        var report = expo.server()
                .imports()
                .run("booth", new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), false);
        assertEquals("booth.stand-taken", report.lines().getFirst().code());
        expo.as(Role.GUEST).get("/booths/b-first").expect(404);
    }

    @Test
    void aZoneShowsExactlyItsItemsOfItsEdition(Expo expo) {
        expo.importLines("zone", zone("zone-own"), zone("zone-other"));
        expo.importLines(
                "item",
                item("item-own-1", EDITION, "zone-own"),
                item("item-own-2", EDITION, "zone-own"),
                item("item-moved", EDITION, "zone-own"),
                item("item-elsewhere", EDITION, "zone-other"),
                item("item-other-year", "ed-cibte-2020", "zone-own"));
        expo.importLines("item", item("item-moved", EDITION, "zone-other"));
        var own = Set.of("item-own-1", "item-own-2");
        assertEquals(own, Set.copyOf(items(expo, "/items?zone=zone-own&edition=" + EDITION)));
        assertEquals(own, Set.copyOf(links(page(expo, "/zone/zone-own"))));
        assertEquals(own, Set.copyOf(links(page(expo, "/zone/zone-own?edition=" + EDITION))));
    }

    record Panel(List<Group> groups) {
        record Group(String relation, List<Card> first) {}

        record Card(String ref) {}

        List<String> to(String relation) {
            return groups.stream()
                    .filter(group -> group.relation().equals(relation))
                    .flatMap(group -> group.first().stream())
                    .map(Card::ref)
                    .toList();
        }
    }

    private static Panel next(Expo expo, String ref) {
        return expo.as(Role.GUEST)
                .page("/api/objects/" + ref + "/next")
                .expect(200)
                .as(Panel.class);
    }

    @Test
    void aZoneAnItemNoLongerStandsInIsNoLongerLinked(Expo expo) {
        expo.importLines("zone", zone("zone-first"), zone("zone-second"));
        expo.importLines("item", item("item-moving", EDITION, "zone-first"));
        assertEquals(List.of("zone:zone-first"), next(expo, "item:item-moving").to("shown-in"));
        expo.importLines("item", item("item-moving", EDITION, "zone-second"));
        assertEquals(List.of("zone:zone-second"), next(expo, "item:item-moving").to("shown-in"));
        assertEquals(List.of(), next(expo, "zone:zone-first").to("shown-in"));
    }

    @Test
    void anItemLeadsToTheBoothsOfItsMakers(Expo expo) {
        expo.await(
                "the booth",
                () -> !next(expo, "item:item-antibac-steel").to("shown-at").isEmpty());
        expo.as(Role.GUEST).page("/api/objects/item:nobody/next").expect(404);
    }

    @Test
    void theWallSkipsAndRepeatsNothingWhileItemsArriveAndChange(Expo expo) {
        var before = Set.copyOf(items(expo, "/items?limit=200"));
        assertTrue(before.size() > 40, before.toString());
        var seen = new ArrayList<String>();
        Optional<String> after = Optional.of("");
        for (int arrival = 0; after.isPresent() && arrival < 20; arrival++) {
            var page = page(expo, "/achievements" + (after.get().isEmpty() ? "" : "?after=" + after.get()));
            var shown = links(page);
            seen.addAll(shown);
            expo.importLines(
                    "item",
                    item("item-arrived-" + arrival, EDITION, "zone-metaverse"),
                    item(shown.getFirst(), EDITION, "zone-metaverse"));
            var next = NEXT.matcher(page);
            after = next.find() ? Optional.of(next.group(1)) : Optional.empty();
        }
        assertEquals(new HashSet<>(seen).size(), seen.size(), seen.toString());
        assertTrue(seen.containsAll(before), () -> "skipped on the way: " + missing(before, seen));
    }

    @Test
    void aBoothIsEditedByWhoReadItsVersionAndIsFoundSoonAfter(Expo expo) {
        expo.importLines("booth", booth("b-edited", "Z-901"));
        var organiser = expo.as(Role.OPERATOR);
        var answer = organiser.get("/booths/b-edited").expect(200);
        var tag = answer.headers().firstValue("ETag").orElseThrow();
        var edit = Map.of("pitch", Map.of("zh", "会唱歌的石头", "en", "Stones that sing"));

        organiser.patch("/booths/b-edited", edit).expect(428);
        organiser.with("If-Match", "\"99\"").patch("/booths/b-edited", edit).expect(412);
        expo.as(Role.GUEST)
                .with("If-Match", tag)
                .patch("/booths/b-edited", edit)
                .expect(401);
        assertEquals(answer.body(), organiser.get("/booths/b-edited").body());

        var edited = organiser
                .with("If-Match", tag)
                .patch("/booths/b-edited", edit)
                .expect(200)
                .as(Stand.class);
        assertEquals("会唱歌的石头", edited.pitch().zh());
        expo.awaitFound("会唱歌的石头", "booth:b-edited");
        organiser.with("If-Match", tag).patch("/booths/b-edited", edit).expect(412);
    }

    @Test
    void aClonedEditionHasTheZonesAndStandsOfTheOtherAndNobodyInThem(Expo expo) {
        var zones = plan(expo, EDITION);
        assertTrue(zones.stream().anyMatch(zone -> zone.capacity() == 200), zones.toString());
        expo.importLines("zone", zone("zone-2031-a").replace(EDITION, "ed-2031"));
        expo.server().directory().cloneEdition(EDITION, "ed-2031", Text.same("Next"), 2031);
        expo.await("the zones of the clone", () -> plan(expo, "ed-2031").size() == zones.size());
        var clone = plan(expo, "ed-2031");
        assertEquals(
                zones.stream().map(Planned::letter).toList(),
                clone.stream().map(Planned::letter).toList());
        for (int i = 0; i < zones.size(); i++) {
            var copy = clone.get(i);
            if (copy.id().equals("zone-2031-a")) {
                assertEquals("zone-2031-a", copy.name().en(), "what was there already stays");
            } else {
                assertEquals(zones.get(i).name(), copy.name());
                assertTrue(copy.capacity() >= zones.get(i).capacity());
            }
        }
        expo.as(Role.GUEST).page("/halls?edition=ed-2031").expect(200);
        assertEquals(
                0,
                expo.as(Role.GUEST)
                        .get("/booths?edition=ed-2031")
                        .expect(200)
                        .as(Standing.class)
                        .total());
    }

    @Test
    void nothingInAFrozenEditionIsImportedUntilItIsOpenedAgain(Expo expo) {
        expo.importLines("zone", zone("zone-thawed"));
        expo.server().directory().freezeEdition(EDITION, true);
        try {
            for (var line : Map.of(
                            "item", item("item-late", EDITION, "zone-thawed"),
                            "booth", booth("b-late", "Z-950"),
                            "zone", zone("zone-late"))
                    .entrySet()) {
                var bytes = line.getValue().getBytes(StandardCharsets.UTF_8);
                var report = expo.server().imports().run(line.getKey(), new ByteArrayInputStream(bytes), false);
                assertFalse(report.stored(), line.getKey());
                assertEquals("edition.frozen", report.lines().getFirst().code());
            }
        } finally {
            expo.server().directory().freezeEdition(EDITION, false);
        }
        expo.importLines("item", item("item-late", EDITION, "zone-thawed"));
    }

    record Standing(int total) {}

    record Plan(List<Row> zones) {
        record Row(Planned zone) {}
    }

    record Planned(String id, String letter, Text name, int capacity) {}

    private static List<Planned> plan(Expo expo, String edition) {
        return expo.as(Role.GUEST).get("/zones?edition=" + edition).expect(200).as(Plan.class).zones().stream()
                .map(Plan.Row::zone)
                .toList();
    }

    @Test
    void aReloadLoopOfOneVisitorDoesNotMoveThePopularityOfAZone(Expo expo) {
        var insistent = expo.newGuest();
        for (int i = 0; i < 20; i++) {
            insistent.page("/zone/zone-olympic").expect(200);
        }
        expo.newGuest().page("/en/zone/zone-olympic").expect(200);
        expo.await("count of the second visitor", () -> visitors(expo) >= 2);
        assertEquals(2, visitors(expo));
    }

    private static long visitors(Expo expo) {
        return expo.as(Role.GUEST).get("/zones?edition=ed-cibte-2020").expect(200).as(ZoneVisits.class).zones().stream()
                .filter(entry -> entry.zone().id().equals("zone-olympic"))
                .findFirst()
                .orElseThrow()
                .visitors();
    }

    private static List<String> items(Expo expo, String path) {
        return expo.as(Role.GUEST).get(path).expect(200).as(Ids.class).all();
    }

    private static String page(Expo expo, String path) {
        return expo.as(Role.GUEST).page(path).expect(200).body();
    }

    private static List<String> links(String page) {
        return ITEM_LINK.matcher(page).results().map(link -> link.group(1)).toList();
    }

    private static Set<String> missing(Set<String> wanted, List<String> seen) {
        var missing = new HashSet<>(wanted);
        seen.forEach(missing::remove);
        return missing;
    }

    private static String zone(String id) {
        return "{'id':'%s','kind':'zone','name':{'zh':'%s','en':'%s'},'summary':{'zh':'区','en':'Zone'},'edition':'%s'}"
                .formatted(id, id, id, EDITION)
                .replace('\'', '"');
    }

    private static String item(String id, String edition, String zone) {
        return ("{'id':'%s','kind':'item','name':{'zh':'%s','en':'%s'},'summary':{'zh':'物','en':'Thing'},"
                        + "'itemType':'product','editions':['%s'],'zone':'%s'}")
                .formatted(id, id, id, edition, zone)
                .replace('\'', '"');
    }

    private static String booth(String id, String stand) {
        return "{'id':'%s','kind':'booth','edition':'%s','name':{'zh':'演示','en':'Demo'},'stand':'%s','synthetic':true}"
                .formatted(id, EDITION, stand)
                .replace('\'', '"');
    }
}
