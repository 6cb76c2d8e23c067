package org.pavilion.server.identity.oidc;

import java.net.URI;

/**
 * A sign-in on its way through the provider; kept for the browser that began it, for one answer.
 *
 * @param to where the browser goes
 * @param back the address the provider answers to
 */
public record Began(URI to, URI back, String state, String nonce, String verifier) {
    @Override
    public String toString() {
        return "Began[***]";
    }
}
