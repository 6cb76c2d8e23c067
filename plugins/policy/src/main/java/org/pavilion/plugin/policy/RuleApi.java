package org.pavilion.plugin.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Limits;
import org.pavilion.api.Money;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Routes;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;
import org.pavilion.plugin.policy.Statutes.Statute;
import org.pavilion.plugin.policy.engine.InputSchema;
import org.pavilion.plugin.policy.engine.PlainWords;

/** The JSON API of the rules: what there is, what a rule gives, what changed between two versions. */
final class RuleApi {
    private static final int MOST_BODY = 256 << 10;

    private final Storage storage;
    private final Statutes statutes;
    private final Profiles profiles;
    private final PolicyVersions versions;

    RuleApi(Storage storage, Statutes statutes, Profiles profiles, PolicyVersions versions) {
        this.storage = storage;
        this.statutes = statutes;
        this.profiles = profiles;
        this.versions = versions;
    }

    record RuleList(List<RuleLine> rules) {}

    /**
     * A rule as others may call it.
     *
     * @param inputSchema JSON Schema of {@code facts}
     */
    record RuleLine(
            String id,
            String policy,
            Text name,
            Text clause,
            String at,
            String type,
            Optional<String> base,
            Optional<String> rate,
            String rateQualifier,
            List<Policy.Cap> caps,
            String capScope,
            boolean capScopeAssumed,
            String beneficiary,
            String actor,
            String kind,
            List<Policy.Condition> conditions,
            List<String> eventsAnyOf,
            LocalDate lawFrom,
            int version,
            Text words,
            Optional<Text> note,
            List<Policy.Example> examples,
            Map<String, Object> inputSchema) {}

    record FactsBody(Map<String, Object> facts) {}

    /** Facts for all rules, or for those of an actor or of these ids. */
    record ProfileBody(Map<String, Object> facts, Optional<String> who, List<String> rules) {}

    record DiffBody(int from, int to, Map<String, Object> facts) {}

    record VersionList(List<PolicyVersions.Stored> versions) {}

    record Difference(List<RuleDifference> rules) {}

    /** What a rule gave and gives; the change only where both are known. */
    record RuleDifference(
            String rule, Optional<Calculation> before, Optional<Calculation> after, Optional<Money> change) {}

    void addTo(Routes routes) {
        routes.add(Route.get("/rules")
                        .needs(Permission.PUBLIC)
                        .answers(200, RuleList.class)
                        .summary("All computable rules, each with the JSON Schema of its facts")
                        .handle(request -> Response.json(new RuleList(
                                statutes.all().stream().map(RuleApi::line).toList()))))
                .add(Route.get("/rules/{id}")
                        .needs(Permission.PUBLIC)
                        .answers(200, RuleLine.class)
                        .summary("One rule")
                        .handle(request -> Response.json(line(statutes.find(request.path("id"))))))
                .add(Route.post("/rules/{ruleId}/calculate")
                        .needs(Permission.PUBLIC)
                        .takes(FactsBody.class)
                        .query("known", "an instant: compute with the versions known then")
                        .limits(Limits.DEFAULT.body(MOST_BODY))
                        .answers(200, Calculation.class)
                        .summary("What a rule gives for facts; amounts in yuan in, minor units out; stores nothing")
                        .handle(this::calculate))
                .add(Route.post("/calculate")
                        .needs(Permission.PUBLIC)
                        .takes(ProfileBody.class)
                        .limits(Limits.DEFAULT.body(MOST_BODY))
                        .answers(200, Profile.class)
                        .summary("All rules that may concern somebody, with alternatives, totals and the next question")
                        .handle(this::profile))
                .add(Route.get("/policies/{id}/versions")
                        .needs(Permission.PUBLIC)
                        .answers(200, VersionList.class)
                        .summary("The law of a policy through time, the oldest known first")
                        .handle(request -> Response.json(new VersionList(stored(request.path("id"))))))
                .add(Route.post("/policies/{id}/diff")
                        .needs(Permission.PUBLIC)
                        .takes(DiffBody.class)
                        .limits(Limits.DEFAULT.body(MOST_BODY))
                        .answers(200, Difference.class)
                        .summary("What the change from one version to another means for the same facts")
                        .handle(this::diff));
    }

    static RuleLine line(Statute statute) {
        var rule = statute.rule();
        var raw = statute.policy().rules().stream()
                .filter(each -> each.id().equals(rule.id()))
                .findFirst()
                .orElseThrow();
        var newest = statute.versions().getLast();
        return new RuleLine(
                rule.id(),
                statute.policy().id(),
                rule.name(),
                rule.clause().name(),
                rule.clause().path(),
                raw.type(),
                raw.base(),
                raw.rate(),
                rule.upTo() ? "upTo" : "exact",
                raw.caps(),
                raw.capScope(),
                rule.scopeAssumed(),
                rule.beneficiary(),
                Actor.owning(rule.beneficiary()).code(),
                rule.formula().kind().name().toLowerCase(Locale.ROOT),
                raw.conditions(),
                raw.eventsAnyOf(),
                newest.lawFrom(),
                newest.number(),
                PlainWords.of(rule),
                rule.note(),
                raw.examples(),
                InputSchema.of(rule));
    }

    private Response calculate(Request request) {
        var statute = statutes.find(request.path("ruleId"));
        var facts = request.body(FactsBody.class).facts();
        var known = request.query("known").map(RuleApi::instant);
        return Response.json(Calculation.of(
                known.isPresent() ? statutes.assess(statute, facts, known.get()) : statutes.assess(statute, facts)));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid("/known", "an instant like 2026-01-31T12:00:00Z is required")
                    .causedBy(e);
        }
    }

    private Response profile(Request request) {
        var body = request.body(ProfileBody.class);
        var actor = body.who()
                .map(code -> Actor.of(code).orElseThrow(() -> Problem.invalid("/who", "nobody of this kind: " + code)));
        var all = statutes.all();
        var wanted = all.stream()
                .filter(statute -> body.rules().isEmpty()
                        || body.rules().contains(statute.rule().id()))
                .filter(statute ->
                        actor.isEmpty() || Actor.owning(statute.rule().beneficiary()) == actor.get())
                .toList();
        return Response.json(profiles.of(wanted, body.facts(), Set.of()));
    }

    private List<PolicyVersions.Stored> stored(String policy) {
        var stored = storage.read(h -> versions.of(h, policy));
        if (stored.isEmpty()) {
            throw Problem.notFound("policy " + policy);
        }
        return stored;
    }

    private Response diff(Request request) {
        var body = request.body(DiffBody.class);
        var id = request.path("id");
        var stored = stored(id);
        var ends = List.of(
                pick(stored, body.from(), "/from").number(),
                pick(stored, body.to(), "/to").number());
        return Response.json(new Difference(statutes.all().stream()
                .filter(statute -> statute.policy().id().equals(id))
                .map(statute -> difference(statute, ends, body.facts()))
                .toList()));
    }

    private static PolicyVersions.Stored pick(List<PolicyVersions.Stored> stored, int number, String where) {
        return stored.stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> Problem.invalid(where, "there is no version " + number));
    }

    private RuleDifference difference(Statute statute, List<Integer> ends, Map<String, Object> facts) {
        var sides = ends.stream().map(number -> side(statute, number, facts)).toList();
        var before = sides.getFirst().map(Calculation::amount);
        var after = sides.getLast().map(Calculation::amount);
        return new RuleDifference(
                statute.rule().id(),
                sides.getFirst(),
                sides.getLast(),
                before.isPresent() && after.isPresent()
                        ? Optional.of(new Money(
                                after.get().minor() - before.get().minor(),
                                after.get().currency()))
                        : Optional.empty());
    }

    private Optional<Calculation> side(Statute statute, int number, Map<String, Object> facts) {
        return statute.versions().stream()
                .filter(version -> version.number() == number && version.rule().isPresent())
                .findFirst()
                .map(version -> Calculation.of(statutes.assess(statute, List.of(version), facts)));
    }
}
