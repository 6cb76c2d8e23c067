package org.pavilion.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Problem;

/** Names and values of a query string or an urlencoded body, in order. */
final class Query {
    private static final int MOST = 1000;

    private Query() {}

    static Map<String, List<String>> parse(@Nullable String text) {
        var values = new LinkedHashMap<String, List<String>>();
        if (text == null || text.isEmpty()) {
            return values;
        }
        int count = 0;
        for (var pair : text.split("&", -1)) {
            if (++count > MOST) {
                throw new Problem("request.malformed", 400, "too many parameters");
            }
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                var name = decode(equals < 0 ? pair : pair.substring(0, equals));
                values.computeIfAbsent(name, n -> new ArrayList<>())
                        .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem("request.malformed", 400, "not valid percent-encoding");
        }
    }
}
