package org.pavilion.plugin.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Text;
import org.pavilion.plugin.policy.Profile.Alternative;
import org.pavilion.plugin.policy.Profile.Line;
import org.pavilion.plugin.policy.Profile.Question;
import org.pavilion.plugin.policy.Profile.Total;

/**
 * The calculator after some answers.
 *
 * @param who empty: ask it first
 * @param chosen whether the supports were chosen
 * @param hidden the answers so far, carried by the form
 * @param applies rules that apply, then those still open, then those that do not
 * @param amounts the amounts given, which one may change in place
 * @param kept the other answers, carried by the form of the amounts
 * @param fault what was wrong with the last answer
 */
public record CalculatorView(
        List<Actor> actors,
        Optional<Actor> who,
        List<Offer> offers,
        boolean chosen,
        List<Answered> answered,
        Optional<Asked> asked,
        Map<String, String> hidden,
        List<Line> applies,
        List<Line> open,
        List<Line> not,
        List<Alternative> alternatives,
        List<Total> totals,
        Address address,
        List<Amount> amounts,
        Map<String, String> kept,
        Optional<String> fault) {

    /** A support one may tick. */
    public record Offer(String rule, Text name, Text clause, Text words, boolean ticked) {}

    /** An answer given, and the page without it. */
    public record Answered(String fact, Text label, Text value, Address change) {}

    /**
     * An amount given.
     *
     * @param name of its field
     * @param number its place among those of the same fact, from 1
     */
    public record Amount(String name, Text label, int number, String value) {}

    /**
     * The question of this page.
     *
     * @param keyed fact that tells several amounts apart, e.g. the credit product
     * @param more how many amounts may be given
     */
    public record Asked(Question question, Optional<String> keyed, int more) {}

    /** How many questions were answered of those that are needed at least. */
    public int done() {
        return answered.size();
    }

    /** Whether another rule would pay for the same money. */
    public boolean alternative(Line line) {
        return alternatives.stream().anyMatch(each -> each.rules().contains(line.rule()));
    }
}
