package org.pavilion.plugin.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Text;
import org.pavilion.plugin.policy.CalculatorView.Answered;
import org.pavilion.plugin.policy.CalculatorView.Asked;
import org.pavilion.plugin.policy.CalculatorView.Offer;
import org.pavilion.plugin.policy.Profile.Question;
import org.pavilion.plugin.policy.Statutes.Statute;
import org.pavilion.plugin.policy.engine.PlainWords;
import org.pavilion.plugin.policy.engine.Scope;
import org.pavilion.plugin.policy.engine.Vocabulary;

/** Reads the answers in the calculator's address and makes the page that follows them. */
final class CalculatorViews {
    private static final String SKIP = "skip";
    private static final int MOST_AMOUNTS = 6;
    private static final Text SKIPPED = new Text("不清楚", "Not known");

    private final Statutes statutes;
    private final Profiles profiles;

    CalculatorViews(Statutes statutes, Profiles profiles) {
        this.statutes = statutes;
        this.profiles = profiles;
    }

    CalculatorView view(Request request, String path) {
        var who = request.query("who").flatMap(Actor::of);
        var all = statutes.all();
        var mine = all.stream()
                .filter(statute ->
                        who.isPresent() && Actor.owning(statute.rule().beneficiary()) == who.get())
                .toList();
        var ticked = Set.copyOf(request.queryAll("want"));
        var wanted = mine.stream()
                .filter(statute ->
                        ticked.contains("all") || ticked.contains(statute.rule().id()))
                .toList();
        return new Reading(request, path, who, mine, wanted, ticked).view(all);
    }

    /** One request's answers on their way to a page. */
    private final class Reading {
        private final Request request;
        private final String path;
        private final Optional<Actor> who;
        private final List<Statute> mine;
        private final List<Statute> wanted;
        private final Set<String> ticked;
        private final Map<String, Object> facts = new LinkedHashMap<>();
        private final Map<String, Question> asked = new LinkedHashMap<>();
        private final Set<String> skipped = new HashSet<>();
        private Optional<String> fault = Optional.empty();
        private final Map<String, String> hidden = new LinkedHashMap<>();

        Reading(
                Request request,
                String path,
                Optional<Actor> who,
                List<Statute> mine,
                List<Statute> wanted,
                Set<String> ticked) {
            this.request = request;
            this.path = path;
            this.who = who;
            this.mine = mine;
            this.wanted = wanted;
            this.ticked = ticked;
        }

        CalculatorView view(List<Statute> all) {
            questions().forEach((fact, question) -> {
                var answers = answers(fact);
                if (!answers.isEmpty()) {
                    asked.put(fact, question);
                    answer(question, answers);
                }
            });
            request.query("date").ifPresent(date -> {
                facts.put("date", date);
                hidden.put("date", date);
            });
            var profile = compute();
            var actors = all.stream()
                    .map(statute -> Actor.owning(statute.rule().beneficiary()))
                    .distinct()
                    .sorted()
                    .toList();
            return new CalculatorView(
                    actors,
                    who,
                    mine.stream().map(this::offer).toList(),
                    !wanted.isEmpty(),
                    answered(),
                    profile.next().map(this::asked),
                    hidden(),
                    lines(profile, "eligible"),
                    lines(profile, "unknown"),
                    lines(profile, "not"),
                    profile.alternatives(),
                    profile.totals(),
                    address(),
                    amounts(),
                    kept(),
                    fault);
        }

        private Profile compute() {
            try {
                return profiles.of(wanted, facts, skipped);
            } catch (Problem problem) {
                // The answer to the last question is asked again, with the reason.
                fault = Optional.of(problem.detail());
                var pointer = problem.pointer();
                var wrong = pointer == null ? "" : pointer.substring(pointer.lastIndexOf('/') + 1);
                facts.remove("claims");
                facts.remove(wrong);
                asked.remove(wrong);
                hidden.keySet().removeIf(name -> name.equals(wrong));
                try {
                    return profiles.of(wanted, facts, skipped);
                } catch (Problem again) {
                    facts.clear();
                    asked.clear();
                    hidden.clear();
                    return profiles.of(wanted, facts, skipped);
                }
            }
        }

        /** Everything the wanted rules may ask, by the name of the parameter. */
        private Map<String, Question> questions() {
            var questions = new LinkedHashMap<String, Question>();
            for (var statute : wanted) {
                var rule = statute.rule();
                var names = new LinkedHashSet<String>();
                rule.conditions().forEach(condition -> names.add(condition.fact()));
                rule.anyOf().stream().limit(1).forEach(names::add);
                names.addAll(rule.choiceFacts());
                rule.base().ifPresent(names::add);
                names.stream()
                        .map(name -> Profiles.question(rule, name))
                        .forEach(question -> questions.putIfAbsent(question.fact(), question));
            }
            return questions;
        }

        private List<String> answers(String fact) {
            var answers = new ArrayList<String>();
            for (int i = 1; i <= MOST_AMOUNTS; i++) {
                request.query(numbered(fact, i)).ifPresent(answers::add);
            }
            return answers;
        }

        private void answer(Question question, List<String> answers) {
            var fact = question.fact();
            if (answers.getFirst().equals(SKIP)) {
                skipped.add(fact);
                hidden.put(fact, SKIP);
                return;
            }
            switch (question.kind()) {
                case "truth" -> facts.put(fact, answers.getFirst().equals("yes"));
                case "money" -> amounts(fact);
                default -> facts.put(fact, answers.getFirst());
            }
            for (int i = 1; i <= MOST_AMOUNTS; i++) {
                for (var name : List.of(numbered(fact, i), numbered("creditProduct", i))) {
                    request.query(name).ifPresent(value -> hidden.put(name, value));
                }
            }
        }

        /** One amount stands at the top; several are claims, each with the credit product written beside it. */
        private void amounts(String fact) {
            var claims = new ArrayList<Map<String, Object>>();
            for (int i = 1; i <= MOST_AMOUNTS; i++) {
                int number = i;
                request.query(numbered(fact, i)).ifPresent(amount -> {
                    var claim = new LinkedHashMap<String, Object>();
                    claim.put(fact, plain(amount));
                    request.query(numbered("creditProduct", number))
                            .ifPresent(product -> claim.put("creditProduct", product.strip()));
                    claims.add(claim);
                });
            }
            if (claims.size() == 1) {
                facts.put(fact, String.valueOf(claims.getFirst().get(fact)));
            } else {
                var before = facts.get("claims") instanceof List<?> list ? list : List.of();
                var together = new ArrayList<Object>(before);
                together.addAll(claims);
                facts.put("claims", together);
            }
        }

        private Offer offer(Statute statute) {
            var rule = statute.rule();
            return new Offer(
                    rule.id(),
                    rule.name(),
                    rule.clause().name(),
                    PlainWords.of(rule),
                    ticked.contains(rule.id()) || ticked.contains("all"));
        }

        private List<Answered> answered() {
            var given = new ArrayList<Answered>();
            asked.forEach((fact, question) ->
                    given.add(new Answered(fact, question.label(), value(question), changed(fact))));
            return given;
        }

        private Text value(Question question) {
            var answers = answers(question.fact());
            if (answers.getFirst().equals(SKIP)) {
                return SKIPPED;
            }
            if (question.kind().equals("money")) {
                return Text.same(String.join(
                        " + ",
                        answers.stream().map(amount -> grouped(plain(amount))).toList()));
            }
            return question.options().stream()
                    .filter(option -> option.value().equals(answers.getFirst()))
                    .map(Profile.Option::label)
                    .findFirst()
                    .orElse(Text.same(answers.getFirst()));
        }

        private Address changed(String fact) {
            var changed = address();
            for (int i = 1; i <= MOST_AMOUNTS; i++) {
                changed = changed.without(numbered(fact, i));
            }
            return changed;
        }

        private Asked asked(Question question) {
            var rules = wanted.stream()
                    .map(Statute::rule)
                    .filter(rule -> rule.base()
                            .map(Vocabulary::unit)
                            .filter(question.fact()::equals)
                            .isPresent())
                    .toList();
            boolean shared = rules.stream().anyMatch(rule -> rule.scope() != Scope.NONE);
            boolean products = rules.stream().anyMatch(rule -> rule.scope() == Scope.ENTERPRISE_CREDIT_PRODUCT_YEAR);
            return new Asked(
                    question,
                    products ? Optional.of("creditProduct") : Optional.empty(),
                    question.kind().equals("money") && shared ? 3 : 1);
        }

        private Map<String, String> hidden() {
            var all = new LinkedHashMap<String, String>();
            who.ifPresent(actor -> all.put("who", actor.code()));
            all.putAll(hidden);
            return all;
        }

        private List<CalculatorView.Amount> amounts() {
            var amounts = new ArrayList<CalculatorView.Amount>();
            asked.forEach((fact, question) -> {
                for (int i = 1; question.kind().equals("money") && i <= MOST_AMOUNTS; i++) {
                    var value = hidden.get(numbered(fact, i));
                    if (value != null && !value.equals(SKIP)) {
                        amounts.add(new CalculatorView.Amount(numbered(fact, i), question.label(), i, value));
                    }
                }
            });
            return amounts;
        }

        /** All answers but the amounts. */
        private Map<String, String> kept() {
            var kept = hidden();
            amounts().forEach(amount -> kept.remove(amount.name()));
            return kept;
        }

        private Address address() {
            var pairs = new ArrayList<Map.Entry<String, String>>();
            who.ifPresent(actor -> pairs.add(Map.entry("who", actor.code())));
            request.queryAll("want").forEach(rule -> pairs.add(Map.entry("want", rule)));
            hidden.forEach((name, value) -> pairs.add(Map.entry(name, value)));
            return new Address(path, pairs);
        }
    }

    private static List<Profile.Line> lines(Profile profile, String outcome) {
        return profile.rules().stream().filter(line -> line.is(outcome)).toList();
    }

    private static String numbered(String fact, int number) {
        return number == 1 ? fact : fact + "-" + number;
    }

    /** People group digits and write the unit; the engine wants neither. */
    private static String plain(String amount) {
        return amount.replaceAll("[\\s,，_¥￥元]", "");
    }

    private static String grouped(String amount) {
        return amount.matches("\\d{1,13}(\\.\\d{1,2})?") ? "%,.2f".formatted(new BigDecimal(amount)) : amount;
    }
}
