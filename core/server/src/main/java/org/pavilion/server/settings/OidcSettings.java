package org.pavilion.server.settings;

import java.net.URI;

/**
 * A provider whose accounts sign in here (OpenID Connect).
 *
 * @param issuer its address; what it is able to do is read below it
 * @param clientId as the provider knows this house
 * @param secret shared with the provider
 * @param name what the button says
 */
public record OidcSettings(URI issuer, String clientId, String secret, String name) {
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + ", secret=***]";
    }
}
