package org.pavilion.plugin.policy.engine;

import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Money;
import org.pavilion.api.Text;

/**
 * One step of a calculation, for people and for machines.
 *
 * @param step {@code version}, {@code condition}, {@code amount}, {@code assessment}, {@code missing} or {@code total}
 * @param clause where the step is written
 * @param at page and anchor of the clause
 * @param claim index of the claim, when there are several
 * @param inputs the facts that were used
 * @param formula as written on paper, e.g. {@code 4,200,000.00 × 0.30 = 1,260,000.00}
 * @param raw the unrounded product
 * @param cap the cap that applies
 * @param capHit whether the cap, or what is left of it, made the amount smaller
 * @param ledgerBefore what was left of the cap before this claim
 * @param ledgerAfter what is left of it afterwards
 * @param assumption what the source does not say and was assumed
 */
public record TraceNode(
        String step,
        String rule,
        Text clause,
        String at,
        Optional<Integer> claim,
        Text text,
        Map<String, String> inputs,
        Optional<String> formula,
        Optional<String> raw,
        Optional<Money> rounded,
        Optional<Money> cap,
        Optional<Boolean> capHit,
        Optional<Money> ledgerBefore,
        Optional<Money> ledgerAfter,
        Optional<Money> amount,
        Optional<Text> assumption) {

    static TraceNode said(
            String step,
            Rule rule,
            Optional<Integer> claim,
            Text text,
            Map<String, String> inputs,
            Optional<Text> assumption) {
        return new TraceNode(
                step,
                rule.id(),
                rule.clause().name(),
                rule.clause().path(),
                claim,
                text,
                inputs,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                assumption);
    }
}
