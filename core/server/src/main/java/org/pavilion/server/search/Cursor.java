package org.pavilion.server.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pavilion.api.Problem;

/** Where the next page begins, bound to the question it belongs to. */
final class Cursor {
    /** Hits further down are not shown: narrow the question instead. */
    static final int MAX_DEPTH = 1000;

    private Cursor() {}

    static int offset(SearchRequest request) {
        if (request.cursor().isEmpty()) {
            return 0;
        }
        try {
            var parts = new String(
                            Base64.getUrlDecoder().decode(request.cursor().get()), StandardCharsets.US_ASCII)
                    .split("\\.", -1);
            int offset = Integer.parseInt(parts[0]);
            if (parts.length == 2 && parts[1].equals(question(request)) && offset > 0 && offset < MAX_DEPTH) {
                return offset;
            }
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/cursor", "not a cursor of this search").causedBy(e);
        }
        throw Problem.invalid("/cursor", "not a cursor of this search");
    }

    static Optional<String> at(SearchRequest request, int offset, boolean more) {
        if (!more || offset >= MAX_DEPTH) {
            return Optional.empty();
        }
        var token = offset + "." + question(request);
        return Optional.of(
                Base64.getUrlEncoder().withoutPadding().encodeToString(token.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String question(SearchRequest request) {
        var filters = new TreeMap<String, Object>();
        request.filters().forEach((facet, values) -> filters.put(facet, new TreeSet<>(values)));
        return Integer.toHexString(
                Objects.hash(request.q(), filters.toString(), request.sort().name()));
    }
}
