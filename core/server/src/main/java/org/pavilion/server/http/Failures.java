package org.pavilion.server.http;

import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one renderer of failures: RFC 9457 for programs, a readable page for people, an id for the log. */
final class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private static final long QUIET_NANOS = 1_000_000_000L;

    private final Json json;
    private final Layout layout;
    private final AtomicLong turnedAway = new AtomicLong();
    private final AtomicLong told = new AtomicLong(System.nanoTime() - QUIET_NANOS);

    Failures(Json json, Layout layout) {
        this.json = json;
        this.layout = layout;
    }

    /** What a client did not finish sending, or sent too slowly. */
    static Problem reading(IOException e) {
        return Causes.find(e, Problem.class)
                .orElseGet(() -> new Problem("request.incomplete", 400, "the body did not arrive").causedBy(e));
    }

    /** Renders the failure, unless the answer has begun: then the connection is cut, so that nobody takes it for whole. */
    void render(Exchange x, Throwable thrown) throws IOException {
        var problem = problem(thrown);
        record(x, problem, thrown);
        if (x.context().res().isCommitted()) {
            throw new EofException(thrown);
        }
        x.discardBody();
        answer(x, problem);
    }

    private void answer(Exchange x, Problem problem) throws IOException {
        var response = x.context().res();
        response.resetBuffer();
        for (var stale :
                java.util.List.of("ETag", "Content-Encoding", "Content-Disposition", "Content-Length", "Location")) {
            response.setHeader(stale, null);
        }
        response.setHeader("Cache-Control", "no-store");
        if (problem.retryAfterMs() > 0) {
            response.setHeader("Retry-After", Long.toString((problem.retryAfterMs() + 999) / 1000));
        }
        if (problem.status() == 401) {
            response.setHeader(
                    "WWW-Authenticate", problem.code().equals("stream.key") ? "Basic realm=\"stream\"" : "Bearer");
        }
        if (x.wantsPage() && (!x.api() || x.form())) {
            var page = layout.failure(x, problem).getBytes(StandardCharsets.UTF_8);
            Sender.bytes(x, problem.status(), "text/html; charset=utf-8", page, null);
        } else {
            Sender.bytes(
                    x,
                    problem.status(),
                    "application/problem+json",
                    json.bytes(body(problem, x.fullPath(), x.id())),
                    null);
        }
    }

    /** The members of RFC 9457 and ours. */
    static Map<String, Object> body(Problem problem, String path, String id) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:pavilion:problem:" + problem.code());
        body.put("title", title(problem.status()));
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        body.put("code", problem.code());
        var pointer = problem.pointer();
        if (pointer != null) {
            body.put("pointer", pointer);
        }
        if (problem.retryAfterMs() > 0) {
            body.put("retryAfterMs", problem.retryAfterMs());
        }
        body.put("instance", path);
        body.put("id", id);
        return body;
    }

    static String title(int status) {
        return HttpStatus.forStatus(status).getMessage();
    }

    private static Problem problem(Throwable thrown) {
        if (thrown instanceof Problem own) {
            return own;
        }
        var http = Causes.find(thrown, HttpException.RuntimeException.class).orElse(null);
        if (http != null && http.getCode() >= 400 && http.getCode() < 500) {
            var code = switch (http.getCode()) {
                case 408 -> "request.timeout";
                case 413 -> "request.too-large";
                default -> "request.malformed";
            };
            return new Problem(code, http.getCode(), title(http.getCode()));
        }
        return new Problem("server.fault", 500, "Something went wrong on our side").causedBy(thrown);
    }

    /** Faults of ours are logged with their id; what a client did wrong is no news. */
    private void record(Exchange x, Problem problem, Throwable thrown) {
        if (Causes.find(thrown, EofException.class).isPresent()) {
            log.debug("client left: {} {}", x.servlet().getMethod(), x.route());
        } else if (problem.status() == 500) {
            log.error("{} {} failed with {} [{}]", x.servlet().getMethod(), x.route(), problem.code(), x.id(), thrown);
        } else if (problem.status() > 500) {
            turnedAway(x, problem);
        }
    }

    /** A crowd that is turned away fills no disk: one line a second, with how many there were. */
    private void turnedAway(Exchange x, Problem problem) {
        long many = turnedAway.incrementAndGet();
        long before = told.get();
        long now = System.nanoTime();
        if (now - before >= QUIET_NANOS && told.compareAndSet(before, now)) {
            turnedAway.addAndGet(-many);
            log.warn(
                    "{} {} answered {} {} [{}], {} like it since the last line",
                    x.servlet().getMethod(),
                    x.route(),
                    problem.status(),
                    problem.code(),
                    x.id(),
                    many - 1);
        }
    }
}
