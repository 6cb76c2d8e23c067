package org.pavilion.testing;

import java.net.http.HttpHeaders;
import org.pavilion.server.json.Json;

/** What the server answered. */
public record Answer(String call, int status, HttpHeaders headers, String body) {
    /** Fails with the body when the status is another one. */
    public Answer expect(int wanted) {
        if (status != wanted) {
            throw new AssertionError(call + " answered " + status + ", not " + wanted + ": " + body);
        }
        return this;
    }

    /** The JSON body as a record; members it does not name are ignored. */
    public <T> T as(Class<T> type) {
        return new Json().view(body, type);
    }
}
