package org.pavilion.plugin.policy.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.pavilion.api.Text;
import org.pavilion.plugin.policy.engine.Answers.Facts;
import org.pavilion.plugin.policy.engine.Assessment.Outcome;

/** Computes rules. */
public final class Engine {
    private Engine() {}

    /**
     * What a rule gives.
     *
     * @param versions of the rule's document, at least one that has the rule
     * @param today the day that decides when no date is stated
     */
    public static Assessment assess(List<Version> versions, Facts facts, LocalDate today) {
        return new Run(versions, facts, today).assess();
    }

    /** One calculation on its way; claims are taken in the order of their dates. */
    private static final class Run {
        private final List<Version> versions;
        private final Facts facts;
        private final LocalDate today;
        private final Rule newest;
        private final Trace trace;
        private final Ledger ledger = new Ledger();
        private final LinkedHashSet<String> open = new LinkedHashSet<>();
        private final List<Text> reasons = new ArrayList<>();
        private final List<BigDecimal> amounts = new ArrayList<>();
        private boolean capped;
        private int eligible;

        Run(List<Version> versions, Facts facts, LocalDate today) {
            this.versions = versions;
            this.facts = facts;
            this.today = today;
            this.newest = versions.stream()
                    .sorted(Comparator.comparing(Version::known)
                            .thenComparing(Version::number)
                            .reversed())
                    .flatMap(version -> version.rule().stream())
                    .findFirst()
                    .orElseThrow();
            this.trace = new Trace(facts.listed());
        }

        Assessment assess() {
            IntStream.range(0, facts.claims().size())
                    .boxed()
                    .sorted(Comparator.comparing(
                            (Integer i) -> day(facts.claims().get(i))))
                    .forEach(this::claim);
            return conclude();
        }

        private LocalDate day(Answers claim) {
            return claim.day().orElse(today);
        }

        private void claim(int index) {
            var answers = facts.claims().get(index);
            var day = day(answers);
            var version = Version.on(versions, day);
            if (version.isEmpty()) {
                refuse(trace.notInForce(newest, index, versions, day));
                return;
            }
            var current = version.get();
            if (current.rule().isEmpty() || current.planned()) {
                refuse(trace.notComputed(newest, index, current));
                return;
            }
            var rule = current.rule().get();
            trace.version(rule, index, current, answers.date(), day);
            var missing = new LinkedHashSet<String>();
            if (!conditions(rule, index, answers, missing)) {
                return;
            }
            amount(rule, index, answers, missing);
        }

        /** Whether no condition is false; those that are not known are added to the missing facts. */
        private boolean conditions(Rule rule, int index, Answers answers, Set<String> missing) {
            for (var condition : rule.conditions()) {
                var truth = answers.truth(condition.fact());
                trace.condition(rule, index, condition, truth);
                if (truth.isPresent() && !truth.get()) {
                    refuse(trace.fails(condition.fact()));
                    return false;
                }
                if (truth.isEmpty()) {
                    missing.add(path(index, condition.fact()));
                }
            }
            return rule.anyOf().isEmpty() || anyOf(rule, index, answers, missing);
        }

        private boolean anyOf(Rule rule, int index, Answers answers, Set<String> missing) {
            var truths = rule.anyOf().stream().map(answers::truth).toList();
            if (truths.stream().anyMatch(truth -> truth.orElse(false))) {
                trace.oneOf(rule, index, true, false);
                return true;
            }
            if (truths.stream().allMatch(Optional::isPresent)) {
                trace.oneOf(rule, index, false, false);
                refuse(trace.noneOf(rule.anyOf()));
                return false;
            }
            if (rule.capOnly() && answers.base(rule).isPresent()) {
                trace.oneOf(rule, index, true, true);
                return true;
            }
            rule.anyOf().stream()
                    .filter(fact -> answers.truth(fact).isEmpty())
                    .forEach(fact -> missing.add(path(index, fact)));
            return true;
        }

        private void amount(Rule rule, int index, Answers answers, Set<String> missing) {
            if (rule.base().isEmpty()) {
                settle(missing);
                return;
            }
            var base = answers.base(rule);
            var key = Ledger.key(rule, facts, index, day(answers));
            if (base.isEmpty()) {
                missing.add(path(index, rule.base().get()));
                undecided(rule, answers).forEach(fact -> missing.add(path(index, fact)));
                trace.unassessed(rule, index, answers);
                settle(missing);
                return;
            }
            var raw = rule.formula().raw(base.get());
            var rounded = rule.rounding().apply(raw);
            var caps = possible(rule, answers);
            var first = caps.isEmpty()
                    ? Optional.<BigDecimal>empty()
                    : Optional.of(caps.getFirst().amount());
            var left = first.map(cap -> ledger.left(key.id(), cap));
            var amount = left.map(rounded::min).orElse(rounded);
            if (caps.stream()
                    .anyMatch(cap ->
                            rounded.min(ledger.left(key.id(), cap.amount())).compareTo(amount) != 0)) {
                undecided(rule, answers).forEach(fact -> missing.add(path(index, fact)));
            }
            if (!rule.caps().isEmpty() && !Ledger.fitsAnyway(rule, facts)) {
                missing.addAll(key.missing());
            }
            if (missing.isEmpty()) {
                ledger.take(key.id(), amount);
                trace.amount(rule, index, base.get(), raw, rounded, first, left, amount, key);
                amounts.add(amount);
                capped |= amount.compareTo(rounded) < 0;
            }
            settle(missing);
        }

        private void settle(Set<String> missing) {
            if (missing.isEmpty()) {
                eligible++;
            }
            open.addAll(missing);
        }

        /** The caps that may apply, the one for the facts given when they decide. */
        private static List<Rule.Cap> possible(Rule rule, Answers answers) {
            return rule.caps().stream()
                    .filter(cap -> cap.when().entrySet().stream()
                            .allMatch(when -> answers.choice(when.getKey())
                                    .map(when.getValue()::equals)
                                    .orElse(true)))
                    .toList();
        }

        private static List<String> undecided(Rule rule, Answers answers) {
            return rule.choiceFacts().stream()
                    .filter(fact -> answers.choice(fact).isEmpty())
                    .toList();
        }

        private String path(int index, String fact) {
            return facts.listed() && !facts.claims().isEmpty() && isOwn(fact) ? "claims/" + index + "/" + fact : fact;
        }

        /** What every claim lacks is asked once, at the top. */
        private boolean isOwn(String fact) {
            return facts.claims().stream()
                    .anyMatch(claim -> claim.truth(fact).isPresent()
                            || claim.choice(fact).isPresent()
                            || (newest.base().filter(fact::equals).isPresent()
                                    && claim.base(newest).isPresent()));
        }

        private void refuse(Text reason) {
            if (!reasons.contains(reason)) {
                reasons.add(reason);
            }
        }

        private Assessment conclude() {
            var total = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            var outcome = !open.isEmpty() ? Outcome.UNKNOWN : eligible > 0 ? Outcome.ELIGIBLE : Outcome.NOT;
            var amount = switch (outcome) {
                case UNKNOWN -> Optional.<BigDecimal>empty();
                case NOT -> Optional.of(BigDecimal.ZERO);
                case ELIGIBLE -> newest.base().isEmpty() ? Optional.<BigDecimal>empty() : Optional.of(total);
            };
            var hit = outcome == Outcome.ELIGIBLE && capped;
            var words = trace.total(newest, outcome, amount, hit, List.copyOf(open), reasons);
            return new Assessment(
                    outcome,
                    amount.map(sum -> Yuan.money(sum, newest.currency())),
                    hit,
                    List.copyOf(open),
                    trace.nodes(),
                    words,
                    reasons);
        }
    }
}
