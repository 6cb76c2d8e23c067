package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import org.pavilion.server.identity.Fitting;
import org.pavilion.server.identity.Role;
import org.pavilion.server.identity.TraitGrant;

/**
 * Roles that come with traits.
 *
 * @param fitting who would have the role that is being given
 */
public record TraitSheet(
        List<Line> lines, List<Role> roles, Typed typed, Optional<Fitting> fitting, Optional<Desk.Notice> notice) {

    /** A role with its title, when a running plugin or the house still declares it. */
    public record Line(TraitGrant grant, Optional<Role> role) {}
}
