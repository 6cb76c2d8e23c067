package org.pavilion.plugin.trading;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.pavilion.api.Request;

/**
 * What a visitor asked a list for. Each state of a list has one address, see {@link #on}.
 *
 * @param chosen values by name, each name's in order of choice
 */
public record Selection(Map<String, List<String>> chosen) {
    private static final int MOST_VALUES = 12;

    /** Reads the named parameters; all others are none of the list's business. */
    static Selection from(Request request, List<String> names) {
        var chosen = new LinkedHashMap<String, List<String>>();
        for (var name : names) {
            var values = request.queryAll(name).stream()
                    .filter(value -> !value.isBlank())
                    .distinct()
                    .limit(MOST_VALUES)
                    .toList();
            if (!values.isEmpty()) {
                chosen.put(name, values);
            }
        }
        return new Selection(chosen);
    }

    public List<String> all(String name) {
        return chosen.getOrDefault(name, List.of());
    }

    public Optional<String> one(String name) {
        return all(name).stream().findFirst();
    }

    /** The same with the name set to one value, or to none when it is empty; the page begins anew. */
    public Selection with(String name, String value) {
        return changed(name, value.isEmpty() ? List.of() : List.of(value));
    }

    /** The same with the value chosen when it was not, and not chosen when it was. */
    public Selection toggled(String name, String value) {
        var values = new ArrayList<>(all(name));
        if (!values.remove(value)) {
            values.add(value);
        }
        return changed(name, values);
    }

    private Selection changed(String name, List<String> values) {
        var next = new LinkedHashMap<>(chosen);
        next.remove("after");
        next.remove(name);
        if (!values.isEmpty()) {
            next.put(name, List.copyOf(values));
        }
        return new Selection(next);
    }

    /** Whether anything narrows the list, order and page aside. */
    public boolean narrowed() {
        return chosen.keySet().stream()
                .anyMatch(name -> !List.of("kind", "sort", "after").contains(name));
    }

    /** The address of this state on a page; a query the page's address has already is left out. */
    public String on(String page) {
        int mark = page.indexOf('?');
        var path = mark < 0 ? page : page.substring(0, mark);
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        chosen.forEach((name, values) ->
                values.forEach(value -> query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return path + query;
    }
}
