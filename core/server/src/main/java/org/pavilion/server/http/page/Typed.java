package org.pavilion.server.http.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pavilion.api.Problem;

/**
 * A form as it was typed, with what is wrong about it beside each field. The empty name is the form as
 * a whole.
 */
public record Typed(Map<String, String> values, Map<String, String> errors) {
    public static final Typed NOTHING = new Typed(Map.of(), Map.of());

    public Typed {
        values = Map.copyOf(values);
        errors = Map.copyOf(errors);
    }

    static Typed of(Map<String, String> values) {
        return new Typed(values, Map.of());
    }

    /** The same with what the problem says, at the field it points to. */
    Typed refused(Problem problem) {
        var pointer = problem.pointer();
        var name =
                pointer == null || pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
        var wrong = new LinkedHashMap<>(errors);
        wrong.put(name, problem.detail());
        return new Typed(values, wrong);
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean is(String name, String value) {
        return value(name).equals(value);
    }

    /** What is wrong with the field; empty when nothing is. */
    public String error(String name) {
        return errors.getOrDefault(name, "");
    }

    public boolean wrong() {
        return !errors.isEmpty();
    }

    /** What is wrong and stands at none of these fields. */
    public List<String> elsewhere(String... fields) {
        var shown = List.of(fields);
        return errors.entrySet().stream()
                .filter(each -> !shown.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
