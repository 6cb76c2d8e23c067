package org.pavilion.plugin.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Problem;
import org.pavilion.api.Quantity;
import org.pavilion.api.Quantity.Qualifier;
import org.pavilion.api.Text;

final class DealFiguresTest {
    private static final DealFigures.Scope EVERYTHING = new DealFigures.Scope(Optional.empty(), true, List.of());

    private final DealBook book = new DealBook(Demo.deals(), Text::same);

    /** The aggregate with any of its parts, in any order, some twice: the total is the aggregate's. */
    @RepeatedTest(50)
    void listingATotalAndItsPartsTogetherNeverChangesTheTotal(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var parts = new ArrayList<Deal>();
        for (int at = 0; at < random.nextInt(6); at++) {
            parts.add(deal("part-" + at, "investment", amount(1 + random.nextInt(500), "CNY", qualifier(random))));
        }
        var total = aggregate(
                1 + random.nextInt(2000),
                random.nextInt(100),
                random.nextBoolean() ? List.of() : parts.stream().map(Deal::id).toList());
        var all = new ArrayList<Deal>(parts);
        all.add(total);
        var alone = Totals.of(List.of(total), new Parts(all));
        var listed = new ArrayList<Deal>(parts.subList(0, random.nextInt(parts.size() + 1)));
        listed.addAll(List.copyOf(listed));
        listed.add(total);
        Collections.shuffle(listed, random);
        var together = Totals.of(listed, new Parts(all));
        assertEquals(alone, together);
    }

    @Test
    void theExampleOfTheRuleBookIsTakenApart() {
        var parts = Stream.of(120, 80)
                .map(value -> deal("part-" + value, "investment", amount(value, "CNY", Qualifier.EXACT)))
                .toList();
        var total = aggregate(500, 10, List.of("part-120", "part-80"));
        var all = Stream.concat(parts.stream(), Stream.of(total)).toList();
        var sum = Sums.of(total, new Parts(all));
        assertEquals(money(500, Qualifier.EXACT), quantity(sum.stated().amount()));
        assertEquals(money(200, Qualifier.EXACT), quantity(sum.named().amount()));
        assertEquals(
                money(300, Qualifier.EXACT),
                quantity(sum.remainder().orElseThrow().amount()));
        assertEquals(Sums.projects(8), quantity(sum.remainder().orElseThrow().projects()));
        assertTrue(sum.remainder().orElseThrow().amount().orElseThrow().derived());
        assertFalse(sum.inferred());
        assertEquals(
                Map.of("CNY", money(500, Qualifier.EXACT)),
                Totals.of(all, new Parts(all)).amounts());
    }

    @Test
    void theExpoOf2020NamesThreeOfItsFortyTwoProjects() {
        var sum = sum("deal-agg-cibte-2020");
        assertEquals(
                List.of("deal-2020-cetc", "deal-2020-iot", "deal-2020-jd"),
                sum.parts().stream().map(Deal::id).sorted().toList());
        assertEquals(
                money(9_500_000_000L, Qualifier.EXACT), quantity(sum.named().amount()));
        assertEquals(
                money(8_348_000_000L, Qualifier.EXACT),
                quantity(sum.remainder().orElseThrow().amount()));
        assertEquals(Sums.projects(39), quantity(sum.remainder().orElseThrow().projects()));
        assertTrue(sum.inferred());
    }

    @Test
    void aLowerBoundLeavesALowerBoundAndUnpublishedPartsLeaveNothing() {
        assertEquals(
                Optional.of(money(300, Qualifier.GT)),
                Arithmetic.minus(money(500, Qualifier.GT), money(200, Qualifier.EXACT)));
        assertEquals(
                Optional.of(money(300, Qualifier.LTE)),
                Arithmetic.minus(money(500, Qualifier.EXACT), money(200, Qualifier.GTE)));
        assertEquals(Optional.empty(), Arithmetic.minus(money(500, Qualifier.GT), money(200, Qualifier.GT)));
        assertEquals(Optional.empty(), Arithmetic.minus(money(100, Qualifier.EXACT), money(200, Qualifier.EXACT)));
        var sum = sum("deal-agg-ttc-2023");
        assertEquals(Optional.empty(), sum.named().amount());
        assertEquals(Optional.empty(), sum.remainder().orElseThrow().amount());
        assertEquals(Sums.projects(126), quantity(sum.remainder().orElseThrow().projects()));
    }

    @Test
    void sharesPrintBothTermsAndInheritTheWeakerBound() {
        var shares = sum("deal-agg-cibte-2020").shares();
        var highEnd = shares.stream()
                .filter(share -> share.name().en().startsWith("High-end amount"))
                .findFirst()
                .orElseThrow();
        assertEquals(money(17_518_650_000L, Qualifier.EXACT), highEnd.numerator());
        assertEquals(money(17_848_000_000L, Qualifier.EXACT), highEnd.denominator());
        assertEquals(new BigDecimal("0.9815"), highEnd.value().value());
        var outside = shares.getLast();
        assertEquals(new BigDecimal("0.7143"), outside.value().value(), "30 of 42, as the source prints it");
        var half = Arithmetic.share(money(50, Qualifier.EXACT), money(100, Qualifier.GT))
                .orElseThrow();
        assertEquals(Qualifier.LT, half.qualifier());
        var other = new Quantity(BigDecimal.TEN, "USD", Qualifier.EXACT);
        assertEquals(Optional.empty(), Arithmetic.share(other, money(100, Qualifier.EXACT)));
    }

    @Test
    void aShareOfAnotherMetricIsRefused() {
        var steel = find("deal-2020-steel");
        var park = find("deal-2020-cetc");
        var refusal = assertThrows(Problem.class, () -> book.share(steel, park));
        assertEquals("deal.share-refused", refusal.code());
        assertEquals(
                new BigDecimal("0.3698"),
                book.share(park, find("deal-agg-cibte-2020")).value().value());
    }

    @Test
    void theLargestDealHasNoAnswerWithoutAType() {
        var refusal = assertThrows(Problem.class, () -> book.largest(EVERYTHING, Optional.empty(), Optional.empty()));
        assertEquals("deal.type-required", refusal.code());
        assertEquals("/dealType", refusal.pointer());
        assertEquals("deal-2020-cetc", largest("investment"));
        assertEquals("deal-2020-steel", largest("technology-transaction"));
        assertEquals("deal-agg-ttc-2023", largest("aggregate"));
        assertEquals(
                404, assertThrows(Problem.class, () -> largest("memorandum")).status());
        assertThrows(Problem.class, () -> largest("merger"));
    }

    @Test
    void currenciesAreNeverAdded() {
        var deals = List.of(
                deal("yuan", "investment", amount(100, "CNY", Qualifier.EXACT)),
                deal("yuan-more", "investment", amount(50, "CNY", Qualifier.APPROX)),
                deal("dollar", "investment", amount(900, "USD", Qualifier.EXACT)));
        var mixed = new DealBook(deals, Text::same);
        var amounts = mixed.figures(EVERYTHING).types().getFirst().amounts();
        assertEquals(
                List.of("CNY", "USD"),
                amounts.stream().map(DealFigures.Amount::currency).toList());
        assertEquals(money(150, Qualifier.APPROX), amounts.getFirst().sum().quantity());
        var refusal = assertThrows(
                Problem.class, () -> mixed.largest(EVERYTHING, Optional.of("investment"), Optional.empty()));
        assertEquals("deal.currency-required", refusal.code());
        assertEquals(
                "dollar",
                mixed.largest(EVERYTHING, Optional.of("investment"), Optional.of("USD"))
                        .deal());
    }

    @Test
    void eachTypeStandsForItselfAndNoFigureRunsOverAll() {
        var types = book.figures(EVERYTHING).types();
        assertEquals(7, types.size());
        assertEquals(
                20,
                types.stream()
                        .mapToLong(type -> type.deals().quantity().value().longValue())
                        .sum(),
                "every deal is counted in exactly one type");
        var sales = types.getFirst();
        assertEquals("technology-transaction", sales.type());
        assertEquals(1, sales.amounts().getFirst().published());
        assertEquals(4, sales.amounts().getFirst().deals());
    }

    @Test
    void aScopeIsAnEditionAloneOrWithThoseItHosts() {
        var own = new DealFigures.Scope(Optional.of("ed-zgcf-2020"), false, List.of("ed-zgcf-2020"));
        var hosted = new DealFigures.Scope(
                Optional.of("ed-zgcf-2020"), true, List.of("ed-cibte-2020", "ed-ttc-2020", "ed-zgcf-2020"));
        assertEquals(
                List.of("strategic-agreement", "finance-agreement"),
                book.figures(own).types().stream().map(DealFigures.OfType::type).toList());
        assertEquals(List.of(), book.figures(own).totals());
        assertEquals(4, book.figures(hosted).types().size());
        assertEquals(1, book.figures(hosted).totals().size());
    }

    @Test
    void cellsUnderThreeAreMergedWithTheNext() {
        var origins = sum("deal-agg-cibte-2020").origins();
        assertTrue(origins.stream().allMatch(origin -> origin.projects() >= Breakdown.SMALLEST_CELL));
        assertEquals(42, origins.stream().mapToLong(Sum.Origin::projects).sum());
        assertEquals(4, origins.size());
    }

    private String largest(String type) {
        return book.largest(EVERYTHING, Optional.of(type), Optional.empty()).deal();
    }

    private Sum sum(String id) {
        return Sums.of(find(id), new Parts(Demo.deals()));
    }

    private static Deal find(String id) {
        return Demo.deals().stream()
                .filter(deal -> deal.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Quantity quantity(Optional<Figure> figure) {
        return figure.orElseThrow().quantity();
    }

    private static Quantity money(long value, Qualifier qualifier) {
        return new Quantity(BigDecimal.valueOf(value), "CNY", qualifier);
    }

    private static Optional<Deal.Amount> amount(long value, String currency, Qualifier qualifier) {
        return Optional.of(new Deal.Amount(BigDecimal.valueOf(value), currency, qualifier));
    }

    private static Qualifier qualifier(Random random) {
        return List.of(Qualifier.values()).get(random.nextInt(Qualifier.values().length));
    }

    private static Deal aggregate(long amount, long count, List<String> components) {
        return deal("total", "aggregate", amount(amount, "CNY", Qualifier.EXACT), Optional.of(count), components);
    }

    private static Deal deal(String id, String type, Optional<Deal.Amount> amount) {
        return deal(id, type, amount, Optional.empty(), List.of());
    }

    private static Deal deal(
            String id, String type, Optional<Deal.Amount> amount, Optional<Long> count, List<String> components) {
        return new Deal(
                id,
                Optional.empty(),
                Text.same(id),
                Text.same(id),
                "ed-zgcf-2023",
                type,
                Optional.empty(),
                amount,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                count,
                components,
                Map.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }
}
