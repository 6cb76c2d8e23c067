package org.pavilion.plugin.exhibition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The conditions of one query and what is bound to them. */
final class Where {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> bound = new HashMap<>();

    Where and(String condition, String name, Object value) {
        conditions.add(condition);
        bound.put(name, value);
        return this;
    }

    Where and(String condition, String name, Optional<?> value) {
        value.ifPresent(present -> and(condition, name, present));
        return this;
    }

    /** Objects of {@code type} that carry the label. */
    Where labelled(String type, String kind, Optional<String> value) {
        return and(
                "exists (select 1 from exhibition_label l where l.owner = '" + type + ":' || id and l.kind = '" + kind
                        + "' and l.value = :" + kind + ")",
                kind,
                value);
    }

    /** Objects whose text contains the words; {@code condition} uses {@code :q}, escaped with {@code !}. */
    Where containing(String condition, Optional<String> words) {
        return and(condition, "q", words.map(Where::pattern));
    }

    private static String pattern(String words) {
        var plain = words.strip().toLowerCase(Locale.ROOT);
        return "%" + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    Map<String, Object> bound() {
        return bound;
    }

    @Override
    public String toString() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
