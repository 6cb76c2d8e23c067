package org.pavilion.server.directory;

import java.util.Optional;

/**
 * Which organisations to list.
 *
 * @param edition only those that took part in it
 * @param role only those with the role, e.g. {@code exhibitor}
 * @param text part of a name or alias in either language
 * @param after cursor of the page before
 * @param limit 1–200
 */
public record OrganisationQuery(
        Optional<String> edition, Optional<String> role, Optional<String> text, Optional<String> after, int limit) {

    /** The first page of all. */
    public static OrganisationQuery first(int limit) {
        return new OrganisationQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }
}
