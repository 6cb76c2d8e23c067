package org.pavilion.api;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** One call, already authenticated and within its limits. Belongs to the thread of the handler. */
@Stable
public interface Request {
    Caller caller();

    Language language();

    /** The edition named by the query parameter {@code edition}, else the current one. */
    Edition edition();

    /** A {@code {param}} of the route's path, decoded. */
    String path(String name);

    /** The first value of a query parameter; blank counts as absent. */
    Optional<String> query(String name);

    List<String> queryAll(String name);

    /** A whole number in the range, or {@code fallback}; anything else is {@code request.invalid}. */
    int query(String name, int fallback, int min, int max);

    Optional<String> header(String name);

    /** The bound body; a misfit is {@code request.invalid} with a pointer. */
    <T extends Record> T body(Class<T> takes);

    /** The raw body, for uploads; ends with {@code request.too-large} past the route's limit. */
    InputStream stream();

    /** The version of {@code If-Match: "7"}. */
    Optional<Long> ifMatch();

    Optional<String> idempotencyKey();
}
