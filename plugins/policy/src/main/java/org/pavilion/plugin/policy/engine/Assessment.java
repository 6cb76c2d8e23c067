package org.pavilion.plugin.policy.engine;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Money;
import org.pavilion.api.Text;

/**
 * What a rule gives for stated facts.
 *
 * @param amount in all; zero when not eligible, empty when it is not known or there is none to know
 * @param capped whether a cap made it smaller
 * @param missing facts that can still change the answer; empty unless unknown
 * @param words the answer in one sentence
 * @param reasons why not, when not
 */
public record Assessment(
        Outcome outcome,
        Optional<Money> amount,
        boolean capped,
        List<String> missing,
        List<TraceNode> trace,
        Text words,
        List<Text> reasons) {

    public Assessment {
        missing = List.copyOf(missing);
        trace = List.copyOf(trace);
        reasons = List.copyOf(reasons);
    }

    /** Three-valued: unknown is never counted as not. */
    public enum Outcome {
        ELIGIBLE("eligible"),
        NOT("not"),
        UNKNOWN("unknown");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        /** The spelling in JSON. */
        public String code() {
            return code;
        }
    }
}
