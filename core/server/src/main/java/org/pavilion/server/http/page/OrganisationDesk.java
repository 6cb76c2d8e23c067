package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Organisation;
import org.pavilion.server.directory.OrganisationMerge;

/**
 * Organisations to look after: the list, or one with its form.
 *
 * @param next address of the following page of the list
 * @param edited the one that the form changes
 * @param merge what merging another record into it would move
 */
public record OrganisationDesk(
        String text,
        List<Organisation> found,
        int total,
        Optional<String> next,
        Typed typed,
        Optional<Organisation> edited,
        Optional<OrganisationMerge> merge,
        Optional<Desk.Notice> notice,
        String undo) {}
