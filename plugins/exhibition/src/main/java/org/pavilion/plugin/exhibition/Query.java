package org.pavilion.plugin.exhibition;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/** Links of pages with their query: one page has one address. */
public final class Query {
    private Query() {}

    /** The path, which may have a query already, with names set to values; an empty value removes the name. */
    public static String of(String path, String... pairs) {
        int mark = path.indexOf('?');
        var query = new LinkedHashMap<String, String>();
        if (mark >= 0) {
            for (var pair : path.substring(mark + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                query.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            if (pairs[i + 1].isEmpty()) {
                query.remove(pairs[i]);
            } else {
                query.put(pairs[i], URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
            }
        }
        var plain = mark < 0 ? path : path.substring(0, mark);
        return query.isEmpty()
                ? plain
                : plain
                        + query.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining("&", "?", ""));
    }
}
