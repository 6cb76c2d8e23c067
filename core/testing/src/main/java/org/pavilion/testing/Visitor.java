package org.pavilion.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.pavilion.server.json.Json;

/** Calls the server as somebody. Paths of the verbs lie below {@code /api/plugins/<id>}. */
public final class Visitor {
    private final HttpClient http;
    private final URI server;
    private final String base;
    private final Map<String, String> headers;
    private final Json json = new Json();

    Visitor(HttpClient http, URI server, String base, Map<String, String> headers) {
        this.http = http;
        this.server = server;
        this.base = base;
        this.headers = headers;
    }

    /** The same caller, sending a header with every call, e.g. {@code If-Match}. */
    public Visitor with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Visitor(http, server, base, Map.copyOf(more));
    }

    public Answer get(String path) {
        return send("GET", base + path, null);
    }

    /** The body is written as JSON. */
    public Answer post(String path, Object body) {
        return send("POST", base + path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", base + path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", base + path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", base + path, null);
    }

    /** Any path of the site, e.g. the page {@code /en/guests}. */
    public Answer page(String path) {
        return send("GET", path, null);
    }

    private Answer send(String method, String path, @org.jspecify.annotations.Nullable Object body) {
        var request = HttpRequest.newBuilder(server.resolve(path));
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(json.bytes(body)));
        }
        headers.forEach(request::header);
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(method + " " + path, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + method + " " + path, e);
        }
    }
}
