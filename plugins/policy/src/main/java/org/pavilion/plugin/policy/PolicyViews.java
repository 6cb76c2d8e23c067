package org.pavilion.plugin.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Text;
import org.pavilion.plugin.policy.Statutes.Statute;
import org.pavilion.plugin.policy.engine.Assessment;
import org.pavilion.plugin.policy.engine.PlainWords;
import org.pavilion.plugin.policy.engine.Rule;
import org.pavilion.plugin.policy.engine.Vocabulary;

/** Makes the page of one document. */
final class PolicyViews {
    private final Policies policies;
    private final PolicyVersions versions;
    private final Statutes statutes;

    PolicyViews(Policies policies, PolicyVersions versions, Statutes statutes) {
        this.policies = policies;
        this.versions = versions;
        this.statutes = statutes;
    }

    PolicyView view(Request request) {
        var policy = policies.find(request.path("id"));
        var asOf = request.query("asOf").map(PolicyViews::day);
        var stored = policies.storage().read(h -> versions.of(h, policy.id()));
        var shown = asOf.isPresent()
                ? statutes.inForce(policy.id(), asOf.get())
                : stored.stream().reduce((one, two) -> two);
        var law = shown.map(PolicyVersions.Stored::law);
        return new PolicyView(
                policy,
                Terms.of(law.map(Policy.Law::status).orElse(policy.status())),
                policies.names().edition(policy.edition()).text(),
                policy.issuer().flatMap(policies.directory()::organisation),
                asOf,
                shown.map(each -> stage(each, true)),
                stored.stream()
                        .map(each -> stage(
                                each,
                                shown.filter(one -> one.number() == each.number())
                                        .isPresent()))
                        .toList(),
                law.map(each -> clauses(policy, each)).orElse(List.of()),
                figures(policy),
                lists(policy));
    }

    private static LocalDate day(String text) {
        try {
            return new PartialDate(text).earliest();
        } catch (Problem e) {
            throw Problem.invalid("/asOf", "a date like 2020-03-01 is required").causedBy(e);
        }
    }

    private static PolicyView.Stage stage(PolicyVersions.Stored stored, boolean shown) {
        return new PolicyView.Stage(stored.number(), stored.lawFrom(), stored.lawTo(), stored.assumed(), shown);
    }

    private List<PolicyView.Clause> clauses(Policy policy, Policy.Law law) {
        var rules = RuleBook.of(policy.id(), policy.name(), law).rules();
        var clauses = new ArrayList<PolicyView.Clause>();
        var placed = new ArrayList<String>();
        for (var measure : law.measures()) {
            var own = law.rules().stream()
                    .filter(rule -> rule.measure().filter(n -> n == measure.n()).isPresent())
                    .map(Policy.Rule::id)
                    .toList();
            placed.addAll(own);
            clauses.add(new PolicyView.Clause(
                    Optional.of(measure.n()),
                    Optional.of(new Text(measure.zh(), measure.en())),
                    shown(
                            policy,
                            rules.stream()
                                    .filter(rule -> own.contains(rule.id()))
                                    .toList())));
        }
        var rest = rules.stream().filter(rule -> !placed.contains(rule.id())).toList();
        if (!rest.isEmpty()) {
            clauses.add(new PolicyView.Clause(Optional.empty(), Optional.empty(), shown(policy, rest)));
        }
        return clauses;
    }

    private List<PolicyView.Shown> shown(Policy policy, List<Rule> rules) {
        return rules.stream().map(rule -> shown(policy, rule)).toList();
    }

    private PolicyView.Shown shown(Policy policy, Rule rule) {
        var type = policy.rules().stream()
                .filter(each -> each.id().equals(rule.id()))
                .map(each -> Terms.of(each.type()))
                .findFirst()
                .orElse(Terms.of(rule.formula().kind().name()));
        return new PolicyView.Shown(
                rule,
                type,
                Terms.of(rule.beneficiary()),
                Actor.owning(rule.beneficiary()),
                PlainWords.of(rule),
                rule.formula().percent(),
                PlainWords.caps(rule),
                rule.conditions().stream()
                        .map(condition -> assumed(Vocabulary.label(condition.fact()), condition.assumed()))
                        .toList(),
                rule.anyOf().stream().map(Vocabulary::label).toList(),
                open(rule),
                sample(policy, rule));
    }

    private static Text assumed(Text label, boolean assumed) {
        return assumed ? new Text(label.zh() + "（推定）", label.en() + " (assumed)") : label;
    }

    private static List<Text> open(Rule rule) {
        var open = new ArrayList<Text>();
        rule.note().ifPresent(open::add);
        if (rule.scopeAssumed()) {
            open.add(new Text(
                    "封顶按“" + rule.scope().words().zh() + "”累计，属推定。",
                    "That the cap counts " + rule.scope().words().en() + " is assumed."));
        }
        return open;
    }

    private Optional<PolicyView.Sample> sample(Policy policy, Rule rule) {
        var example = policy.rules().stream()
                .filter(each -> each.id().equals(rule.id()))
                .flatMap(each -> each.examples().stream())
                .findFirst();
        return example.flatMap(one -> statutes.all().stream()
                .filter(statute -> statute.rule().id().equals(rule.id()))
                .findFirst()
                .map(statute -> new PolicyView.Sample(one.name(), answer(statute, one.facts()))));
    }

    private Assessment answer(Statute statute, Map<String, Object> facts) {
        return statutes.assess(statute, facts);
    }

    private static List<PolicyView.Figure> figures(Policy policy) {
        var figures = new ArrayList<PolicyView.Figure>();
        policy.measureCount().ifPresent(n -> figures.add(new PolicyView.Figure("figure.measures", n)));
        policy.partCount().ifPresent(n -> figures.add(new PolicyView.Figure("figure.parts", n)));
        policy.areaCount().ifPresent(n -> figures.add(new PolicyView.Figure("figure.areas", n)));
        policy.stages().ifPresent(n -> figures.add(new PolicyView.Figure("figure.stages", n)));
        policy.tasks().ifPresent(n -> figures.add(new PolicyView.Figure("figure.tasks", n)));
        policy.scenarioCount().ifPresent(n -> figures.add(new PolicyView.Figure("figure.scenarios", n)));
        return figures;
    }

    private static List<PolicyView.Words> lists(Policy policy) {
        var lists = new ArrayList<PolicyView.Words>();
        if (!policy.groups().isEmpty()) {
            lists.add(new PolicyView.Words("list.groups", policy.groups(), false));
        }
        if (!policy.mechanisms().isEmpty()) {
            lists.add(new PolicyView.Words("list.mechanisms", policy.mechanisms(), false));
        }
        if (!policy.instruments().isEmpty()) {
            lists.add(new PolicyView.Words(
                    "list.instruments",
                    policy.instruments(),
                    policy.instrumentLinkInferred().orElse(false)));
        }
        return lists;
    }
}
