package org.pavilion.plugin.policy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Money;
import org.pavilion.api.Text;
import org.pavilion.plugin.policy.engine.Formula;
import org.pavilion.plugin.policy.engine.TraceNode;
import org.pavilion.plugin.policy.engine.Yuan;

/**
 * All rules that may concern somebody, computed for the same facts.
 *
 * @param totals one for each kind and currency; kinds are never added to each other
 * @param next the question that decides most, while something is unknown
 */
public record Profile(List<Line> rules, List<Alternative> alternatives, List<Total> totals, Optional<Question> next) {

    /** One rule's answer. */
    public record Line(
            String rule,
            String policy,
            Text name,
            Text clause,
            String at,
            Formula.Kind kind,
            boolean upTo,
            String outcome,
            @Nullable Money amount,
            boolean capped,
            List<String> missing,
            Text words,
            List<TraceNode> trace) {

        public boolean is(String wanted) {
            return outcome.equals(wanted);
        }
    }

    /**
     * Rules that would pay for the same money: one of them, never the sum.
     *
     * @param best what the best use of them gives
     * @param assumed the source does not speak of using both
     */
    public record Alternative(String unit, Text label, List<String> rules, Money best, boolean assumed) {
        /** The best use to the fen, in words. */
        public Text exact() {
            return Yuan.words(best);
        }
    }

    /** What applies of one kind, with the best of each alternative. */
    public record Total(Formula.Kind kind, Money amount, boolean upTo) {
        /** The sum to the fen, in words. */
        public Text exact() {
            return Yuan.words(amount);
        }
    }

    /**
     * What to ask next.
     *
     * @param kind {@code money}, {@code truth}, {@code choice} or {@code event}
     * @param rules how many rules it helps to decide
     */
    public record Question(String fact, String kind, Text label, Text text, List<Option> options, int rules) {}

    /** A possible answer. */
    public record Option(String value, Text label) {}
}
