package org.pavilion.server.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Method;

/** One HTTP exchange on its way through the pipeline. Belongs to the thread that serves it. */
final class Exchange {
    private final Context context;
    private final String id;
    private final String address;
    private final long started = System.nanoTime();
    private @Nullable Caller caller;
    private String route = "unmatched";
    private boolean shared = true;

    /** @param address of the client, proxies aside */
    Exchange(Context context, String id, String address) {
        this.context = context;
        this.id = id;
        this.address = address;
    }

    Context context() {
        return context;
    }

    HttpServletRequest servlet() {
        return context.req();
    }

    /** Request id, in the answer as {@code X-Request-Id} and in the log. */
    String id() {
        return id;
    }

    String address() {
        return address;
    }

    double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    /** The decoded path as it came, with language prefix. */
    String fullPath() {
        var path = servlet().getPathInfo();
        return path == null || path.isEmpty() ? "/" : path;
    }

    /** The decoded path without language prefix. */
    String path() {
        return SitePaths.withoutLanguage(fullPath());
    }

    Language language() {
        return SitePaths.language(fullPath());
    }

    boolean head() {
        return servlet().getMethod().equals("HEAD");
    }

    /** The method to answer by; HEAD is answered like GET. Empty for methods the house does not know. */
    Optional<Method> method() {
        return switch (servlet().getMethod()) {
            case "GET", "HEAD" -> Optional.of(Method.GET);
            case "POST" -> Optional.of(Method.POST);
            case "PUT" -> Optional.of(Method.PUT);
            case "PATCH" -> Optional.of(Method.PATCH);
            case "DELETE" -> Optional.of(Method.DELETE);
            default -> Optional.empty();
        };
    }

    boolean unsafe() {
        return method().filter(m -> m != Method.GET).isPresent();
    }

    boolean api() {
        return fullPath().startsWith("/api/");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(servlet().getHeader(name));
    }

    Optional<String> cookie(String name) {
        var cookies = servlet().getCookies();
        if (cookies != null) {
            for (var each : cookies) {
                if (each.getName().equals(name)) {
                    return Optional.of(each.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the client is a browser that wants a page rather than JSON. */
    boolean wantsPage() {
        return Accept.html(header("Accept"));
    }

    /** Whether the body is one that an HTML form sends. */
    boolean form() {
        var type = servlet().getContentType();
        return type != null
                && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"));
    }

    /**
     * Takes in what the client still sends; no answer leaves before. A client that waits for leave to
     * send ({@code Expect: 100-continue}) is not asked to.
     */
    void discardBody() throws IOException {
        if (unsafe() && header("Expect").isEmpty()) {
            LimitedBody.discard(servlet().getInputStream());
        }
    }

    void caller(Caller value) {
        caller = value;
    }

    Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    /** The template of the route that answers, for metrics. */
    void route(String template) {
        route = template;
    }

    String route() {
        return route;
    }

    /** The route needs a right: its answer depends on who asks and caches must keep out. */
    void personal() {
        shared = false;
    }

    /** Whether the page is one of those that only signed-in people see. */
    boolean personalPage() {
        return !shared;
    }

    /** Whether any cache may keep the answer. */
    boolean shared() {
        return shared && (caller == null || caller.kind() == Caller.Kind.GUEST);
    }
}
