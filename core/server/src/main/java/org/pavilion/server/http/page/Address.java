package org.pavilion.server.http.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A path of this site with its parameters; every change makes a new one. */
public record Address(String path, Map<String, List<String>> parameters) {

    static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** The parameter with exactly these values; none removes it. */
    public Address with(String name, List<String> values) {
        var changed = new LinkedHashMap<>(parameters);
        if (values.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, List.copyOf(values));
        }
        return new Address(path, changed);
    }

    public Address with(String name, String value) {
        return with(name, value.isBlank() ? List.of() : List.of(value));
    }

    /** The parameter with the value added, or taken out when it is there. */
    Address toggled(String name, String value) {
        var values = new ArrayList<>(parameters.getOrDefault(name, List.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        return with(name, values);
    }

    @Override
    public String toString() {
        var query = parameters.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> each.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
