package org.pavilion.server.identity;

import java.time.Instant;
import java.util.Set;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;

/**
 * What a machine may do in its issuer's stead: some of the issuer's rights, within a scope, until a day.
 *
 * @param name what it is for, in the issuer's words
 */
public record Token(
        String id, Ref issuer, String name, Set<Permission> permissions, Scope scope, Instant until, Instant at) {
    Ref ref() {
        return new Ref("token", id);
    }
}
