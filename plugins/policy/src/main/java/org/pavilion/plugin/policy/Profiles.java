package org.pavilion.plugin.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pavilion.api.Money;
import org.pavilion.api.Text;
import org.pavilion.plugin.policy.Profile.Alternative;
import org.pavilion.plugin.policy.Profile.Line;
import org.pavilion.plugin.policy.Profile.Option;
import org.pavilion.plugin.policy.Profile.Question;
import org.pavilion.plugin.policy.Profile.Total;
import org.pavilion.plugin.policy.Statutes.Statute;
import org.pavilion.plugin.policy.engine.Fact;
import org.pavilion.plugin.policy.engine.Formula.Kind;
import org.pavilion.plugin.policy.engine.Rule;
import org.pavilion.plugin.policy.engine.Vocabulary;

/** Computes every rule that may concern somebody, finds the alternatives among them and the next question. */
final class Profiles {
    private static final int MOST_PARTITIONS = 1024;
    private static final Text NONE = new Text("以上都没有", "None of these");

    private final Statutes statutes;

    Profiles(Statutes statutes) {
        this.statutes = statutes;
    }

    /**
     * The answers of these rules.
     *
     * @param skipped facts the visitor does not know and is not asked again
     */
    Profile of(List<Statute> wanted, Map<String, Object> facts, Set<String> skipped) {
        var lines = wanted.stream().map(statute -> line(statute, facts)).toList();
        var alternatives = alternatives(wanted, lines, facts);
        return new Profile(lines, alternatives, totals(wanted, lines, alternatives), next(wanted, lines, skipped));
    }

    private Line line(Statute statute, Map<String, Object> facts) {
        var rule = statute.rule();
        var answer = statutes.assess(statute, own(rule, facts));
        return new Line(
                rule.id(),
                statute.policy().id(),
                rule.name(),
                rule.clause().name(),
                rule.clause().path(),
                rule.formula().kind(),
                rule.upTo(),
                answer.outcome().code(),
                answer.amount().orElse(null),
                answer.capped(),
                answer.missing(),
                answer.words(),
                answer.trace());
    }

    /** The facts without claims that carry only amounts of other rules. */
    private Map<String, Object> own(Rule rule, Map<String, Object> facts) {
        if (!(facts.get("claims") instanceof List<?> claims)) {
            return facts;
        }
        var others = statutes.all().stream()
                .map(Statute::rule)
                .flatMap(other -> Vocabulary.spellings(other).stream())
                .toList();
        var mine = Vocabulary.spellings(rule);
        var kept = claims.stream()
                .filter(claim -> !(claim instanceof Map<?, ?> members)
                        || members.keySet().stream().anyMatch(mine::contains)
                        || members.keySet().stream().noneMatch(others::contains))
                .toList();
        var own = new LinkedHashMap<>(facts);
        own.put("claims", kept);
        return own;
    }

    private List<Alternative> alternatives(List<Statute> wanted, List<Line> lines, Map<String, Object> facts) {
        var units = new TreeMap<String, List<Integer>>();
        for (int i = 0; i < lines.size(); i++) {
            var rule = wanted.get(i).rule();
            if (lines.get(i).is("eligible")
                    && rule.base().isPresent()
                    && lines.get(i).kind() != Kind.CONDITION) {
                units.computeIfAbsent(unit(rule), u -> new ArrayList<>()).add(i);
            }
        }
        return units.entrySet().stream()
                .filter(unit -> unit.getValue().size() > 1)
                .map(unit -> new Alternative(
                        unit.getKey(),
                        Vocabulary.label(
                                Vocabulary.unit(wanted.get(unit.getValue().getFirst())
                                        .rule()
                                        .base()
                                        .orElse(""))),
                        unit.getValue().stream().map(i -> lines.get(i).rule()).toList(),
                        best(unit.getValue(), wanted, lines, facts),
                        true))
                .toList();
    }

    /** What a rule pays for: an assessed support is each rule's own, other money exists once. */
    private static String unit(Rule rule) {
        var base = Vocabulary.unit(rule.base().orElse(""));
        return rule.formula().kind() + ":" + (rule.capOnly() ? rule.id() : base);
    }

    /** The best use of alternatives: each claim is put to one of them. */
    private Money best(List<Integer> group, List<Statute> wanted, List<Line> lines, Map<String, Object> facts) {
        var single = group.stream()
                .map(i -> lines.get(i).amount())
                .flatMap(Stream::ofNullable)
                .max(Comparator.comparingLong(Money::minor))
                .orElseThrow();
        if (!(facts.get("claims") instanceof List<?> claims)) {
            return single;
        }
        long partitions = Math.round(Math.pow(group.size(), claims.size()));
        if (partitions > MOST_PARTITIONS) {
            return single;
        }
        long most = IntStream.range(0, (int) partitions)
                .mapToLong(code -> partition(code, group, wanted, facts, claims))
                .max()
                .orElse(0);
        return new Money(Math.max(most, single.minor()), single.currency());
    }

    private long partition(
            int code, List<Integer> group, List<Statute> wanted, Map<String, Object> facts, List<?> claims) {
        var parts = new ArrayList<List<Object>>();
        group.forEach(i -> parts.add(new ArrayList<>()));
        int rest = code;
        for (var claim : claims) {
            parts.get(rest % group.size()).add(claim);
            rest /= group.size();
        }
        long sum = 0;
        for (int i = 0; i < group.size(); i++) {
            if (!parts.get(i).isEmpty()) {
                var part = new LinkedHashMap<>(facts);
                part.put("claims", parts.get(i));
                var statute = wanted.get(group.get(i));
                sum += statutes.assess(statute, own(statute.rule(), part))
                        .amount()
                        .map(Money::minor)
                        .orElse(0L);
            }
        }
        return sum;
    }

    private static List<Total> totals(List<Statute> wanted, List<Line> lines, List<Alternative> alternatives) {
        var sums = new TreeMap<Kind, Map<String, Long>>();
        var bounded = new TreeMap<Kind, Boolean>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var amount = line.amount();
            var alternative = alternatives.stream()
                    .filter(each -> each.rules().contains(line.rule()))
                    .findFirst();
            if (!line.is("eligible") || amount == null || line.kind() == Kind.CEILING) {
                continue;
            }
            bounded.merge(line.kind(), line.upTo(), Boolean::logicalOr);
            long counted = alternative
                    .map(each -> each.rules().getFirst().equals(line.rule())
                            ? each.best().minor()
                            : 0L)
                    .orElse(amount.minor());
            sums.computeIfAbsent(line.kind(), kind -> new TreeMap<>())
                    .merge(wanted.get(i).rule().currency(), counted, Long::sum);
        }
        return sums.entrySet().stream()
                .flatMap(kind -> kind.getValue().entrySet().stream()
                        .map(sum -> new Total(
                                kind.getKey(),
                                new Money(sum.getValue(), sum.getKey()),
                                bounded.getOrDefault(kind.getKey(), false))))
                .toList();
    }

    /** The question that helps to decide most rules; those that can rule one out come before amounts. */
    private static Optional<Question> next(List<Statute> wanted, List<Line> lines, Set<String> skipped) {
        var questions = new LinkedHashMap<String, Question>();
        for (int i = 0; i < lines.size(); i++) {
            var rule = wanted.get(i).rule();
            if (lines.get(i).is("unknown")) {
                var own = new LinkedHashMap<String, Question>();
                lines.get(i).missing().stream()
                        .map(name -> question(rule, name.substring(name.lastIndexOf('/') + 1)))
                        .filter(question -> !skipped.contains(question.fact()))
                        .forEach(question -> own.putIfAbsent(question.fact(), question));
                own.forEach((fact, question) -> questions.merge(fact, question, Profiles::more));
            }
        }
        return questions.values().stream()
                .min(Comparator.comparingInt(Profiles::order)
                        .thenComparing(Comparator.comparingInt(Question::rules).reversed()));
    }

    private static Question more(Question one, Question two) {
        return new Question(one.fact(), one.kind(), one.label(), one.text(), one.options(), one.rules() + two.rules());
    }

    private static int order(Question question) {
        return switch (question.kind()) {
            case "truth", "event" -> 0;
            case "choice" -> 1;
            default -> 2;
        };
    }

    /** How a fact of a rule is asked. */
    static Question question(Rule rule, String name) {
        if (rule.anyOf().contains(name)) {
            var options = Stream.concat(
                            rule.anyOf().stream().map(event -> new Option(event, Vocabulary.label(event))),
                            Stream.of(new Option("none", NONE)))
                    .toList();
            return new Question(
                    "event",
                    "event",
                    new Text("已发生的事项", "What has happened"),
                    new Text("发生了以下哪一项？", "Which of these has happened?"),
                    options,
                    1);
        }
        if (rule.base().filter(base -> base.equals(name)).isPresent()) {
            var fact = Vocabulary.fact(Vocabulary.unit(name), Fact.Kind.MONEY);
            return new Question(fact.name(), "money", fact.label(), fact.question(), List.of(), 1);
        }
        if (rule.choiceFacts().contains(name)) {
            var fact = Vocabulary.fact(name, Fact.Kind.CHOICE);
            var options = rule.choices(name).stream()
                    .map(value -> new Option(value, Vocabulary.choice(value)))
                    .toList();
            return new Question(name, "choice", fact.label(), fact.question(), options, 1);
        }
        var fact = Vocabulary.fact(name, Fact.Kind.TRUTH);
        return new Question(
                name,
                "truth",
                fact.label(),
                fact.question(),
                List.of(new Option("yes", new Text("是", "Yes")), new Option("no", new Text("否", "No"))),
                1);
    }
}
