package org.pavilion.plugin.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pavilion.plugin.policy.engine.Formula;

/** Reads the formula of one rule; what does not fit its type is a fault of the book. */
final class Formulas {
    private static final int MOST_BANDS = 50;

    private final RuleBook book;
    private final String at;
    private final Policy.Rule rule;

    Formulas(RuleBook book, String at, Policy.Rule rule) {
        this.book = book;
        this.at = at;
        this.rule = rule;
    }

    Optional<Formula> formula() {
        var formula = switch (rule.type()) {
            case "rate-capped" -> rated(Formula.RateCapped::new);
            case "rate" -> rated(Formula.Rate::new);
            case "funding-share" -> rated(Formula.FundingShare::new);
            case "ratio-ceiling" -> rated(Formula.RatioCeiling::new);
            case "cap-only" -> rateless(new Formula.CapOnly());
            case "condition" -> rateless(new Formula.Condition());
            case "bands" -> bands();
            default -> unknown();
        };
        base(formula);
        if (!rule.type().equals("bands")
                && (!rule.bands().isEmpty() || rule.bandMode().isPresent())) {
            book.fault(at + "/bands", "a rule of type " + RuleBook.shortened(rule.type()) + " has no bands");
        }
        return formula;
    }

    private Optional<Formula> unknown() {
        book.fault(
                at + "/type",
                "no rule type of this name: " + RuleBook.shortened(rule.type())
                        + "; there are rate-capped, rate, cap-only, funding-share, ratio-ceiling, condition, bands");
        return Optional.empty();
    }

    private void base(Optional<Formula> formula) {
        boolean condition = formula.filter(Formula.Condition.class::isInstance).isPresent();
        if (condition && rule.base().isPresent()) {
            book.fault(at + "/base", "a condition has no base");
        } else if (formula.isPresent() && !condition && rule.base().isEmpty()) {
            book.fault(at + "/base", "a rule of type " + rule.type() + " needs a base");
        }
        if (condition && rule.conditions().isEmpty() && rule.eventsAnyOf().isEmpty()) {
            book.fault(at + "/conditions", "a condition names the facts it depends on");
        }
        rule.base().ifPresent(base -> book.fact(at + "/base", base));
    }

    private Optional<Formula> rated(Function<BigDecimal, Formula> made) {
        if (rule.rate().isEmpty()) {
            book.fault(at + "/rate", "a rule of type " + rule.type() + " needs a rate");
            return Optional.empty();
        }
        return rate(at + "/rate", rule.rate().get()).map(made);
    }

    private Optional<Formula> rateless(Formula formula) {
        if (rule.rate().isPresent()) {
            book.fault(at + "/rate", "a rule of type " + rule.type() + " has no rate");
        }
        return Optional.of(formula);
    }

    private Optional<BigDecimal> rate(String where, String text) {
        if (text.matches("[01](\\.\\d{1,8})?")) {
            var rate = new BigDecimal(text);
            if (rate.signum() > 0 && rate.compareTo(BigDecimal.ONE) <= 0) {
                return Optional.of(rate);
            }
        }
        book.fault(where, "a decimal above 0 and at most 1 is required, e.g. 0.30");
        return Optional.empty();
    }

    private Optional<Formula> bands() {
        boolean marginal = rule.bandMode().filter("marginal"::equals).isPresent();
        if (!marginal && rule.bandMode().filter("whole"::equals).isEmpty()) {
            book.fault(at + "/bandMode", "marginal or whole is required");
        }
        if (rule.rate().isPresent()) {
            book.fault(at + "/rate", "bands have their own rates");
        }
        if (rule.bands().isEmpty() || rule.bands().size() > MOST_BANDS) {
            book.fault(at + "/bands", "1 to " + MOST_BANDS + " bands are required");
            return Optional.empty();
        }
        var bands = new ArrayList<Formula.Band>();
        var expected = BigDecimal.ZERO;
        for (int i = 0; i < rule.bands().size(); i++) {
            var band = rule.bands().get(i);
            var where = at + "/bands/" + i;
            if (!band.from().matches("\\d{1,13}(\\.\\d{1,2})?")
                    || new BigDecimal(band.from()).compareTo(expected) != 0) {
                book.fault(where + "/from", "bands begin at 0 and follow each other without a gap");
                return Optional.empty();
            }
            if (band.to().isEmpty() != (i == rule.bands().size() - 1)) {
                book.fault(where + "/to", "only the last band is open");
                return Optional.empty();
            }
            var end = band.to().flatMap(to -> book.amount(where + "/to", to));
            if (end.isPresent() && end.get().compareTo(expected) <= 0) {
                book.fault(where + "/to", "a band ends after it begins");
            }
            var from = expected;
            rate(where + "/rate", band.rate()).ifPresent(rate -> bands.add(new Formula.Band(from, end, rate)));
            expected = end.orElse(expected);
        }
        return bands.size() == rule.bands().size()
                ? Optional.of(new Formula.Bands(List.copyOf(bands), marginal))
                : Optional.empty();
    }
}
