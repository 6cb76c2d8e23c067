package org.pavilion.server.identity;

import java.util.Optional;

/**
 * What a request brings to say who it is from.
 *
 * @param sessionCookie value of the cookie {@link Identity#sessionCookie}
 * @param bearer token of {@code Authorization: Bearer …}
 * @param address the caller's IP address as a literal, after trusted proxies
 * @param guestCookie value of the cookie {@link Identity#guestCookie}
 */
public record Credentials(
        Optional<String> sessionCookie, Optional<String> bearer, String address, Optional<String> guestCookie) {

    /** Somebody who brings nothing. */
    public static Credentials none(String address) {
        return new Credentials(Optional.empty(), Optional.empty(), address, Optional.empty());
    }
}
