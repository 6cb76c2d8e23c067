package org.pavilion.server.identity.oidc;

import java.util.Optional;

/**
 * What the provider says about who signed in.
 *
 * @param email only an address that the provider has verified
 */
public record Claims(String issuer, String subject, Optional<String> email, Optional<String> name) {
    @Override
    public String toString() {
        return "Claims[***]";
    }
}
