package org.pavilion.plugin.policy.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.pavilion.api.Money;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Text;
import org.pavilion.plugin.policy.engine.Answers.Facts;
import org.pavilion.plugin.policy.engine.Assessment.Outcome;

/** What holds for every rule and every facts; each repetition is a seed of its own, named when it fails. */
final class EnginePropertyTest {
    private static final int TRIES = 400;
    private static final LocalDate LAW = LocalDate.of(2020, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static final List<Scope> SCOPES = List.copyOf(EnumSet.allOf(Scope.class));

    private record Case(Rule rule, List<Answers> claims) {
        Assessment assess() {
            return Engine.assess(version(rule), new Facts(claims, claims.size() > 1), TODAY);
        }
    }

    private static List<Version> version(Rule rule) {
        return List.of(new Version(1, LAW, Optional.empty(), false, Instant.EPOCH, false, Optional.of(rule)));
    }

    @RepeatedTest(5)
    void neverAboveTheCapOfAKeyAndNeverAboveBaseTimesRate(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        for (int i = 0; i < TRIES; i++) {
            var one = known(random);
            var answer = one.assess();
            assertEquals(Outcome.ELIGIBLE, answer.outcome(), one.toString());
            var used = new HashMap<String, BigDecimal>();
            var all = BigDecimal.ZERO;
            for (int c = 0; c < one.claims().size(); c++) {
                var claim = one.claims().get(c);
                var key = Ledger.key(one.rule(), new Facts(one.claims(), true), c, day(claim));
                used.merge(
                        key.id(),
                        one.rule().formula().raw(claim.base(one.rule()).orElseThrow()),
                        BigDecimal::add);
                all = all.add(one.rule().formula().raw(claim.base(one.rule()).orElseThrow()));
            }
            var most = used.values().stream()
                    .map(raw -> one.rule().caps().isEmpty()
                            ? raw
                            : raw.min(one.rule().caps().getFirst().amount()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertTrue(amount(answer).compareTo(most) <= 0, one + " gives " + answer.amount() + " above " + most);
            assertTrue(amount(answer).compareTo(all) <= 0, one.toString());
            assertEquals(
                    answer.capped(),
                    amount(answer).compareTo(rounded(one)) < 0,
                    () -> one + " says capped without reason, or not with one");
        }
    }

    @RepeatedTest(5)
    void moreOfTheBaseNeverGivesLess(RepetitionInfo seed) {
        var random = new Random(100 + seed.getCurrentRepetition());
        for (int i = 0; i < TRIES; i++) {
            var one = known(random);
            int raised = random.nextInt(one.claims().size());
            var more = new ArrayList<>(one.claims());
            var claim = more.get(raised);
            more.set(
                    raised,
                    new Answers(
                            Map.of("paid", claim.base(one.rule()).orElseThrow().add(money(random))),
                            claim.truths(),
                            claim.choices(),
                            claim.keys(),
                            claim.date()));
            assertTrue(
                    amount(new Case(one.rule(), more).assess()).compareTo(amount(one.assess())) >= 0,
                    one + " → " + more);
        }
    }

    @RepeatedTest(3)
    void oneClaimIsRoundedDownOnceBeforeTheCap(RepetitionInfo seed) {
        var random = new Random(200 + seed.getCurrentRepetition());
        for (int i = 0; i < TRIES; i++) {
            var one = known(random);
            var single = new Case(one.rule(), one.claims().subList(0, 1));
            var raw = one.rule()
                    .formula()
                    .raw(one.claims().getFirst().base(one.rule()).orElseThrow());
            var expected = raw.setScale(2, RoundingMode.DOWN);
            if (!one.rule().caps().isEmpty()) {
                expected = expected.min(one.rule().caps().getFirst().amount());
            }
            assertEquals(0, amount(single.assess()).compareTo(expected), single.toString());
        }
    }

    @RepeatedTest(3)
    void theOrderInWhichClaimsAreToldDoesNotMatter(RepetitionInfo seed) {
        var random = new Random(300 + seed.getCurrentRepetition());
        for (int i = 0; i < TRIES; i++) {
            var one = known(random);
            var shuffled = new ArrayList<>(one.claims());
            Collections.shuffle(shuffled, random);
            assertEquals(
                    one.assess().amount(),
                    new Case(one.rule(), shuffled).assess().amount(),
                    one.toString());
        }
    }

    @RepeatedTest(3)
    void whatIsDecidedStaysDecidedWhateverIsLearnedLater(RepetitionInfo seed) {
        var random = new Random(400 + seed.getCurrentRepetition());
        for (int i = 0; i < TRIES; i++) {
            var rule = rule(random, true);
            var whole = claim(random, random.nextBoolean());
            var part = new Answers(
                    random.nextBoolean() ? whole.money() : Map.of(),
                    random.nextBoolean() ? whole.truths() : Map.of(),
                    random.nextBoolean() ? whole.choices() : Map.of(),
                    whole.keys(),
                    whole.date());
            var early = new Case(rule, List.of(part)).assess();
            var late = new Case(rule, List.of(whole)).assess();
            if (early.outcome() == Outcome.UNKNOWN) {
                assertTrue(!early.missing().isEmpty() && early.amount().isEmpty(), early.toString());
            } else {
                assertEquals(early.outcome(), late.outcome(), rule + " " + part);
                assertEquals(early.amount(), late.amount(), rule + " " + part);
                assertEquals(List.of(), early.missing());
            }
            assertTrue(late.outcome() != Outcome.UNKNOWN, late.toString());
        }
    }

    private static LocalDate day(Answers claim) {
        return claim.date().map(PartialDate::earliest).orElse(TODAY);
    }

    private static BigDecimal rounded(Case one) {
        return one.claims().stream()
                .map(claim -> one.rule()
                        .rounding()
                        .apply(one.rule().formula().raw(claim.base(one.rule()).orElseThrow())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(Assessment answer) {
        return BigDecimal.valueOf(answer.amount().map(Money::minor).orElseThrow(), 2);
    }

    private static Case known(Random random) {
        var claims = new ArrayList<Answers>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            claims.add(claim(random, true));
        }
        return new Case(rule(random, false), claims);
    }

    private static Answers claim(Random random, boolean truth) {
        return new Answers(
                Map.of("paid", money(random)),
                Map.of("holds", truth),
                Map.of("class", random.nextBoolean() ? "a" : "b"),
                Map.of(
                        "company", "c" + random.nextInt(2),
                        "creditProduct", "p" + random.nextInt(2),
                        "bank", "b" + random.nextInt(2),
                        "product", "q" + random.nextInt(2),
                        "programme", "r" + random.nextInt(2)),
                Optional.of(PartialDate.of(LAW.plusDays(random.nextInt(1000)))));
    }

    private static BigDecimal money(Random random) {
        return BigDecimal.valueOf(Math.floorMod(random.nextLong(), 10L << random.nextInt(40)), 2);
    }

    private static Rule rule(Random random, boolean classed) {
        var rate = BigDecimal.valueOf(1 + random.nextInt(9999), 4);
        var formula = switch (random.nextInt(5)) {
            case 0 -> new Formula.Rate(rate);
            case 1 -> new Formula.FundingShare(rate);
            case 2 -> new Formula.RatioCeiling(rate);
            case 3 -> new Formula.CapOnly();
            default -> new Formula.RateCapped(rate);
        };
        boolean capped = formula instanceof Formula.RateCapped || formula instanceof Formula.CapOnly;
        var cap = money(random).add(BigDecimal.ONE);
        var caps = !capped
                ? List.<Rule.Cap>of()
                : classed
                        ? List.of(
                                new Rule.Cap(Map.of("class", "a"), cap),
                                new Rule.Cap(Map.of("class", "b"), money(random).add(BigDecimal.ONE)))
                        : List.of(new Rule.Cap(Map.of(), cap));
        return new Rule(
                "r",
                new Rule.Clause("p", Text.same("p"), "/policy/p"),
                Text.same("r"),
                formula,
                Optional.of("paid"),
                random.nextBoolean(),
                caps,
                capped ? SCOPES.get(random.nextInt(SCOPES.size())) : Scope.NONE,
                false,
                "company",
                List.of(new Rule.Condition("holds", false)),
                List.of(),
                Rounding.of("down-0.01").orElseThrow(),
                "CNY",
                Optional.empty());
    }
}
