package org.pavilion.plugin.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Organisation;
import org.pavilion.api.Text;
import org.pavilion.plugin.policy.engine.Assessment;
import org.pavilion.plugin.policy.engine.Rule;

/**
 * A document as it was in force on a day.
 *
 * @param asOf the day asked for; empty for the newest version
 * @param inForce the version of that day; empty when none was in force
 * @param clauses its measures in order, each with its rules; rules without a measure at the end
 */
public record PolicyView(
        Policy policy,
        Text status,
        Text edition,
        Optional<Organisation> issuer,
        Optional<LocalDate> asOf,
        Optional<Stage> inForce,
        List<Stage> versions,
        List<Clause> clauses,
        List<Figure> figures,
        List<Words> lists) {

    /** A version by number and days. */
    public record Stage(int number, LocalDate from, Optional<LocalDate> to, boolean assumed, boolean shown) {}

    /** A measure with what can be computed of it. */
    public record Clause(Optional<Integer> number, Optional<Text> name, List<Shown> rules) {
        /** Where a reader is led to. */
        public String anchor() {
            return number.map(n -> "measure-" + n).orElse("rules");
        }
    }

    /**
     * A rule as a reader sees it.
     *
     * @param words the clause in plain words
     * @param rate in percent, when there is one
     * @param open what the source leaves open
     */
    public record Shown(
            Rule rule,
            Text type,
            Text beneficiary,
            Actor actor,
            Text words,
            Optional<String> rate,
            Text caps,
            List<Text> conditions,
            List<Text> anyOf,
            List<Text> open,
            Optional<Sample> sample) {}

    /** A worked example with its trace. */
    public record Sample(Text name, Assessment answer) {}

    /** A number the source states about the document. */
    public record Figure(String key, long value) {}

    /** Terms the source lists. */
    public record Words(String key, List<String> words, boolean inferred) {}
}
