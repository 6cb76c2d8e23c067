package org.pavilion.plugin.trading;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.testing.Store.POSTGRES;
import static org.pavilion.testing.Store.SQLITE;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pavilion.testing.Board;
import org.pavilion.testing.Expo;
import org.pavilion.testing.PavilionTest;
import org.pavilion.testing.Role;

/** On both stores, for all boards: they keep their records in the same way. */
@PavilionTest(
        plugin = TradingPlugin.class,
        stores = {SQLITE, POSTGRES})
final class TradingBoardTest {
    record Listed(List<Entry> records, Optional<String> next, long total, List<Narrowing> facets) {
        record Entry(String id) {}

        record Narrowing(String name, List<Choice> choices) {}

        record Choice(String value, long count, boolean chosen) {}

        List<String> ids() {
            return records.stream().map(Entry::id).toList();
        }

        long count(String facet, String value) {
            return facets.stream()
                    .filter(each -> each.name().equals(facet))
                    .flatMap(each -> each.choices().stream())
                    .filter(choice -> choice.value().equals(value))
                    .mapToLong(Choice::count)
                    .findFirst()
                    .orElse(0);
        }
    }

    record Matches(List<Pair> matches, int total) {
        record Pair(String offer, String demand, int score) {}
    }

    record Refused(String code, String pointer) {}

    record Largest(String deal) {}

    @BeforeEach
    void layTheDemo(Expo expo) {
        expo.expectDemo();
    }

    @Test
    void isListedReadPagedFoundAndKept(Expo expo) {
        expo.expectBoards(
                Board.of("offer", "/market", "offer-antibac-steel", "抗菌不锈钢材料技术"),
                new Board("demand", "/market?kind=demand", "/market/dem-lize-5g", "/demands", "丽泽金融商务区"),
                Board.of("deal", "/deals", "deal-2019-varian", "瓦里安"),
                Board.of("agency", "/agency", "agy-pku", "北京大学科技开发部").at("/agencies"));
    }

    @Test
    void everyRecordHasItsPageInBothLanguages(Expo expo) {
        var guest = expo.as(Role.GUEST);
        var pages = Map.of("/offers", "/market/", "/demands", "/market/", "/deals", "/deals/", "/agencies", "/agency/")
                .entrySet()
                .stream()
                .flatMap(board ->
                        list(expo, board.getKey() + "?limit=100").ids().stream().map(id -> board.getValue() + id));
        assertAll(pages.flatMap(page -> Stream.of(page, "/en" + page))
                .map(page -> () -> guest.page(page).expect(200)));
    }

    @Test
    void facetsCountWhatEachChoiceWouldLeave(Expo expo) {
        var all = list(expo, "/offers?limit=100");
        var energy = list(expo, "/offers?limit=100&field=energy");
        assertEquals(all.count("field", "energy"), energy.total());
        assertEquals(all.count("field", "ai"), energy.count("field", "ai"), "a facet leaves out its own choice");
        var ready = list(expo, "/offers?limit=100&field=energy&trl=7-9");
        assertEquals(energy.count("trl", "7-9"), ready.total());
        assertTrue(ready.total() < energy.total());
        assertEquals(
                energy.total() + list(expo, "/offers?field=ai").total(),
                list(expo, "/offers?field=energy&field=ai").total(),
                "two choices of one facet widen");
        assertEquals(
                List.of("offer-antibac-steel"),
                list(expo, "/offers?q=antibacterial").ids());
        assertEquals(0, list(expo, "/offers?q=antibacterial&field=ai").total());
        expo.as(Role.GUEST).get("/offers?sort=price").expect(422);
        expo.as(Role.GUEST).get("/offers?after=nobody").expect(422);
        expo.as(Role.GUEST).page("/market?kind=car").expect(422);
    }

    @Test
    void anEditionListsWhatItHostsUnlessAskedForItsOwn(Expo expo) {
        assertEquals(7, list(expo, "/deals?edition=ed-zgcf-2020").total());
        assertEquals(2, list(expo, "/deals?edition=ed-zgcf-2020&scope=own").total());
        expo.as(Role.GUEST).get("/deals?scope=all").expect(422);
    }

    @Test
    void aDemandThatArrivesHasItsMatchesAtOnce(Expo expo) {
        expo.importLines("demand", """
                {"id":"dem-arrived","kind":"demand","name":{"zh":"高铁北斗定位","en":"BeiDou positioning for trains"},\
                "summary":{"zh":"列车在隧道里的定位。","en":"Locating trains in tunnels."},"edition":"ed-ttc-2023",\
                "demandType":"technology","tags":["交通"],"synthetic":true,"source":[]}""");
        var path = "/demands/dem-arrived/matches";
        var matches = expo.as(Role.GUEST).get(path).expect(200).as(Matches.class);
        assertEquals("offer-beidou-train", matches.matches().getFirst().offer());
        assertEquals(matches, expo.as(Role.GUEST).get(path).expect(200).as(Matches.class));
        var back = expo.as(Role.GUEST)
                .get("/offers/offer-beidou-train/matches")
                .expect(200)
                .as(Matches.class);
        assertTrue(back.matches().contains(matches.matches().getFirst()));
        expo.as(Role.GUEST).get("/demands/nobody/matches").expect(404);
    }

    @Test
    void theLargestDealIsAskedForByTypeOnly(Expo expo) {
        var guest = expo.as(Role.GUEST);
        var refused = guest.get("/statistics/largest-deal").expect(422).as(Refused.class);
        assertEquals(new Refused("deal.type-required", "/dealType"), refused);
        var path = "/statistics/largest-deal?dealType=technology-transaction";
        assertEquals(
                "deal-2020-steel", guest.get(path).expect(200).as(Largest.class).deal());
        guest.get("/statistics/share?deal=deal-2020-steel&of=deal-2020-cetc").expect(422);
        guest.get("/statistics/share?deal=deal-2020-cetc&of=deal-agg-cibte-2020")
                .expect(200);
        guest.get("/statistics/deals").expect(200);
    }

    @Test
    void aTypeOfDealThatDoesNotExistIsNotTaken(Expo expo) {
        var line = """
                {"id":"deal-odd","kind":"deal","name":{"zh":"怪","en":"Odd"},"summary":{"zh":"怪","en":"Odd"},\
                "edition":"ed-ttc-2023","dealType":"merger","parties":[],"source":[]}""";
        var report = expo.server()
                .imports()
                .run("deal", new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), false);
        assertEquals(1, report.rejected());
        assertFalse(report.stored());
    }

    @Test
    void everyFigureOfThePageOpensTheRecordsBehindIt(Expo expo) {
        var guest = expo.as(Role.GUEST);
        var page = guest.page("/en/deals").expect(200).body();
        var links = Pattern.compile("href=\"(/en/deals\\?[^\"]*type=[^\"]*)#records\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .distinct()
                .toList();
        assertTrue(links.size() > 12, links.toString());
        assertAll(links.stream().map(link -> () -> {
            var records = guest.page(link).expect(200).body();
            assertTrue(records.contains("class=\"rows\""), link + " opens no record");
        }));
    }

    private static Listed list(Expo expo, String path) {
        return expo.as(Role.GUEST).get(path).expect(200).as(Listed.class);
    }
}
