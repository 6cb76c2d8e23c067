package org.pavilion.plugin.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.testing.Store.POSTGRES;
import static org.pavilion.testing.Store.SQLITE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pavilion.testing.Expo;
import org.pavilion.testing.PavilionTest;
import org.pavilion.testing.Role;

/** The rules as an outsider computes them over HTTP: every number of the data to the fen. */
@PavilionTest(
        plugin = PolicyPlugin.class,
        stores = {SQLITE, POSTGRES})
final class RuleApiTest {
    record Money(long minor, String currency) {}

    record Node(
            String step,
            String rule,
            @Nullable String formula,
            @Nullable Money cap,
            @Nullable Money amount,
            Words text,
            Words clause) {}

    record Words(String zh, String en) {}

    record Outcome(String outcome, @Nullable Money amount, boolean capped, List<String> missing, List<Node> trace) {
        String said() {
            return trace.toString();
        }
    }

    record Rules(List<Line> rules) {
        record Line(String id, String base, Map<String, Object> inputSchema) {}
    }

    record Trouble(int status, String code, String detail, String pointer) {}

    record Computed(
            List<Single> rules,
            List<Alternative> alternatives,
            List<Total> totals,
            @Nullable Asked next) {
        record Single(String rule, String outcome, @Nullable Money amount) {}

        record Alternative(List<String> rules, Money best) {}

        record Total(String kind, Money amount) {}

        record Asked(String fact, String kind) {}
    }

    private static final Map<String, Object> ENTRY =
            Map.of("listedInFirstProductCatalogue", true, "firstMarketEntry", true);

    @BeforeEach
    void layTheDemo(Expo expo) {
        expo.expectDemo();
    }

    private static Outcome calculate(Expo expo, String rule, Map<String, Object> facts) {
        return expo.as(Role.GUEST)
                .post("/rules/" + rule + "/calculate", Map.of("facts", facts))
                .expect(200)
                .as(Outcome.class);
    }

    private static void gives(Expo expo, String rule, Map<String, Object> facts, long minor, boolean capped) {
        var answer = calculate(expo, rule, facts);
        assertEquals("eligible", answer.outcome(), answer.said());
        assertEquals(new Money(minor, "CNY"), answer.amount(), answer.said());
        assertEquals(capped, answer.capped(), answer.said());
        assertEquals(List.of(), answer.missing());
        assertTrue(answer.trace().size() > 1, answer.said());
    }

    private static Map<String, Object> with(Map<String, Object> facts, Object... more) {
        var all = new HashMap<>(facts);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }

    @Test
    void theFirstMarketEntryPaysThirtyPercentUpToTheCapOfItsClass(Expo expo) {
        var rule = "fp-market-entry";
        var world = with(ENTRY, "productClass", "international-first");
        var home = with(ENTRY, "productClass", "domestic-first");
        gives(expo, rule, with(world, "firstEntryContractAmount", "4200000"), 126_000_000, false);
        gives(expo, rule, with(world, "firstEntryContractAmount", "8000000"), 200_000_000, true);
        gives(expo, rule, with(home, "firstEntryContractAmount", "2345678.93"), 70_370_367, false);
        gives(expo, rule, with(home, "firstEntryContractAmount", "8000000"), 100_000_000, true);
        gives(expo, rule, with(home, "firstEntryContractAmount", "0"), 0, false);
        gives(expo, rule, with(home, "firstEntryContractAmount", "3333333.33"), 99_999_999, false);
        gives(expo, rule, with(home, "firstEntryContractAmount", "3333333.34"), 100_000_000, false);
        gives(expo, rule, with(home, "firstEntryContractAmount", "3333333.37"), 100_000_000, true);
        gives(expo, rule, with(home, "contract", "2345678.93"), 70_370_367, false);
        var traced = calculate(expo, rule, with(world, "firstEntryContractAmount", "4200000"));
        assertTrue(traced.said().contains("4,200,000.00 × 0.30 = 1,260,000.00"), traced.said());
        assertTrue(traced.said().contains("measure 3"), traced.said());
        assertTrue(traced.trace().getLast().text().en().contains("Up to CNY 1,260,000.00"), traced.said());
        assertTrue(traced.trace().getLast().text().zh().contains("最高 1,260,000.00 元"), traced.said());
    }

    @Test
    void severalContractsOfOneProductShareItsCap(Expo expo) {
        var facts = with(ENTRY, "productClass", "international-first");
        var one = Map.of("firstEntryContractAmount", "5000000", "product", "p1");
        var two = Map.of("firstEntryContractAmount", "5000000", "product", "p2");
        gives(expo, "fp-market-entry", with(facts, "claims", List.of(one, one)), 200_000_000, true);
        gives(expo, "fp-market-entry", with(facts, "claims", List.of(one, two)), 300_000_000, false);
    }

    @Test
    void whatIsNotKnownIsAskedAndNothingElse(Expo expo) {
        var bare = calculate(expo, "fp-market-entry", Map.of());
        assertEquals("unknown", bare.outcome());
        assertNull(bare.amount());
        assertEquals(
                List.of(
                        "listedInFirstProductCatalogue",
                        "firstMarketEntry",
                        "firstEntryContractAmount",
                        "productClass"),
                bare.missing());
        var one = with(ENTRY, "productClass", "international-first", "firstEntryContractAmount", "4200000");
        one.remove("listedInFirstProductCatalogue");
        var answer = calculate(expo, "fp-market-entry", one);
        assertEquals("unknown", answer.outcome());
        assertEquals(List.of("listedInFirstProductCatalogue"), answer.missing());
        var open = calculate(expo, "fp-market-entry", with(ENTRY, "firstEntryContractAmount", "4200000"));
        assertEquals(List.of("productClass"), open.missing());
        gives(expo, "fp-market-entry", with(ENTRY, "firstEntryContractAmount", "1000000"), 30_000_000, false);
        var no = calculate(expo, "fp-market-entry", Map.of("firstMarketEntry", false));
        assertEquals("not", no.outcome());
        assertEquals(new Money(0, "CNY"), no.amount());
        assertEquals(List.of(), no.missing());
    }

    @Test
    void anAmountThatIsNotKnownIsWrittenAsNull(Expo expo) {
        var body = expo.as(Role.GUEST)
                .post("/rules/med-product/calculate", Map.of("facts", Map.of()))
                .expect(200)
                .body();
        assertTrue(body.contains("\"amount\":null"), body);
    }

    @Test
    void theInsuranceCapIsOfACompanyAndYear(Expo expo) {
        var insured = Map.<String, Object>of("insuredFirstProduct", true);
        var early = Map.of("premium", "1100000.00", "date", "2020-03-01", "company", "c1");
        var late = Map.of("insurancePremiumPaid", "450000", "date", "2020-11-01", "company", "c1");
        gives(expo, "fp-insurance", with(insured, "insurancePremiumPaid", "1100000"), 88_000_000, false);
        gives(expo, "fp-insurance", with(insured, "claims", List.of(early)), 88_000_000, false);
        gives(expo, "fp-insurance", with(insured, "claims", List.of(early, late)), 100_000_000, true);
        gives(expo, "fp-insurance", with(insured, "claims", List.of(late, early)), 100_000_000, true);
        var traced = calculate(expo, "fp-insurance", with(insured, "claims", List.of(early, late)));
        var amounts = traced.trace().stream()
                .filter(node -> node.step().equals("amount"))
                .map(Node::amount)
                .toList();
        assertEquals(List.of(new Money(88_000_000, "CNY"), new Money(12_000_000, "CNY")), amounts);
        var nextYear = with(Map.copyOf(late), "date", "2021-01-01");
        gives(expo, "fp-insurance", with(insured, "claims", List.of(early, nextYear)), 124_000_000, false);
        var other = with(Map.copyOf(late), "company", "c2");
        gives(expo, "fp-insurance", with(insured, "claims", List.of(early, other)), 124_000_000, false);
        var unsaid = List.of(Map.of("insurancePremiumPaid", "1100000"), Map.of("insurancePremiumPaid", "450000"));
        gives(expo, "fp-insurance", with(insured, "claims", unsaid), 100_000_000, true);
    }

    @Test
    void theYearOfAnInstantIsThatOfTheVenue(Expo expo) {
        var insured = Map.<String, Object>of("insuredFirstProduct", true);
        var claims = List.of(
                Map.of("premium", "1250000", "date", "2020-12-31T20:00:00Z", "company", "c"),
                Map.of("premium", "1250000", "date", "2020-12-31", "company", "c"));
        gives(expo, "fp-insurance", with(insured, "claims", claims), 200_000_000, false);
    }

    @Test
    void interestIsCappedPerCreditProductOrPerYear(Expo expo) {
        var claims = List.of(
                Map.of("actualLoanInterest", "1500000", "date", "2020-03-01", "company", "x", "creditProduct", "c1"),
                Map.of("actualLoanInterest", "250000", "date", "2020-04-01", "company", "x", "creditProduct", "c2"));
        gives(expo, "fp-interest", Map.of("loanForFirstProductCompany", true, "claims", claims), 60_000_000, true);
        var platform = List.of(
                Map.of("loanInterest", "1500000", "date", "2020-03-01", "company", "x", "creditProduct", "c1"),
                Map.of("loanInterest", "250000", "date", "2020-04-01", "company", "x", "creditProduct", "c2"));
        gives(
                expo,
                "cxr-company-interest",
                Map.of("qualifyingBorrower", true, "viaPlatform", true, "claims", platform),
                50_000_000,
                true);
    }

    @Test
    void banksAndResearchUnitsGetWhatTheirClausesSay(Expo expo) {
        gives(
                expo,
                "cxr-bank-risk",
                Map.of("pilotBank", true, "annualBusinessVolume", "320000000"),
                320_000_000,
                false);
        gives(
                expo,
                "cxr-bank-risk",
                Map.of("pilotBank", true, "annualBusinessVolume", "500000000"),
                500_000_000,
                false);
        gives(expo, "cxr-bank-risk", Map.of("pilotBank", true, "annualBusinessVolume", "500000001"), 500_000_000, true);
        gives(
                expo,
                "cxr-pboc-zero-rate",
                Map.of("qualifyingPilotBank", true, "inclusiveMicroCreditLoans", "26000000"),
                1_040_000_000,
                false);
        gives(
                expo,
                "cxr-pboc-deferral",
                Map.of("deferredInclusiveMicroLoan", true, "deferredMicroLoanPrincipal", "45000000"),
                45_000_000,
                false);
        gives(
                expo,
                "p30-indirect-pilot",
                Map.of("pilot", true, "researchProjectFundingBase", "3000000"),
                90_000_000,
                false);
        gives(
                expo,
                "p30-indirect-basic",
                Map.of("basicResearch", true, "someFieldsOnly", true, "researchProjectFundingBase", "3000000"),
                180_000_000,
                false);
        var asked = calculate(expo, "p30-indirect-pilot", Map.of("pilot", true));
        assertEquals("unknown", asked.outcome());
        assertEquals(List.of("researchProjectFundingBase"), asked.missing());
    }

    @Test
    void aCapWithoutARateIsACeilingInWordsUntilItIsAssessed(Expo expo) {
        var open = calculate(expo, "med-product", Map.of("clinicalTrialEntry", true));
        assertEquals("unknown", open.outcome());
        assertNull(open.amount());
        assertEquals(List.of("assessedSupport"), open.missing());
        assertTrue(open.said().contains("Up to CNY 10,000,000.00 a year, by assessment"), open.said());
        gives(expo, "med-product", Map.of("event", "phase2Complete", "assessedSupport", "7400000"), 740_000_000, false);
        gives(expo, "med-product", Map.of("assessedSupport", "7400000"), 740_000_000, false);
        gives(expo, "med-product", Map.of("newDrugApproval", true, "assessedSupport", "12000000"), 1_000_000_000, true);
        gives(expo, "med-platform", Map.of("assessedSupport", "10000000"), 1_000_000_000, false);
        gives(expo, "med-listing-intl", Map.of("assessedSupport", "3000000.01"), 300_000_000, true);
        var twice = List.of(Map.of("assessedSupport", "2000000"), Map.of("assessedSupport", "2500000"));
        gives(expo, "med-listing-intl", Map.of("claims", twice), 450_000_000, false);
        var none = calculate(expo, "med-product", Map.of("event", "none"));
        assertEquals("not", none.outcome());
    }

    @Test
    void aDateBeforeTheLawGivesNothingAndSaysWhy(Expo expo) {
        var facts = with(ENTRY, "productClass", "international-first", "firstEntryContractAmount", "4200000");
        var early = calculate(expo, "fp-market-entry", with(facts, "date", "2019-12-31"));
        assertEquals("not", early.outcome());
        assertEquals(new Money(0, "CNY"), early.amount());
        assertTrue(early.said().contains("2020-01-01"), early.said());
        gives(expo, "fp-market-entry", with(facts, "date", "2020-01-01"), 126_000_000, false);
        gives(expo, "fp-market-entry", with(facts, "date", "2020"), 126_000_000, false);
    }

    @Test
    void refusesSenselessFactsWithAPointer(Expo expo) {
        refused(expo, Map.of("insurancePremiumPaid", "-1"), "/facts/insurancePremiumPaid");
        refused(expo, Map.of("insurancePremiumPaid", "1.234"), "/facts/insurancePremiumPaid");
        refused(expo, Map.of("insurancePremiumPaid", "1e6"), "/facts/insurancePremiumPaid");
        refused(expo, Map.of("insurancePremiumPaid", "99999999999999"), "/facts/insurancePremiumPaid");
        refused(expo, Map.of("insurancePremiumPaid", 1100000), "/facts/insurancePremiumPaid");
        refused(expo, Map.of("insurancePremiumPaid", ""), "/facts/insurancePremiumPaid");
        refused(expo, Map.of("insuredFirstProduct", "true"), "/facts/insuredFirstProduct");
        refused(expo, Map.of("premiumOfMine", "1"), "/facts/premiumOfMine");
        refused(expo, Map.of("a/b", "1"), "/facts/a~1b");
        refused(expo, Map.of("date", "yesterday"), "/facts/date");
        refused(expo, Map.of("date", "2020-02-30"), "/facts/date");
        refused(expo, Map.of("date", "2199-01-01"), "/facts/date");
        refused(expo, Map.of("currency", "USD"), "/facts/currency");
        refused(expo, Map.of("productClass", "galactic-first"), "/facts/productClass");
        refused(expo, Map.of("claims", "none"), "/facts/claims");
        refused(expo, Map.of("claims", List.of("a")), "/facts/claims/0");
        refused(
                expo,
                Map.of("claims", List.of(Map.of("premium", "1"), Map.of("premium", "-2"))),
                "/facts/claims/1/premium");
        refused(expo, Map.of("premium", "1", "claims", List.of(Map.of("premium", "2"))), "/facts/premium");
        refused(expo, Map.of("premium", "1", "insurancePremiumPaid", "2"), "/facts/premium");
        var many = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 201; i++) {
            many.add(Map.of("premium", "1"));
        }
        refused(expo, Map.of("claims", many), "/facts/claims");
        expo.as(Role.GUEST)
                .post("/rules/no-such-rule/calculate", Map.of("facts", Map.of()))
                .expect(404);
        expo.as(Role.GUEST)
                .post("/rules/fp-insurance/calculate", Map.of("fact", Map.of()))
                .expect(422);
    }

    private static void refused(Expo expo, Map<String, Object> facts, String pointer) {
        var trouble = expo.as(Role.GUEST)
                .post("/rules/fp-insurance/calculate", Map.of("facts", facts))
                .expect(422)
                .as(Trouble.class);
        assertEquals(pointer, trouble.pointer(), trouble.detail());
    }

    @Test
    void theListOfRulesSaysWhichFactsEachTakes(Expo expo) {
        var rules =
                expo.as(Role.GUEST).get("/rules").expect(200).as(Rules.class).rules();
        assertEquals(12, rules.size());
        for (var rule : rules) {
            var properties =
                    (Map<?, ?>) Objects.requireNonNull(rule.inputSchema().get("properties"));
            assertTrue(properties.containsKey(rule.base()), rule.id());
            assertTrue(properties.containsKey("claims") && properties.containsKey("date"), rule.id());
        }
    }

    @Test
    void everyWorkedExampleOfTheDataComesOutOverHttp(Expo expo) {
        record Examples(List<Rule> rules) {
            record Rule(String id, List<Example> examples) {}

            record Example(
                    Map<String, Object> facts,
                    String outcome,
                    @Nullable String amount) {}
        }
        var seen = 0;
        for (var rule :
                expo.as(Role.GUEST).get("/rules").expect(200).as(Examples.class).rules()) {
            for (var example : rule.examples()) {
                var answer = calculate(expo, rule.id(), example.facts());
                assertEquals(example.outcome(), answer.outcome(), rule.id() + " " + example);
                var amount = answer.amount();
                assertEquals(
                        example.amount(),
                        amount == null
                                ? null
                                : BigDecimal.valueOf(amount.minor(), 2).toPlainString());
                seen++;
            }
        }
        assertTrue(seen >= 20, "only " + seen + " examples");
    }

    @Test
    void bothInterestRulesOfOneLoanAreAlternativesAndFundingIsNoGrant(Expo expo) {
        var facts = Map.of(
                "loanForFirstProductCompany",
                true,
                "qualifyingBorrower",
                true,
                "viaPlatform",
                true,
                "loanInterest",
                "820000");
        var company = compute(expo, Map.of("facts", facts, "rules", List.of("fp-interest", "cxr-company-interest")));
        assertEquals(
                new Money(32_800_000, "CNY"), company.alternatives().getFirst().best());
        assertEquals(List.of(new Computed.Total("GRANT", new Money(32_800_000, "CNY"))), company.totals());
        var two = with(
                Map.copyOf(facts),
                "claims",
                List.of(
                        Map.of("loanInterest", "1500000", "creditProduct", "c1"),
                        Map.of("loanInterest", "1500000", "creditProduct", "c1")));
        two.remove("loanInterest");
        var split = compute(expo, Map.of("facts", two, "rules", List.of("fp-interest", "cxr-company-interest")));
        assertEquals(100_000_000, split.alternatives().getFirst().best().minor());

        var bank = compute(
                expo,
                Map.of(
                        "who",
                        "bank",
                        "facts",
                        Map.of(
                                "pilotBank", true,
                                "qualifyingPilotBank", true,
                                "deferredInclusiveMicroLoan", false,
                                "annualBusinessVolume", "320000000",
                                "inclusiveMicroCreditLoans", "26000000")));
        assertEquals(
                List.of(
                        new Computed.Total("GRANT", new Money(320_000_000, "CNY")),
                        new Computed.Total("FUNDING", new Money(1_040_000_000, "CNY"))),
                bank.totals());
        var asked = compute(expo, Map.of("who", "research", "facts", Map.of()));
        assertEquals("truth", Objects.requireNonNull(asked.next()).kind());
    }

    private static Computed compute(Expo expo, Map<String, Object> body) {
        return expo.as(Role.GUEST).post("/calculate", body).expect(200).as(Computed.class);
    }
}
