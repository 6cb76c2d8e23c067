package org.pavilion.server.live.words;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pavilion.api.Problem;

/** The rules of words of a house or a room, as one version. */
public record RuleSet(List<Rule> rules) {
    public static final Set<String> CATEGORIES = Set.of("insult", "sexual", "violence", "advert", "private", "other");
    public static final RuleSet NONE = new RuleSet(List.of());

    /** More than any list that people keep by hand, and still built in a moment. */
    public static final int MOST = 5_000;

    private static final int LONGEST = 40;

    public RuleSet {
        rules = List.copyOf(rules);
    }

    /** The same, if every rule can be one. */
    public RuleSet checked() {
        if (rules.size() > MOST) {
            throw Problem.invalid("/rules", "at most " + MOST + " terms");
        }
        var seen = new HashSet<String>();
        for (var rule : rules) {
            var form = Skeleton.of(rule.text()).toString();
            if (form.isEmpty() || rule.text().length() > LONGEST) {
                throw Problem.invalid("/rules", "1 to " + LONGEST + " letters, digits or characters: " + rule.text());
            }
            if (rule.verdict() == Verdict.PASS || !CATEGORIES.contains(rule.category())) {
                throw Problem.invalid("/rules", "mask, hold or reject, and a known category: " + rule.text());
            }
            if (!seen.add(rule.text())) {
                throw Problem.invalid("/rules", "listed twice: " + rule.text());
            }
        }
        return this;
    }

    TermMatcher matcher(RuleSet more) {
        return new TermMatcher(Stream.concat(rules.stream(), more.rules.stream())
                .map(rule -> new Term(rule.text(), rule.verdict()))
                .toList());
    }

    /** What finds the terms. */
    public TermMatcher matcher() {
        return matcher(NONE);
    }
}
