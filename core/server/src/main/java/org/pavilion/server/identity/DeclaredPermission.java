package org.pavilion.server.identity;

import java.util.Set;
import org.pavilion.api.Permission;
import org.pavilion.api.Text;

/**
 * A right that exists because its owner declared it; whatever nobody declared is refused.
 *
 * @param grants names of the roles that hold it
 */
public record DeclaredPermission(Permission permission, Text title, Set<String> grants) {
    public DeclaredPermission {
        grants = Set.copyOf(grants);
    }
}
