package org.pavilion.plugin.policy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A page's address with what was chosen in its query; made from another by setting or leaving out names. */
public record Address(String path, List<Map.Entry<String, String>> query) {
    public Address {
        query = List.copyOf(query);
    }

    /** The same with a name set to one value; an empty value leaves it out. */
    public Address with(String name, String value) {
        var changed = without(name);
        if (value.isEmpty()) {
            return changed;
        }
        var more = new ArrayList<>(changed.query);
        more.add(Map.entry(name, value));
        return new Address(path, more);
    }

    /** The same without a name. */
    public Address without(String name) {
        return new Address(
                path, query.stream().filter(pair -> !pair.getKey().equals(name)).toList());
    }

    @Override
    public String toString() {
        var joined = query.stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return joined.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + joined;
    }
}
