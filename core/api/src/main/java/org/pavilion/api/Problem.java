package org.pavilion.api;

import org.jspecify.annotations.Nullable;

/**
 * The one failure a handler throws on purpose; rendered as RFC 9457 {@code
 * application/problem+json}, or as a readable page for a browser.
 *
 * <p>{@code code} is dotted and stable ({@code deal.version-conflict}), {@code detail} one sentence
 * for a person, {@code pointer} an RFC 6901 pointer to the faulty part of the input.
 */
@Stable
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;
    private final @Nullable String pointer;
    private final long retryAfterMs;

    public Problem(String code, int status, String detail) {
        this(code, status, detail, null, 0, null);
    }

    private Problem(
            String code,
            int status,
            String detail,
            @Nullable String pointer,
            long retryAfterMs,
            @Nullable Throwable cause) {
        super(detail, cause, false, cause != null || status >= 500);
        this.code = code;
        this.status = status;
        this.pointer = pointer;
        this.retryAfterMs = retryAfterMs;
    }

    /** The input at {@code pointer} is not acceptable: 422 with code {@code request.invalid}. */
    public static Problem invalid(String pointer, String detail) {
        return new Problem("request.invalid", 422, detail, pointer, 0, null);
    }

    /** No such object, or none this caller may know of: 404. */
    public static Problem notFound(String what) {
        return new Problem("not-found", 404, what + " does not exist");
    }

    /** The same problem with a pointer to the faulty part of the input. */
    public Problem at(String where) {
        return new Problem(code, status, detail(), where, retryAfterMs, getCause());
    }

    /** The same problem telling the client when a retry may succeed, in milliseconds. */
    public Problem retryAfter(long ms) {
        return new Problem(code, status, detail(), pointer, ms, getCause());
    }

    /** The same problem remembering what caused it; the cause is logged, never shown. */
    public Problem causedBy(Throwable cause) {
        return new Problem(code, status, detail(), pointer, retryAfterMs, cause);
    }

    public String code() {
        return code;
    }

    /** HTTP status, 400–599. */
    public int status() {
        return status;
    }

    public String detail() {
        var text = getMessage();
        return text == null ? "" : text;
    }

    /** RFC 6901 JSON pointer into the request body, or null. */
    public @Nullable String pointer() {
        return pointer;
    }

    /** Milliseconds after which a retry may succeed; 0 when none is promised. */
    public long retryAfterMs() {
        return retryAfterMs;
    }
}
