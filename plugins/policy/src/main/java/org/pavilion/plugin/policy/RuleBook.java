package org.pavilion.plugin.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Text;
import org.pavilion.plugin.policy.engine.Formula;
import org.pavilion.plugin.policy.engine.Rounding;
import org.pavilion.plugin.policy.engine.Rule;
import org.pavilion.plugin.policy.engine.Scope;
import org.pavilion.plugin.policy.engine.Vocabulary;

/**
 * The rules of one document in computable form. Building it is the proof that the document is coherent:
 * whatever contradicts itself is a {@link Fault} and the document is refused as a whole.
 */
final class RuleBook {
    private static final int MOST_RULES = 100;
    private static final int MOST_PARTS = 50;
    private static final int LONGEST_TEXT = 4000;

    private final String policy;
    private final Text title;
    private final Policy.Law law;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private RuleBook(String policy, Text title, Policy.Law law) {
        this.policy = policy;
        this.title = title;
        this.law = law;
    }

    static RuleBook of(Policy policy) {
        return of(policy.id(), policy.name(), policy.law());
    }

    static RuleBook of(String policy, Text title, Policy.Law law) {
        var book = new RuleBook(policy, title, law);
        book.build();
        return book;
    }

    /** The rules; incomplete when there are faults. */
    List<Rule> rules() {
        return List.copyOf(rules);
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    private void build() {
        if (law.effectiveYear() < 1949 || law.effectiveYear() > 2199) {
            fault("/effectiveYear", "a year from 1949 to 2199 is required");
        }
        if (!law.currency().matches("[A-Z]{3}")) {
            fault("/currency", "an ISO 4217 currency like CNY is required");
        }
        var rounding = Rounding.of(law.rounding());
        if (rounding.isEmpty()) {
            fault("/rounding", "rounding is a mode and a unit, e.g. down-0.01");
        }
        var ends = law.lawTo();
        if (ends.isPresent()
                && law.lawFrom().isPresent()
                && ends.get().latest().isBefore(law.lawFrom().get().earliest())) {
            fault("/lawTo", "the law ends before it begins");
        }
        if (law.rules().size() > MOST_RULES) {
            fault("/rules", "a document has at most " + MOST_RULES + " rules");
            return;
        }
        var ids = new HashSet<String>();
        for (int i = 0; i < law.rules().size(); i++) {
            var rule = law.rules().get(i);
            if (!ids.add(rule.id())) {
                fault("/rules/" + i + "/id", "two rules have the id " + rule.id());
            }
            rule("/rules/" + i, rule, rounding);
        }
    }

    private void rule(String at, Policy.Rule rule, Optional<Rounding> rounding) {
        int before = faults.size();
        if (!rule.id().matches("[a-z0-9][a-z0-9-]{0,79}")) {
            fault(at + "/id", "an id has 1 to 80 lower-case letters, digits and hyphens");
        }
        if (!rule.beneficiary().matches("[a-z][a-z0-9-]{0,79}")) {
            fault(at + "/beneficiary", "a term of lower-case letters and hyphens is required");
        }
        if (rule.rateQualifier()
                .filter(q -> !q.equals("upTo") && !q.equals("exact"))
                .isPresent()) {
            fault(at + "/rateQualifier", "upTo or exact is required");
        }
        if (!law.measures().isEmpty()
                && rule.measure().isPresent()
                && measure(rule).isEmpty()) {
            fault(
                    at + "/measure",
                    "the document has no measure " + rule.measure().get());
        }
        text(at + "/note", rule.note());
        text(at + "/name", rule.name());
        var formula = new Formulas(this, at, rule).formula();
        var caps = caps(at, rule, formula);
        var scope = scope(at, rule, caps);
        facts(at, rule);
        if (faults.size() > before || rounding.isEmpty() || formula.isEmpty() || scope.isEmpty()) {
            return;
        }
        rules.add(new Rule(
                rule.id(),
                clause(rule),
                name(rule),
                formula.get(),
                rule.base(),
                rule.rateQualifier().filter("upTo"::equals).isPresent(),
                caps,
                scope.get(),
                rule.capScopeAssumed().orElse(false),
                rule.beneficiary(),
                rule.conditions().stream()
                        .map(c -> new Rule.Condition(c.fact(), c.assumed().orElse(false)))
                        .toList(),
                rule.eventsAnyOf(),
                rounding.get(),
                law.currency(),
                rule.note()));
    }

    private List<Rule.Cap> caps(String at, Policy.Rule rule, Optional<Formula> formula) {
        boolean wanted = formula.filter(f -> f instanceof Formula.RateCapped || f instanceof Formula.CapOnly)
                .isPresent();
        boolean refused = formula.filter(f -> !(f instanceof Formula.RateCapped
                        || f instanceof Formula.CapOnly
                        || f instanceof Formula.Bands))
                .isPresent();
        if (wanted && rule.caps().isEmpty()) {
            fault(at + "/caps", "a rule of type " + rule.type() + " needs a cap");
        }
        if (refused && !rule.caps().isEmpty()) {
            fault(at + "/caps", "a rule of type " + rule.type() + " has no cap");
        }
        if (rule.caps().size() > MOST_PARTS) {
            fault(at + "/caps", "a rule has at most " + MOST_PARTS + " caps");
            return List.of();
        }
        var caps = new ArrayList<Rule.Cap>();
        var seen = new HashSet<Object>();
        for (int i = 0; i < rule.caps().size(); i++) {
            var cap = rule.caps().get(i);
            var amount = amount(at + "/caps/" + i + "/amount", cap.amount());
            amount.ifPresent(most -> caps.add(new Rule.Cap(cap.when(), most)));
            if (!cap.when().keySet().equals(rule.caps().getFirst().when().keySet()) || !seen.add(cap.when())) {
                fault(at + "/caps/" + i + "/when", "two caps would hold at once");
            }
            for (var when : cap.when().entrySet()) {
                fact(at + "/caps/" + i + "/when", when.getKey());
                if (!when.getValue().matches("[A-Za-z0-9-]{1,80}")) {
                    fault(at + "/caps/" + i + "/when", "a value has 1 to 80 letters, digits and hyphens");
                }
            }
        }
        return caps;
    }

    private Optional<Scope> scope(String at, Policy.Rule rule, List<Rule.Cap> caps) {
        var scope = Scope.of(rule.capScope());
        if (scope.isEmpty()) {
            fault(at + "/capScope", "no cap scope of this name: " + shortened(rule.capScope()));
        } else if (caps.isEmpty() && rule.caps().isEmpty() && scope.get() != Scope.NONE) {
            fault(at + "/capScope", "a scope is given, but no cap");
        }
        return scope;
    }

    /** Each fact has one meaning within a rule. */
    private void facts(String at, Policy.Rule rule) {
        var seen = new HashSet<String>(rule.base().map(Set::of).orElse(Set.of()));
        if (rule.conditions().size() + rule.eventsAnyOf().size() > MOST_PARTS) {
            fault(at + "/conditions", "a rule has at most " + MOST_PARTS + " conditions");
            return;
        }
        for (int i = 0; i < rule.conditions().size(); i++) {
            var where = at + "/conditions/" + i + "/fact";
            once(where, rule.conditions().get(i).fact(), seen);
        }
        for (int i = 0; i < rule.eventsAnyOf().size(); i++) {
            once(at + "/eventsAnyOf/" + i, rule.eventsAnyOf().get(i), seen);
        }
        rule.caps().stream()
                .flatMap(cap -> cap.when().keySet().stream())
                .distinct()
                .forEach(fact -> {
                    if (seen.contains(fact)) {
                        fault(at + "/caps", "the fact " + fact + " is used twice");
                    }
                });
    }

    private void once(String where, String fact, Set<String> seen) {
        fact(where, fact);
        if (!seen.add(fact)) {
            fault(where, "the fact " + shortened(fact) + " is used twice");
        }
    }

    /** A fact's name; those of the calculation itself are taken. */
    void fact(String where, String name) {
        if (!name.matches("[a-z][A-Za-z0-9]{0,79}")) {
            fault(where, "a fact is named in camelCase with at most 80 letters");
        } else if (Reserved.NAMES.contains(name)) {
            fault(where, "the name " + name + " is taken");
        }
    }

    /** An amount in yuan that can be a cap or the end of a band. */
    Optional<BigDecimal> amount(String where, String text) {
        if (text.matches("\\d{1,13}(\\.\\d{1,2})?") && new BigDecimal(text).signum() > 0) {
            return Optional.of(new BigDecimal(text));
        }
        fault(where, "a positive amount in yuan with at most two decimals is required");
        return Optional.empty();
    }

    private void text(String where, Optional<Text> text) {
        if (text.filter(t -> t.zh().length() > LONGEST_TEXT || t.en().length() > LONGEST_TEXT)
                .isPresent()) {
            fault(where, "a text has at most " + LONGEST_TEXT + " characters");
        }
    }

    void fault(String pointer, String reason) {
        faults.add(new Fault(pointer, reason));
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private Optional<Policy.Measure> measure(Policy.Rule rule) {
        return law.measures().stream()
                .filter(measure -> rule.measure().filter(n -> n == measure.n()).isPresent())
                .findFirst();
    }

    private Rule.Clause clause(Policy.Rule rule) {
        var path = "/policy/" + policy + "#rule-" + rule.id();
        return new Rule.Clause(
                policy,
                rule.measure()
                        .map(n -> new Text("《" + title.zh() + "》第 " + n + " 条", title.en() + ", measure " + n))
                        .orElse(new Text("《" + title.zh() + "》", title.en())),
                path);
    }

    private Text name(Policy.Rule rule) {
        return rule.name()
                .or(() -> measure(rule).map(measure -> new Text(measure.zh(), measure.en())))
                .or(() -> rule.base().map(Vocabulary::label))
                .orElse(Text.same(rule.id()));
    }
}
