package org.pavilion.plugin.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Links;
import org.pavilion.api.Outcome;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.plugin.policy.engine.Assessment;
import org.pavilion.plugin.policy.engine.Engine;
import org.pavilion.plugin.policy.engine.FactReader;
import org.pavilion.plugin.policy.engine.Rule;
import org.pavilion.plugin.policy.engine.Version;

/** Takes documents in: only coherent ones, and only when all their worked examples come out as written. */
final class PolicyImport {
    private static final int MOST_EXAMPLES = 50;

    private final Policies policies;
    private final PolicyVersions versions;
    private final Links links;

    PolicyImport(Policies policies, PolicyVersions versions, Links links) {
        this.policies = policies;
        this.versions = versions;
        this.links = links;
    }

    Outcome put(Handle h, Journal journal, Policy policy) {
        var book = RuleBook.of(policy);
        var faults = book.faults().isEmpty() ? examples(policy, book.rules()) : book.faults();
        if (!faults.isEmpty()) {
            var first = faults.getFirst();
            return Outcome.rejected(
                    first.pointer(),
                    "policy.refused",
                    faults.size() == 1 ? first.reason() : first.reason() + " (and " + (faults.size() - 1) + " more)");
        }
        var outcome = policies.shelf().put(h, journal, policy, new PolicyChanged(policy.ref()));
        if (outcome instanceof Outcome.Duplicate) {
            return outcome;
        }
        if (versions.keep(h, journal, policy)) {
            journal.append(new PolicyVersioned(policy.ref()));
        }
        if (!(outcome instanceof Outcome.Same)) {
            links.renew(h, journal, policy.ref(), () -> link(h, journal, policy));
        }
        return outcome;
    }

    private void link(Handle h, Journal journal, Policy policy) {
        policy.issuer()
                .ifPresent(org -> links.link(h, journal, policy.ref(), new Ref("organisation", org), "issued-by"));
        policy.related()
                .forEach(other -> links.link(
                        h,
                        journal,
                        policy.ref(),
                        other,
                        other.type().equals("session") ? "presented-at" : "same-measure"));
    }

    /** The worked examples that do not come out as written. */
    private static List<Fault> examples(Policy policy, List<Rule> rules) {
        return Stream.iterate(0, i -> i < policy.rules().size(), i -> i + 1)
                .flatMap(i -> of(policy, rules, i))
                .toList();
    }

    private static Stream<Fault> of(Policy policy, List<Rule> rules, int index) {
        var examples = policy.rules().get(index).examples();
        if (examples.size() > MOST_EXAMPLES) {
            return Stream.of(
                    new Fault("/rules/" + index + "/examples", "a rule has at most " + MOST_EXAMPLES + " examples"));
        }
        return Stream.iterate(0, i -> i < examples.size(), i -> i + 1)
                .flatMap(i -> fault(policy, rules, rules.get(index), examples.get(i)).stream()
                        .map(reason -> new Fault("/rules/" + index + "/examples/" + i, reason)));
    }

    private static Optional<String> fault(Policy policy, List<Rule> rules, Rule rule, Policy.Example example) {
        var day = policy.begins().earliest();
        var version = new Version(1, day, Optional.empty(), false, Instant.EPOCH, false, Optional.of(rule));
        Assessment answer;
        try {
            var facts = new FactReader(rules, ZoneId.of("UTC")).read(rule, example.facts(), LocalDate.MAX);
            answer = Engine.assess(List.of(version), facts, day);
        } catch (Problem problem) {
            return Optional.of("the example cannot be read: " + problem.detail());
        }
        var amount = answer.amount()
                .map(money -> BigDecimal.valueOf(money.minor(), 2).toPlainString());
        if (!answer.outcome().code().equals(example.outcome())) {
            return Optional.of("the example comes out as " + answer.outcome().code());
        }
        if (!amount.equals(example.amount().map(text -> scaled(text)))) {
            return Optional.of("the example comes out as " + amount.orElse("no amount"));
        }
        return example.capped().filter(capped -> capped != answer.capped()).isPresent()
                ? Optional.of("the example comes out as " + (answer.capped() ? "capped" : "not capped"))
                : Optional.empty();
    }

    private static String scaled(String amount) {
        return amount.matches("\\d{1,15}(\\.\\d{1,2})?")
                ? new BigDecimal(amount).setScale(2).toPlainString()
                : amount;
    }
}
