package org.pavilion.plugin.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Money;
import org.pavilion.plugin.policy.engine.Assessment;
import org.pavilion.plugin.policy.engine.TraceNode;

/**
 * The answer to {@code POST /rules/{ruleId}/calculate}.
 *
 * @param outcome {@code eligible}, {@code not} or {@code unknown}
 * @param amount in minor units; zero when not eligible, null when it is not known
 * @param capped whether a cap made it smaller
 * @param missing names of facts that can still change the answer
 */
record Calculation(
        String outcome, @Nullable Money amount, boolean capped, List<String> missing, List<TraceNode> trace) {

    static Calculation of(Assessment answer) {
        return new Calculation(
                answer.outcome().code(),
                answer.amount().orElse(null),
                answer.capped(),
                answer.missing(),
                answer.trace());
    }
}
