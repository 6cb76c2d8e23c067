package org.pavilion.server.http.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Problem;

/**
 * What stands in a form: stored values at first, and after a refusal what was typed, with the reason.
 *
 * @param fault field that was refused, or empty
 * @param key message that says why
 * @param detail the refusal in the words of the house, for what a message cannot know
 */
public record Entered(Map<String, String> values, String fault, String key, String detail) {

    static Entered of(Map<String, String> values) {
        return new Entered(values, "", "", "");
    }

    /** The same values after a refusal; keys are the prefix and the field, or the code where the code says more. */
    Entered refused(Problem problem, String prefix) {
        var pointer = Optional.ofNullable(problem.pointer()).orElse("/");
        var field = pointer.substring(1).split("/", -1)[0];
        var coded = problem.code().equals("request.invalid") ? field : problem.code();
        return new Entered(values, field, prefix + coded, problem.detail());
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether this field was refused. */
    public boolean bad(String name) {
        return fault.equals(name);
    }

    /** Values by name, blank where absent. */
    static Map<String, String> values(String... pairs) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return values;
    }
}
