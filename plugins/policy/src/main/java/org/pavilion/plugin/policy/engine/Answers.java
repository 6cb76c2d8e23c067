package org.pavilion.plugin.policy.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.PartialDate;

/**
 * What is known of one claim; a name that stands nowhere is not known.
 *
 * @param keys company, bank, product and the like: what a cap is counted over
 * @param date of the event; an incomplete one means its first day
 */
public record Answers(
        Map<String, BigDecimal> money,
        Map<String, Boolean> truths,
        Map<String, String> choices,
        Map<String, String> keys,
        Optional<PartialDate> date) {

    public Answers {
        money = Map.copyOf(money);
        truths = Map.copyOf(truths);
        choices = Map.copyOf(choices);
        keys = Map.copyOf(keys);
    }

    /** The base of a rule under its own name or another that readers use for it. */
    Optional<BigDecimal> base(Rule rule) {
        return rule.base().stream()
                .flatMap(base -> Vocabulary.spellings(base).stream())
                .flatMap(name -> Optional.ofNullable(money.get(name)).stream())
                .findFirst();
    }

    Optional<Boolean> truth(String fact) {
        return Optional.ofNullable(truths.get(fact));
    }

    Optional<String> choice(String fact) {
        return Optional.ofNullable(choices.get(fact));
    }

    Optional<LocalDate> day() {
        return date.map(PartialDate::earliest);
    }

    /** These answers, with those of a claim before them. */
    Answers with(Answers claim) {
        return new Answers(
                over(money, claim.money),
                over(truths, claim.truths),
                over(choices, claim.choices),
                over(keys, claim.keys),
                claim.date.or(() -> date));
    }

    private static <T> Map<String, T> over(Map<String, T> below, Map<String, T> above) {
        var all = new HashMap<>(below);
        all.putAll(above);
        return all;
    }

    /** The facts of a calculation: one claim or several. */
    public record Facts(List<Answers> claims, boolean listed) {
        public Facts {
            claims = List.copyOf(claims);
        }

        /** Only these claims. */
        public Facts only(List<Integer> indices) {
            return new Facts(indices.stream().map(claims::get).toList(), listed);
        }
    }
}
