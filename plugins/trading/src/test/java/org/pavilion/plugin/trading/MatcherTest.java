package org.pavilion.plugin.trading;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pavilion.api.Text;

final class MatcherTest {
    /** What a reader of both lists would put first; empty when no offer has to do with the demand. */
    private static final Map<String, String> FIRST = Map.ofEntries(
            Map.entry("dem-lize-5g", "offer-ammonia"),
            Map.entry("dem-olympic-park", ""),
            Map.entry("dem-olympic-venue", ""),
            Map.entry("dem-ai-city", "offer-rail-brain"),
            Map.entry("dem-ai-service", "offer-rail-brain"),
            Map.entry("dem-syn-01", "offer-ammonia"),
            Map.entry("dem-syn-02", "offer-rail-brain"),
            Map.entry("dem-syn-03", "offer-neuro-robot"),
            Map.entry("dem-syn-04", "offer-olympic-monitor"),
            Map.entry("dem-syn-05", "offer-rail-brain"),
            Map.entry("dem-syn-06", "offer-beidou-train"),
            Map.entry("dem-syn-07", "offer-antibac-steel"),
            Map.entry("dem-syn-08", "offer-rail-brain"),
            Map.entry("dem-syn-09", "offer-rail-brain"),
            Map.entry("dem-syn-10", "offer-hyperspectral"));

    @TestFactory
    Stream<DynamicTest> eachDemandOfTheDemoGetsTheOfferAReaderWouldChoose() {
        var matcher = Demo.matcher();
        return Demo.demands().stream()
                .map(demand -> DynamicTest.dynamicTest(
                        demand.name().en(),
                        () -> assertEquals(
                                FIRST.get(demand.id()),
                                matcher.offersFor(demand).stream()
                                        .map(Match::offer)
                                        .findFirst()
                                        .orElse(""))));
    }

    @Test
    void noMatchIsWithoutASharedTermOrField() {
        var matcher = Demo.matcher();
        assertAll(Demo.demands().stream()
                .flatMap(demand -> matcher.offersFor(demand).stream())
                .map(match -> () -> {
                    assertTrue(
                            match.reasons().stream()
                                    .anyMatch(
                                            reason -> List.of("terms", "fields").contains(reason.kind())),
                            match.toString());
                    assertEquals(
                            match.score(),
                            match.reasons().stream().mapToInt(Reason::points).sum());
                    assertTrue(match.reasons().stream().allMatch(reason -> reason.points() <= reason.of()));
                    assertEquals(match.fits(), match.disqualifiers().isEmpty());
                }));
    }

    @Test
    void theOrderDependsOnNothingButTheRecords() {
        var offers = new ArrayList<>(Demo.offers());
        var demand = Demo.demand("dem-syn-10");
        var first = Demo.matcher().offersFor(demand);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(offers, new Random(seed));
            assertEquals(first, new Matcher(offers, Demo.FIELDS).offersFor(demand));
        }
    }

    @Test
    void bothSidesSeeTheSameMatch() {
        var matcher = Demo.matcher();
        var demands = Demo.demands();
        for (var offer : Demo.offers()) {
            for (var match : matcher.demandsFor(offer, demands)) {
                assertTrue(matcher.offersFor(Demo.demand(match.demand())).contains(match), match.toString());
            }
        }
    }

    @Test
    void antibacterialSteelAnswersTheDemandForASubstituteAndSaysWhy() {
        var match = Demo.matcher().offersFor(Demo.demand("dem-syn-07")).getFirst();
        assertEquals("strong", match.strength());
        assertEquals(
                List.of("抗菌", "材料", "antibacterial"), match.reasons().getFirst().terms());
        assertEquals(
                List.of("terms", "fields", "partner", "readiness"),
                match.reasons().stream().map(Reason::kind).toList());
        assertTrue(match.reasons().getLast().inferred(), "the readiness is invented and says so");
    }

    @Test
    void aScenarioTakesNoTechnologyThatIsStillAPrototype() {
        var matches = Demo.matcher().offersFor(Demo.demand("dem-lize-5g"));
        var radio = matches.stream()
                .filter(match -> match.offer().equals("offer-openran-testbed"))
                .findFirst()
                .orElseThrow();
        assertFalse(radio.fits());
        assertEquals("readiness", radio.disqualifiers().getFirst().kind());
        var unfit = matches.stream().map(Match::fits).toList();
        assertTrue(unfit.lastIndexOf(true) < unfit.indexOf(false), "what does not fit stands last");
    }

    @Test
    void aWordThatNamesTheFieldDoesNotCountTwice() {
        var match = Demo.matcher().offersFor(Demo.demand("dem-ai-city")).getFirst();
        assertEquals(
                List.of("fields", "partner", "readiness"),
                match.reasons().stream().map(Reason::kind).toList());
        assertFalse(match.reasons().getFirst().inferred());
    }

    @Test
    void wordsThatAllOffersHaveAreNoReason() {
        var demand = demand("示范应用场景的智慧系统平台", "Demonstration scenario of a smart system platform");
        assertEquals(List.of(), Demo.matcher().offersFor(demand));
    }

    @Test
    void sevenThousandOffersAreMatchedWithEachDemand() {
        var demo = Demo.offers();
        var offers = IntStream.range(0, 7000)
                .mapToObj(at -> copy(demo.get(at % demo.size()), at))
                .toList();
        var matcher = new Matcher(offers, Demo.FIELDS);
        var matches = matcher.offersFor(Demo.demand("dem-syn-07"));
        assertEquals(700, matches.size());
    }

    private static Offer copy(Offer offer, int at) {
        return new Offer(
                offer.id() + "-" + at,
                offer.kind(),
                offer.name(),
                offer.summary(),
                offer.item(),
                offer.owner(),
                offer.ownerInferred(),
                offer.offerInferred(),
                offer.fields(),
                offer.trl(),
                offer.priceMode(),
                offer.wanted(),
                offer.synthetic(),
                offer.edition(),
                offer.source());
    }

    private static Demand demand(String zh, String en) {
        return new Demand(
                "dem-test",
                Optional.empty(),
                new Text(zh, en),
                new Text(zh, en),
                "ed-zgcf-2023",
                "technology",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(true),
                List.of());
    }
}
