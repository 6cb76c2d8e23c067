package org.pavilion.plugin.policy.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pavilion.api.Text;
import org.pavilion.plugin.policy.engine.Answers.Facts;

/** What is left of the caps within one calculation; nothing is reserved outside of it. */
final class Ledger {
    private final Map<String, BigDecimal> used = new HashMap<>();

    /**
     * What a claim shares its cap with.
     *
     * @param missing facts that tell claims apart and are not known
     * @param assumption what was taken for granted instead
     */
    record Key(String id, List<String> missing, Optional<Text> assumption) {}

    BigDecimal left(String key, BigDecimal cap) {
        return cap.subtract(used.getOrDefault(key, BigDecimal.ZERO)).max(BigDecimal.ZERO);
    }

    void take(String key, BigDecimal amount) {
        used.merge(key, amount, BigDecimal::add);
    }

    /**
     * The key of a claim. Where a claim does not say whose it is, all claims are taken to be of one:
     * that never exceeds the cap. Where others name different ones, the fact is missing.
     */
    static Key key(Rule rule, Facts facts, int index, LocalDate day) {
        var claim = facts.claims().get(index);
        if (rule.scope() == Scope.NONE) {
            return new Key("#" + index, List.of(), Optional.empty());
        }
        var parts = new ArrayList<String>();
        var missing = new ArrayList<String>();
        var taken = new ArrayList<Text>();
        for (var name : rule.scope().keys()) {
            var stated = facts.claims().stream()
                    .map(each -> each.keys().get(name))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            var own = Optional.ofNullable(claim.keys().get(name));
            if (own.isEmpty() && stated.size() > 1) {
                missing.add("claims/" + index + "/" + name);
            } else if (own.isEmpty() && facts.claims().size() > 1) {
                taken.add(Vocabulary.label(name));
            }
            parts.add(own.orElse(stated.isEmpty() ? "" : stated.getFirst()));
        }
        if (rule.scope().yearly()) {
            var years = facts.claims().stream()
                    .flatMap(each -> each.day().stream())
                    .map(LocalDate::getYear)
                    .distinct()
                    .toList();
            if (claim.day().isEmpty() && years.size() > 1) {
                missing.add("claims/" + index + "/date");
            } else if (claim.day().isEmpty() && facts.claims().size() > 1) {
                taken.add(new Text("年份", "Year"));
            }
            parts.add(String.valueOf(
                    claim.day().map(LocalDate::getYear).orElse(years.isEmpty() ? day.getYear() : years.getFirst())));
        }
        return new Key(String.join("|", parts), missing, sameFor(taken));
    }

    /** Whether all claims together stay below the smallest cap, so that it does not matter whose they are. */
    static boolean fitsAnyway(Rule rule, Facts facts) {
        var all = BigDecimal.ZERO;
        for (var claim : facts.claims()) {
            var base = claim.base(rule);
            if (base.isEmpty()) {
                return false;
            }
            all = all.add(rule.rounding().apply(rule.formula().raw(base.get())));
        }
        var sum = all;
        return rule.caps().stream().allMatch(cap -> sum.compareTo(cap.amount()) <= 0);
    }

    private static Optional<Text> sameFor(List<Text> taken) {
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of(new Text(
                        "未写明" + String.join("、", taken.stream().map(Text::zh).toList()) + "，按同一个计",
                        "Not stated, taken to be the same: "
                                + String.join(", ", taken.stream().map(Text::en).toList())));
    }
}
