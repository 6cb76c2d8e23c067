package org.pavilion.plugin.policy.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pavilion.api.Text;

/**
 * One clause in its computable form, free of contradictions.
 *
 * @param base the money fact it is computed from; empty only for a condition
 * @param upTo whether the source says "up to": then the amount is the most there can be
 * @param caps each for other facts, or one for all; never overlapping
 * @param anyOf facts of which one suffices
 */
public record Rule(
        String id,
        Clause clause,
        Text name,
        Formula formula,
        Optional<String> base,
        boolean upTo,
        List<Cap> caps,
        Scope scope,
        boolean scopeAssumed,
        String beneficiary,
        List<Condition> conditions,
        List<String> anyOf,
        Rounding rounding,
        String currency,
        Optional<Text> note) {

    public Rule {
        caps = List.copyOf(caps);
        conditions = List.copyOf(conditions);
        anyOf = List.copyOf(anyOf);
    }

    /**
     * Where the rule stands.
     *
     * @param path page and anchor, without language prefix
     */
    public record Clause(String policy, Text name, String path) {}

    /** The most that is given when every fact of {@code when} has its value. */
    public record Cap(Map<String, String> when, BigDecimal amount) {
        public Cap {
            when = Map.copyOf(when);
        }
    }

    /** A fact that must be true. */
    public record Condition(String fact, boolean assumed) {}

    /** The values a choice may have: those the caps speak of. */
    public List<String> choices(String fact) {
        return caps.stream()
                .flatMap(cap -> Stream.ofNullable(cap.when().get(fact)))
                .distinct()
                .toList();
    }

    /** The facts that choose a cap. */
    public List<String> choiceFacts() {
        return caps.stream()
                .flatMap(cap -> cap.when().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether nothing but a cap is published. */
    public boolean capOnly() {
        return formula instanceof Formula.CapOnly;
    }
}
