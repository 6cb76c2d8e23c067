package org.pavilion.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Caller;
import org.pavilion.api.Directory;
import org.pavilion.api.Edition;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.server.json.Json;

/** What a handler sees of an exchange. */
final class HttpRequest implements Request, AutoCloseable {
    private final Exchange exchange;
    private final Caller caller;
    private final Language language;
    private final Map<String, String> parameters;
    private final long bodyLimit;
    private final Json json;
    private final Directory directory;
    private final Map<String, List<String>> query;
    private @Nullable InputStream body;
    private @Nullable Multipart multipart;
    private @Nullable Edition edition;

    /**
     * A request on its way to its handler.
     *
     * @param bodyLimit bytes; 0 for a request whose body is spent, as on the page of its failure
     */
    HttpRequest(
            Exchange exchange,
            Caller caller,
            Language language,
            Map<String, String> parameters,
            long bodyLimit,
            Json json,
            Directory directory) {
        this.exchange = exchange;
        this.caller = caller;
        this.language = language;
        this.parameters = parameters;
        this.bodyLimit = bodyLimit;
        this.json = json;
        this.directory = directory;
        this.query = Query.parse(exchange.servlet().getQueryString());
    }

    Exchange exchange() {
        return exchange;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public Edition edition() {
        var known = edition;
        if (known == null) {
            known = query("edition")
                    .map(id -> directory.edition(id).orElseThrow(() -> Problem.notFound("this edition")))
                    .orElseGet(directory::current);
            edition = known;
        }
        return known;
    }

    @Override
    public String path(String name) {
        var value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no parameter " + name);
        }
        return value;
    }

    @Override
    public Optional<String> query(String name) {
        return queryAll(name).stream().findFirst().filter(value -> !value.isBlank());
    }

    /** Fields that a form sends beside a file count as parameters, so that an upload works without script. */
    @Override
    public List<String> queryAll(String name) {
        var values = query.get(name);
        if (values == null && bodyLimit > 0 && isMultipart()) {
            values = multipart().fields().get(name);
        }
        return values == null ? List.of() : List.copyOf(values);
    }

    @Override
    public int query(String name, int fallback, int min, int max) {
        var text = query(name);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw notInRange(name, min, max);
        }
        throw notInRange(name, min, max);
    }

    private static Problem notInRange(String name, int min, int max) {
        return Problem.invalid("/" + name, "a whole number from " + min + " to " + max + " is required");
    }

    @Override
    public Optional<String> header(String name) {
        return exchange.header(name);
    }

    @Override
    public <T extends Record> T body(Class<T> takes) {
        var type = contentType();
        if (type.isEmpty() || type.equals("application/json") || type.endsWith("+json")) {
            return json.read(bytes(), takes);
        }
        if (type.equals("application/x-www-form-urlencoded")) {
            var text = new String(bytes(), java.nio.charset.StandardCharsets.UTF_8);
            return json.convert(FormTree.of(Query.parse(text), takes), takes);
        }
        if (isMultipart()) {
            return json.convert(FormTree.of(multipart().fields(), takes), takes);
        }
        throw new Problem("request.media-type", 415, "send JSON or a form, not " + type);
    }

    @Override
    public InputStream stream() {
        if (isMultipart()) {
            return multipart().file().orElseThrow(() -> Problem.invalid("", "the form carries no file"));
        }
        return raw();
    }

    @Override
    public Optional<Long> ifMatch() {
        return header("If-Match").map(value -> {
            if (!value.matches("\"\\d{1,18}\"")) {
                throw new Problem("request.malformed", 400, "If-Match must be a version in quotes");
            }
            return Long.valueOf(value.substring(1, value.length() - 1));
        });
    }

    @Override
    public Optional<String> idempotencyKey() {
        return header("Idempotency-Key").map(key -> {
            if (key.isBlank() || key.length() > 200) {
                throw new Problem("request.malformed", 400, "Idempotency-Key must have 1 to 200 characters");
            }
            return key;
        });
    }

    @Override
    public void close() {
        if (multipart != null) {
            multipart.close();
        }
    }

    private boolean isMultipart() {
        return contentType().equals("multipart/form-data");
    }

    private Multipart multipart() {
        var known = multipart;
        if (known == null) {
            known = Multipart.read(raw(), exchange.servlet().getContentType());
            multipart = known;
        }
        return known;
    }

    private byte[] bytes() {
        try {
            return raw().readAllBytes();
        } catch (IOException e) {
            throw Failures.reading(e);
        }
    }

    private InputStream raw() {
        var known = body;
        if (known == null) {
            try {
                var in = exchange.servlet().getInputStream();
                if (exchange.servlet().getContentLengthLong() > bodyLimit) {
                    throw LimitedBody.tooLarge(bodyLimit, in);
                }
                known = new LimitedBody(in, bodyLimit);
            } catch (IOException e) {
                throw Failures.reading(e);
            }
            body = known;
        }
        return known;
    }

    private String contentType() {
        var type = exchange.servlet().getContentType();
        if (type == null) {
            return "";
        }
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
