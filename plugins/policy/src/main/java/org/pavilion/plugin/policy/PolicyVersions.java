package org.pavilion.plugin.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Problem;
import org.pavilion.plugin.policy.engine.Version;

/**
 * The law of each document through time, twice: when it is in force, and when the house learned of it.
 * Rows are only added; a calculation of yesterday can be repeated forever.
 */
record PolicyVersions(JsonText json) {

    /** One version of a document's law, as stored. */
    record Stored(
            String policy,
            int number,
            LocalDate lawFrom,
            Optional<LocalDate> lawTo,
            boolean assumed,
            Instant known,
            Policy.Law law) {}

    /** Stores the law of a document as a new version, unless the newest one says the same. Returns whether it did. */
    boolean keep(Handle h, Journal journal, Policy policy) {
        claim(h, policy);
        var law = policy.law();
        var newest = of(h, policy.id()).stream().reduce((one, two) -> two);
        if (newest.filter(stored -> json.text(stored.law()).equals(json.text(law)))
                .isPresent()) {
            return false;
        }
        h.createUpdate("insert into policy_version(policy, number, law_from, law_to, law_assumed, known_from, law)"
                        + " values (:policy, :number, :from, :to, :assumed, :known, :law)")
                .bind("policy", policy.id())
                .bind("number", newest.map(Stored::number).orElse(0) + 1)
                .bind("from", policy.begins().earliest().toString())
                .bind("to", policy.lawTo().map(to -> to.latest().toString()).orElse(""))
                .bind("assumed", policy.begins().complete() ? 0 : 1)
                .bind("known", journal.now().toEpochMilli())
                .bind("law", json.text(law))
                .execute();
        return true;
    }

    /** A rule's id belongs to one document for good. */
    private static void claim(Handle h, Policy policy) {
        var seen = new HashSet<String>();
        for (int i = 0; i < policy.rules().size(); i++) {
            var id = policy.rules().get(i).id();
            var owner = owner(h, id);
            if (owner.filter(other -> !other.equals(policy.id())).isPresent()) {
                throw new Problem("policy.rule-taken", 409, "the rule " + id + " belongs to " + owner.get())
                        .at("/rules/" + i + "/id");
            }
            if (owner.isEmpty() && seen.add(id)) {
                h.createUpdate("insert into policy_rule(id, policy) values (:id, :policy)")
                        .bind("id", id)
                        .bind("policy", policy.id())
                        .execute();
            }
        }
    }

    /** The document a rule belongs to. */
    static Optional<String> owner(Handle h, String rule) {
        return h.createQuery("select policy from policy_rule where id = :id")
                .bind("id", rule)
                .mapTo(String.class)
                .findOne();
    }

    /** The versions of a document, the oldest known first. */
    List<Stored> of(Handle h, String policy) {
        return h.createQuery("select policy, number, law_from, law_to, law_assumed, known_from, law from policy_version"
                        + " where policy = :policy order by number")
                .bind("policy", policy)
                .map((rs, context) -> new Stored(
                        rs.getString(1),
                        rs.getInt(2),
                        LocalDate.parse(rs.getString(3)),
                        Optional.of(rs.getString(4)).filter(to -> !to.isEmpty()).map(LocalDate::parse),
                        rs.getInt(5) == 1,
                        Instant.ofEpochMilli(rs.getLong(6)),
                        json.read(rs.getString(7), Policy.Law.class)))
                .list();
    }

    /** One rule as each version known by then states it. */
    static List<Version> of(Policy policy, List<Stored> stored, String rule) {
        return stored.stream()
                .map(each -> new Version(
                        each.number(),
                        each.lawFrom(),
                        each.lawTo(),
                        each.assumed(),
                        each.known(),
                        each.law().status().equals("planned"),
                        RuleBook.of(policy.id(), policy.name(), each.law()).rules().stream()
                                .filter(one -> one.id().equals(rule))
                                .findFirst()))
                .toList();
    }
}
