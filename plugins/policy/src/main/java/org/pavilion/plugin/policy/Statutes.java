package org.pavilion.plugin.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Directory;
import org.pavilion.api.Edition;
import org.pavilion.api.Problem;
import org.pavilion.api.Storage;
import org.pavilion.plugin.policy.engine.Assessment;
import org.pavilion.plugin.policy.engine.Engine;
import org.pavilion.plugin.policy.engine.FactReader;
import org.pavilion.plugin.policy.engine.Rule;
import org.pavilion.plugin.policy.engine.Version;

/** The rules of all documents with their versions, ready to compute; read anew when a document changed. */
final class Statutes {
    private static final String STAMP =
            "select (select count(*) from policy_document), (select coalesce(sum(version), 0) from policy_document),"
                    + " (select count(*) from policy_version)";

    private final Storage storage;
    private final Directory directory;
    private final Policies policies;
    private final PolicyVersions versions;
    private final Clock clock;
    private volatile @Nullable Edited read;

    Statutes(Storage storage, Directory directory, Policies policies, PolicyVersions versions, Clock clock) {
        this.storage = storage;
        this.directory = directory;
        this.policies = policies;
        this.versions = versions;
        this.clock = clock;
    }

    /** A rule that is in its document now, with what all versions say of it. */
    record Statute(Policy policy, Rule rule, List<Version> versions) {}

    private record Edited(List<Object> stamp, List<Statute> statutes) {}

    List<Statute> all() {
        return storage.read(this::all);
    }

    private List<Statute> all(Handle h) {
        List<Object> stamp = h.createQuery(STAMP)
                .map((rs, context) -> List.<Object>of(rs.getLong(1), rs.getLong(2), rs.getLong(3)))
                .one();
        var known = read;
        if (known == null || !known.stamp().equals(stamp)) {
            known = new Edited(
                    stamp,
                    policies.all(h).stream()
                            .flatMap(policy -> of(h, policy).stream())
                            .toList());
            read = known;
        }
        return known.statutes();
    }

    private List<Statute> of(Handle h, Policy policy) {
        var stored = versions.of(h, policy.id());
        return RuleBook.of(policy).rules().stream()
                .map(rule -> new Statute(policy, rule, PolicyVersions.of(policy, stored, rule.id())))
                .filter(statute -> !statute.versions().isEmpty())
                .toList();
    }

    Statute find(String rule) {
        return all().stream()
                .filter(statute -> statute.rule().id().equals(rule))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("rule " + rule));
    }

    /** Computes one rule for facts as a caller sends them. */
    Assessment assess(Statute statute, Map<String, Object> facts) {
        return assess(statute, statute.versions(), facts);
    }

    /** With what the house knew at an earlier moment. */
    Assessment assess(Statute statute, Map<String, Object> facts, Instant known) {
        var then = statute.versions().stream()
                .filter(version -> !version.known().isAfter(known))
                .toList();
        if (then.isEmpty()) {
            throw Problem.invalid("/known", "the house did not know this rule at that time");
        }
        return assess(statute, then, facts);
    }

    Assessment assess(Statute statute, List<Version> known, Map<String, Object> facts) {
        var zone = zone(statute.policy());
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var rules = all().stream().map(Statute::rule).toList();
        var withVersions =
                known.stream().flatMap(version -> version.rule().stream()).toList();
        var reader = new FactReader(
                Stream.concat(rules.stream(), withVersions.stream()).toList(), zone);
        return Engine.assess(known, reader.read(statute.rule(), facts, today), today);
    }

    LocalDate today(Policy policy) {
        return LocalDate.ofInstant(clock.instant(), zone(policy));
    }

    private ZoneId zone(Policy policy) {
        return ZoneId.of(directory
                .edition(policy.edition())
                .map(Edition::zone)
                .orElseGet(() -> directory.current().zone()));
    }

    Optional<PolicyVersions.Stored> inForce(String policy, LocalDate day) {
        return storage.read(h -> versions.of(h, policy)).stream()
                .filter(stored -> !stored.lawFrom().isAfter(day))
                .max(Comparator.comparing(PolicyVersions.Stored::lawFrom).thenComparing(PolicyVersions.Stored::number))
                .filter(stored -> stored.lawTo().map(end -> !end.isBefore(day)).orElse(true));
    }
}
