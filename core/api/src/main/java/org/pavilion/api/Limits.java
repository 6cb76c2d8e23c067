package org.pavilion.api;

/**
 * What one call of a route may cost.
 *
 * @param bodyBytes largest request body in bytes; more is answered 413
 * @param perMinute calls a minute and caller; 0 = only the general limits
 */
@Stable
public record Limits(long bodyBytes, int perMinute) {
    /** 1 MiB bodies, general rate limits. */
    public static final Limits DEFAULT = new Limits(1 << 20, 0);

    public Limits body(long bytes) {
        return new Limits(bytes, perMinute);
    }

    public Limits perMinute(int calls) {
        return new Limits(bodyBytes, calls);
    }
}
