package org.pavilion.server.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;

/**
 * Every grant, in memory: rights are asked several times a request. What changed is read again after
 * its commit, under the subject's own lock, so the last reader saw the last commit.
 */
final class Holdings {
    private final Storage storage;
    private final Map<Ref, List<Grant>> grants = new ConcurrentHashMap<>();
    private volatile List<TraitGrant> byTraits = List.of();
    private volatile Function<Ref, Set<String>> traits = subject -> Set.of();

    Holdings(Storage storage) {
        this.storage = storage;
        grants.putAll(storage.read(GrantRows::all).stream().collect(Collectors.groupingBy(Grant::subject)));
        reloadTraits();
    }

    void reload(Ref subject) {
        grants.compute(subject, (who, before) -> {
            var now = storage.read(handle -> GrantRows.of(handle, who));
            return now.isEmpty() ? null : now;
        });
    }

    synchronized void reloadTraits() {
        byTraits = storage.read(TraitRows::all);
    }

    /** Who tells the traits of an account. */
    void traits(Function<Ref, Set<String>> source) {
        traits = source;
    }

    List<TraitGrant> byTraits() {
        return byTraits;
    }

    /** Grants that were given to this very subject, also those that ended. */
    List<Grant> explicit(Ref subject) {
        return grants.getOrDefault(subject, List.of());
    }

    /** Those, and what the traits of somebody bring. */
    Stream<Grant> of(Ref subject) {
        var own = explicit(subject).stream();
        var any = byTraits;
        if (any.isEmpty() || !subject.type().equals("account")) {
            return own;
        }
        var mine = traits.apply(subject);
        return Stream.concat(
                own,
                any.stream()
                        .filter(grant -> grant.traits().fit(mine))
                        .map(grant -> new Grant(
                                grant.id(),
                                subject,
                                grant.role(),
                                grant.scope(),
                                grant.until(),
                                grant.by(),
                                grant.at())));
    }

    /** Every grant that was given to somebody by name. */
    Stream<Grant> all() {
        return grants.values().stream().flatMap(List::stream);
    }
}
