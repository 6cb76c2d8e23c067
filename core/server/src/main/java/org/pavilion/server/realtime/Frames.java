package org.pavilion.server.realtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;

/** What the server says besides batches and state, as text frames. */
final class Frames {
    private Frames() {}

    /** @param id of the request; null when it could not be read */
    static byte[] ok(Json json, @Nullable Number id, Object answer) {
        return json.bytes(Arrays.asList("ok", id, answer));
    }

    static byte[] error(Json json, @Nullable Number id, Problem problem) {
        return json.bytes(Arrays.asList("error", id, body(problem)));
    }

    /** The members that problem+json has too. */
    static Map<String, Object> body(Problem problem) {
        var body = new LinkedHashMap<String, Object>();
        body.put("code", problem.code());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        var pointer = problem.pointer();
        if (pointer != null) {
            body.put("pointer", pointer);
        }
        if (problem.retryAfterMs() > 0) {
            body.put("retryAfterMs", problem.retryAfterMs());
        }
        return body;
    }

    /** Events {@code from} to {@code to} inclusive were skipped. */
    static byte[] gap(String topic, long from, long to) {
        return bytes("[\"gap\",{\"topic\":\"" + topic + "\",\"from\":" + from + ",\"to\":" + to + "}]");
    }

    /** Nothing more comes on this topic. */
    static byte[] closed(String topic, String code) {
        return bytes("[\"closed\",{\"topic\":\"" + topic + "\",\"code\":\"" + code + "\"}]");
    }

    /** The server leaves; come back after a random time between the two. */
    static byte[] bye(long fromMs, long toMs) {
        return bytes("[\"bye\",{\"retryMs\":[" + fromMs + "," + toMs + "]}]");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
