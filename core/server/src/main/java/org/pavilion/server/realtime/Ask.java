package org.pavilion.server.realtime;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;

/**
 * One frame of a client: {@code [name, id, body]}.
 *
 * @param id the client's counter, repeated in the reply
 * @param body an object as the JSON tree it is
 */
record Ask(String name, Number id, Object body) {
    private static final int PARTS = 3;

    /** Refuses what has another shape with {@code protocol.malformed}. */
    static Ask read(Json json, String text) {
        @Nullable Object[] parts;
        try {
            parts = json.read(text, Object[].class);
        } catch (Problem e) {
            throw malformed();
        }
        if (parts.length == PARTS
                && parts[0] instanceof String name
                && parts[1] instanceof Number id
                && (id instanceof Integer || id instanceof Long || id instanceof BigInteger)
                && parts[2] instanceof java.util.Map<?, ?> body) {
            return new Ask(name, id, body);
        }
        throw malformed();
    }

    private static Problem malformed() {
        return new Problem("protocol.malformed", 400, "A frame is [name, number, object]");
    }
}
