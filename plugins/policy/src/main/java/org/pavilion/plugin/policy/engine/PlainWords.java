package org.pavilion.plugin.policy.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pavilion.api.Text;
import org.pavilion.plugin.policy.engine.Assessment.Outcome;

/** A rule and its answers as a person would say them; made from the rule, so that they cannot differ from it. */
public final class PlainWords {
    private PlainWords() {}

    /** What the rule gives, in one sentence. */
    public static Text of(Rule rule) {
        var base = rule.base().map(Vocabulary::label).orElse(new Text("条件", "the conditions"));
        var caps = caps(rule);
        var most = rule.upTo() ? "最高 " : " ";
        var upTo = rule.upTo() ? "up to " : "";
        return switch (rule.formula()) {
            case Formula.RateCapped f ->
                new Text(
                        "给予" + base.zh() + "的" + most + percent(f.rate()) + "，" + caps.zh() + "。",
                        "Pays " + upTo + percent(f.rate()) + " of the " + low(base) + ", " + caps.en() + ".");
            case Formula.Rate f ->
                new Text(
                        "给予" + base.zh() + "的" + most + percent(f.rate()) + "，资料未写封顶。",
                        "Pays " + upTo + percent(f.rate()) + " of the " + low(base) + "; the source states no cap.");
            case Formula.FundingShare f ->
                new Text(
                        "按" + base.zh() + "的" + percent(f.rate()) + "提供零利率资金，须归还，不是补助。",
                        "Lends " + percent(f.rate()) + " of the " + low(base)
                                + " as zero-interest funding; it is repaid and is no grant.");
            case Formula.RatioCeiling f ->
                new Text(
                        "间接费用不超过" + base.zh() + "的 " + percent(f.rate()) + "；这是上限，不是拨款。",
                        "Indirect costs may be up to " + percent(f.rate()) + " of the " + low(base)
                                + "; a ceiling, not a payment.");
            case Formula.CapOnly f -> byAssessment(rule);
            case Formula.Condition f -> new Text("只判断是否符合条件，不涉及金额。", "Says whether the conditions are met; no amount.");
            case Formula.Bands f ->
                new Text(
                        "按" + base.zh() + "分档计算" + (f.marginal() ? "，各档分别计。" : "，按所在档计。"),
                        "Pays by bands of the " + low(base)
                                + (f.marginal() ? ", each slice at its own rate." : ", at the rate of its band."));
        };
    }

    /** The answer of a rule that publishes a ceiling and no rate. */
    public static Text byAssessment(Rule rule) {
        var most = rule.caps().stream().map(Rule.Cap::amount).reduce(BigDecimal.ZERO, BigDecimal::max);
        var words = Yuan.words(most, rule.currency());
        return switch (rule.scope()) {
            case PROGRAMME_YEAR ->
                new Text("每年最高 " + words.zh() + "，金额以核定为准。", "Up to " + words.en() + " a year, by assessment.");
            case PRODUCT, ENTERPRISE_YEAR, ENTERPRISE_CREDIT_PRODUCT_YEAR, BANK_YEAR, NONE ->
                new Text(
                        rule.scope().words().zh() + "最高 " + words.zh() + "，金额以核定为准。",
                        "Up to " + words.en() + " " + rule.scope().words().en() + ", by assessment.");
        };
    }

    /** The caps with what they count over. */
    public static Text caps(Rule rule) {
        if (rule.caps().isEmpty()) {
            return new Text("未写封顶", "no cap stated");
        }
        var zh = rule.caps().stream()
                .map(cap -> when(cap, true) + "最高 "
                        + Yuan.words(cap.amount(), rule.currency()).zh())
                .collect(Collectors.joining("，"));
        var en = rule.caps().stream()
                .map(cap -> Yuan.words(cap.amount(), rule.currency()).en() + when(cap, false))
                .collect(Collectors.joining(", "));
        return new Text(
                rule.scope().words().zh() + zh,
                "at most " + en + " " + rule.scope().words().en());
    }

    private static String when(Rule.Cap cap, boolean zh) {
        if (cap.when().isEmpty()) {
            return "";
        }
        var values = cap.when().values().stream().map(Vocabulary::choice).toList();
        return zh
                ? values.stream().map(Text::zh).collect(Collectors.joining("、"))
                : " (" + values.stream().map(value -> low(value)).collect(Collectors.joining(", ")) + ")";
    }

    /** The answer in one sentence. */
    static Text answer(
            Rule rule,
            Outcome outcome,
            Optional<BigDecimal> amount,
            boolean capped,
            List<String> missing,
            List<Text> reasons) {
        return switch (outcome) {
            case NOT -> both("不适用：", "Does not apply: ", reasons);
            case UNKNOWN -> {
                var labels = missing.stream().map(Vocabulary::label).distinct().toList();
                var asked = both("还缺：", "Still to be known: ", labels);
                yield rule.capOnly()
                        ? new Text(
                                byAssessment(rule).zh() + asked.zh(),
                                byAssessment(rule).en() + " " + asked.en())
                        : asked;
            }
            case ELIGIBLE ->
                amount.map(sum -> given(rule, sum, capped)).orElse(new Text("符合条件", "The conditions are met"));
        };
    }

    private static Text given(Rule rule, BigDecimal sum, boolean capped) {
        var words = Yuan.words(sum, rule.currency());
        var zh = capped ? "（已封顶）" : "";
        var en = capped ? " (capped)" : "";
        return switch (rule.formula().kind()) {
            case CEILING -> new Text("上限 " + words.zh() + zh, "Ceiling of " + words.en() + en);
            case FUNDING ->
                new Text("资金 " + words.zh() + "（须归还）" + zh, "Funding of " + words.en() + ", to be repaid" + en);
            case GRANT, CONDITION ->
                rule.upTo()
                        ? new Text("最高 " + words.zh() + zh, "Up to " + words.en() + en)
                        : new Text(words.zh() + zh, words.en() + en);
        };
    }

    private static Text both(String zh, String en, List<Text> parts) {
        return new Text(
                zh + String.join("；", parts.stream().map(Text::zh).toList()),
                en + String.join("; ", parts.stream().map(Text::en).toList()));
    }

    /** A rate as readers write it, e.g. 30 %. */
    static String percent(BigDecimal rate) {
        return rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    private static String low(Text text) {
        return text.en().isEmpty()
                ? text.zh()
                : Character.toLowerCase(text.en().charAt(0)) + text.en().substring(1);
    }
}
