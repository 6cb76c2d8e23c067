package org.pavilion.server.identity;

import java.time.Instant;

/**
 * A fresh sign-in; the only moment its secret is known.
 *
 * @param cookie the opaque value, 256 bits
 * @param until when it ends at the latest, however busy it is
 */
public record Session(String cookie, Instant until) {
    @Override
    public String toString() {
        return "Session[cookie=***, until=" + until + "]";
    }
}
