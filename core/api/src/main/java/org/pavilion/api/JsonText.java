package org.pavilion.api;

/**
 * Records to and from JSON text, for a column nobody filters on. Reading is strict, as it is for
 * request bodies: unknown, duplicate and missing members are refused.
 */
@Stable
public interface JsonText {
    /** Compact JSON; the same value always gives the same text. */
    String text(Object value);

    /** A misfit is {@code request.invalid} with a pointer. */
    <T> T read(String json, Class<T> type);
}
