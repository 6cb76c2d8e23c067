package org.pavilion.plugin.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Quantity;
import org.pavilion.api.Ref;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/**
 * A policy document, as imported. Counts are those the source states; {@code rules} are the parts
 * that can be computed.
 *
 * @param effectiveYearBasis where the year comes from, e.g. the announcement
 * @param lawFrom first day in force, when it is known better than by the year
 * @param lawTo last day in force, when it ends by itself
 * @param rounding how computed amounts are rounded, e.g. {@code down-0.01}
 * @param issuer id of the issuing organisation
 * @param related objects of other boards about the same measure, found in the same passage of a source, and
 *     the sessions that released or presented it
 */
public record Policy(
        String id,
        Optional<String> kind,
        Text name,
        Text summary,
        String edition,
        int effectiveYear,
        String effectiveYearBasis,
        Optional<PartialDate> lawFrom,
        Optional<PartialDate> lawTo,
        String currency,
        String rounding,
        String status,
        List<Rule> rules,
        Optional<Integer> measureCount,
        Optional<PartialDate> publishedOn,
        Optional<String> issuer,
        List<Measure> measures,
        Optional<Text> note,
        Optional<Integer> partCount,
        List<String> groups,
        Optional<Integer> areaCount,
        Optional<Integer> stages,
        Optional<Integer> tasks,
        Map<String, Integer> scenarios,
        Optional<Integer> scenarioCount,
        Optional<Amount> totalInvestment,
        List<String> instruments,
        Optional<Boolean> instrumentLinkInferred,
        List<String> mechanisms,
        Map<String, BigDecimal> spec,
        List<Ref> related,
        List<Source> source) {

    /**
     * One computable support; amounts are decimal strings in yuan.
     *
     * @param name what it is called here; else it is named by its measure or its base
     * @param bands rates by bands of the base, for type {@code bands}
     * @param bandMode {@code marginal}: each slice at its rate, or {@code whole}: all at the rate of its band
     * @param examples worked examples; a document with one that fails is not published
     */
    public record Rule(
            String id,
            Optional<Text> name,
            Optional<Integer> measure,
            String type,
            Optional<String> base,
            Optional<String> rate,
            Optional<String> rateQualifier,
            List<Cap> caps,
            String capScope,
            Optional<Boolean> capScopeAssumed,
            String beneficiary,
            List<Condition> conditions,
            Optional<String> instrument,
            List<String> eventsAnyOf,
            List<Band> bands,
            Optional<String> bandMode,
            List<Example> examples,
            Optional<Text> note) {}

    /** The most that is paid when every fact of {@code when} holds. */
    public record Cap(Map<String, String> when, String amount) {}

    public record Condition(String fact, Optional<Boolean> assumed) {}

    /** A rate for bases from {@code from} up to, not including, {@code to}; the last one is open. */
    public record Band(String from, Optional<String> to, String rate) {}

    /**
     * Facts and what the rule must answer to them.
     *
     * @param amount in yuan, e.g. {@code 703703.67}; absent when the answer states none
     */
    public record Example(
            Text name, Map<String, Object> facts, String outcome, Optional<String> amount, Optional<Boolean> capped) {}

    /** A clause by its number. */
    public record Measure(int n, String zh, String en) {}

    /** A published amount in whole units. */
    public record Amount(BigDecimal value, String currency, Quantity.Qualifier qualifier) {}

    /** What of a document is law: a change of it makes a new version. */
    record Law(
            int effectiveYear,
            Optional<PartialDate> lawFrom,
            Optional<PartialDate> lawTo,
            String currency,
            String rounding,
            String status,
            List<Rule> rules,
            List<Measure> measures) {}

    /** The law of the document; examples are proofs of it, not a part. */
    Law law() {
        return new Law(
                effectiveYear,
                lawFrom,
                lawTo,
                currency,
                rounding,
                status,
                rules.stream().map(Policy::withoutExamples).toList(),
                measures);
    }

    private static Rule withoutExamples(Rule rule) {
        return new Rule(
                rule.id,
                rule.name,
                rule.measure,
                rule.type,
                rule.base,
                rule.rate,
                rule.rateQualifier,
                rule.caps,
                rule.capScope,
                rule.capScopeAssumed,
                rule.beneficiary,
                rule.conditions,
                rule.instrument,
                rule.eventsAnyOf,
                rule.bands,
                rule.bandMode,
                List.of(),
                rule.note);
    }

    public Ref ref() {
        return new Ref("policy", id);
    }

    /** When the law begins: the earliest day of what is known. */
    PartialDate begins() {
        return lawFrom.orElseGet(() -> new PartialDate("%04d".formatted(effectiveYear)));
    }
}
