package org.pavilion.plugin.policy.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Text;
import org.pavilion.plugin.policy.engine.Assessment.Outcome;

/** Writes down what the engine does, in both languages. */
final class Trace {
    private static final Text ASSUMED_CONDITION =
            new Text("资料未写明这一条件，属推定", "The source does not state this condition; it is assumed");

    private final boolean listed;
    private final List<TraceNode> nodes = new ArrayList<>();

    Trace(boolean listed) {
        this.listed = listed;
    }

    List<TraceNode> nodes() {
        return nodes;
    }

    private Optional<Integer> number(int index) {
        return listed ? Optional.of(index) : Optional.empty();
    }

    Text notInForce(Rule rule, int index, List<Version> versions, LocalDate day) {
        var first = Version.first(versions).orElseThrow();
        var text = day.isBefore(first.lawFrom())
                ? new Text(
                        day + " 早于政策适用的第一天 " + first.lawFrom(),
                        day + " lies before the first day in force, " + first.lawFrom())
                : new Text(day + " 没有现行版本", "No version is in force on " + day);
        nodes.add(TraceNode.said(
                "version",
                rule,
                number(index),
                text,
                Map.of("date", day.toString(), "lawFrom", first.lawFrom().toString()),
                assumedDay(first)));
        return text;
    }

    Text notComputed(Rule rule, int index, Version version) {
        var text = version.planned()
                ? new Text("政策尚在拟定，不参与计算", "The policy is planned and is not computed")
                : new Text("第 " + version.number() + " 版不再有这一条", "Version " + version.number() + " has no such rule");
        nodes.add(TraceNode.said("version", rule, number(index), text, Map.of(), Optional.empty()));
        return text;
    }

    void version(Rule rule, int index, Version version, Optional<PartialDate> stated, LocalDate day) {
        var inputs = new TreeMap<String, String>();
        inputs.put("version", String.valueOf(version.number()));
        inputs.put("lawFrom", version.lawFrom().toString());
        inputs.put("knownFrom", version.known().toString());
        inputs.put("date", day.toString());
        var when = stated.isPresent()
                ? new Text(
                        "按发生日期 " + stated.get().text(),
                        "For the event date " + stated.get().text())
                : new Text("未写日期，按今天 " + day, "No date stated; for today, " + day);
        nodes.add(TraceNode.said(
                "version",
                rule,
                number(index),
                new Text(
                        when.zh() + " 适用第 " + version.number() + " 版（自 " + version.lawFrom() + " 起）",
                        when.en() + ", version " + version.number() + " applies (in force from " + version.lawFrom()
                                + ")"),
                inputs,
                assumedDay(version)));
    }

    private static Optional<Text> assumedDay(Version version) {
        return version.lawAssumed()
                ? Optional.of(new Text(
                        "资料未给出生效日，取最早的一天", "The source gives no day of entry into force; the earliest is taken"))
                : Optional.empty();
    }

    void condition(Rule rule, int index, Rule.Condition condition, Optional<Boolean> truth) {
        var label = Vocabulary.label(condition.fact());
        var value = truth.map(yes -> yes ? new Text("是", "yes") : new Text("否", "no"))
                .orElse(new Text("未知", "not known"));
        nodes.add(TraceNode.said(
                "condition",
                rule,
                number(index),
                new Text(label.zh() + "：" + value.zh(), label.en() + ": " + value.en()),
                Map.of(condition.fact(), truth.map(String::valueOf).orElse("unknown")),
                condition.assumed() ? Optional.of(ASSUMED_CONDITION) : Optional.empty()));
    }

    void oneOf(Rule rule, int index, boolean holds, boolean presupposed) {
        var names = any(rule.anyOf());
        nodes.add(TraceNode.said(
                "condition",
                rule,
                number(index),
                holds
                        ? new Text("满足其一：" + names.zh(), "One of these holds: " + names.en())
                        : new Text("都不满足：" + names.zh(), "None of these holds: " + names.en()),
                Map.of(),
                presupposed
                        ? Optional.of(new Text(
                                "已有核定金额，视为事项成立", "There is an assessed amount, so one of them is taken to hold"))
                        : Optional.empty()));
    }

    Text fails(String fact) {
        var label = Vocabulary.label(fact);
        return new Text("不满足条件：" + label.zh(), "This condition is not met: " + label.en());
    }

    Text noneOf(List<String> facts) {
        var names = any(facts);
        return new Text("以下事项都不成立：" + names.zh(), "None of these holds: " + names.en());
    }

    private static Text any(List<String> facts) {
        var labels = facts.stream().map(Vocabulary::label).toList();
        return new Text(
                String.join("、", labels.stream().map(Text::zh).toList()),
                String.join(", ", labels.stream().map(Text::en).toList()));
    }

    /** A rule that gives nothing but a ceiling until somebody assesses. */
    void unassessed(Rule rule, int index, Answers answers) {
        if (!rule.capOnly()) {
            return;
        }
        nodes.add(TraceNode.said(
                "assessment", rule, number(index), PlainWords.byAssessment(rule), Map.of(), scopeAssumed(rule)));
    }

    void amount(
            Rule rule,
            int index,
            BigDecimal base,
            BigDecimal raw,
            BigDecimal rounded,
            Optional<BigDecimal> cap,
            Optional<BigDecimal> left,
            BigDecimal amount,
            Ledger.Key key) {
        boolean hit = amount.compareTo(rounded) < 0;
        var formula = rule.formula().written(base) + (rule.capOnly() ? "" : " = " + Yuan.digits(raw));
        var zh = new StringBuilder(formula);
        var en = new StringBuilder(formula);
        if (raw.compareTo(rounded) != 0) {
            zh.append("，").append(rule.rounding().words().zh()).append("：").append(Yuan.digits(rounded));
            en.append(", ").append(rule.rounding().words().en()).append(": ").append(Yuan.digits(rounded));
        }
        cap.ifPresent(most -> {
            zh.append("；封顶 ")
                    .append(Yuan.digits(most))
                    .append("（")
                    .append(rule.scope().words().zh())
                    .append("）");
            en.append("; cap ")
                    .append(Yuan.digits(most))
                    .append(" ")
                    .append(rule.scope().words().en());
            if (left.isPresent() && left.get().compareTo(most) < 0) {
                zh.append("，余 ").append(Yuan.digits(left.get()));
                en.append(", of which ").append(Yuan.digits(left.get())).append(" is left");
            }
            if (hit) {
                zh.append("，取 ").append(Yuan.digits(amount));
                en.append(", so ").append(Yuan.digits(amount));
            }
        });
        var money = rule.currency();
        nodes.add(new TraceNode(
                "amount",
                rule.id(),
                rule.clause().name(),
                rule.clause().path(),
                number(index),
                new Text(zh.toString(), en.toString()),
                Map.of(rule.base().orElse("base"), base.toPlainString()),
                Optional.of(formula),
                Optional.of(raw.toPlainString()),
                Optional.of(Yuan.money(rounded, money)),
                cap.map(most -> Yuan.money(most, money)),
                Optional.of(hit),
                left.map(before -> Yuan.money(before, money)),
                left.map(before -> Yuan.money(before.subtract(amount), money)),
                Optional.of(Yuan.money(amount, money)),
                both(scopeAssumed(rule), key.assumption())));
    }

    private static Optional<Text> scopeAssumed(Rule rule) {
        return rule.scopeAssumed() && !rule.caps().isEmpty()
                ? Optional.of(new Text(
                        "资料未写封顶按什么累计，按“" + rule.scope().words().zh() + "”推定",
                        "The source does not say what the cap counts over; assumed: "
                                + rule.scope().words().en()))
                : Optional.empty();
    }

    private static Optional<Text> both(Optional<Text> one, Optional<Text> two) {
        if (one.isPresent() && two.isPresent()) {
            return Optional.of(new Text(
                    one.get().zh() + "；" + two.get().zh(),
                    one.get().en() + "; " + two.get().en()));
        }
        return one.or(() -> two);
    }

    Text total(
            Rule rule,
            Outcome outcome,
            Optional<BigDecimal> amount,
            boolean capped,
            List<String> missing,
            List<Text> reasons) {
        var text = PlainWords.answer(rule, outcome, amount, capped, missing, reasons);
        var said = TraceNode.said(
                outcome == Outcome.UNKNOWN ? "missing" : "total",
                rule,
                Optional.empty(),
                text,
                Map.of(),
                Optional.empty());
        nodes.add(new TraceNode(
                said.step(),
                said.rule(),
                said.clause(),
                said.at(),
                said.claim(),
                said.text(),
                said.inputs(),
                said.formula(),
                said.raw(),
                said.rounded(),
                said.cap(),
                outcome == Outcome.ELIGIBLE ? Optional.of(capped) : Optional.empty(),
                said.ledgerBefore(),
                said.ledgerAfter(),
                amount.map(sum -> Yuan.money(sum, rule.currency())),
                said.assumption()));
        return text;
    }
}
