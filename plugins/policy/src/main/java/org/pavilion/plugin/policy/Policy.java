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
 * @param rounding how computed amounts are rounded, e.g. {@code down-0.01}
 * @param issuer id of the issuing organisation
 */
public record Policy(
        String id,
        Optional<String> kind,
        Text name,
        Text summary,
        String edition,
        int effectiveYear,
        String effectiveYearBasis,
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
        List<Source> source) {

    /** One computable support; amounts are decimal strings in whole yuan. */
    public record Rule(
            String id,
            Optional<Integer> measure,
            String type,
            String base,
            Optional<String> rate,
            Optional<String> rateQualifier,
            List<Cap> caps,
            String capScope,
            Optional<Boolean> capScopeAssumed,
            String beneficiary,
            List<Condition> conditions,
            Optional<String> instrument,
            List<String> eventsAnyOf,
            Optional<Text> note) {}

    /** The most that is paid when every fact of {@code when} holds. */
    public record Cap(Map<String, String> when, String amount) {}

    public record Condition(String fact, Optional<Boolean> assumed) {}

    /** A clause by its number. */
    public record Measure(int n, String zh, String en) {}

    /** A published amount in whole units. */
    public record Amount(BigDecimal value, String currency, Quantity.Qualifier qualifier) {}

    Ref ref() {
        return new Ref("policy", id);
    }
}
