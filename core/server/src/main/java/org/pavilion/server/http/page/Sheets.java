package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Claim;
import org.pavilion.api.Edition;
import org.pavilion.api.Organisation;
import org.pavilion.api.Person;
import org.pavilion.server.http.PageTools.Part;

/** What the pages of the directory's objects show. */
public final class Sheets {
    private Sheets() {}

    public record OrganisationSheet(
            Organisation organisation, List<Edition> editions, List<Claim> figures, List<Part> parts) {}

    public record PersonSheet(Person person, List<Edition> editions, List<Part> parts) {}

    /**
     * One published figure.
     *
     * @param rivals other claims about the same measure in the same edition
     * @param elsewhere the same measure in other editions
     */
    public record FactSheet(Claim claim, Optional<Edition> edition, List<Claim> rivals, List<Claim> elsewhere) {}

    public record FactList(Edition edition, List<Edition> editions, List<Claim> claims) {}

    /**
     * One page of the list of organisations.
     *
     * @param text what is looked for in names
     * @param next address of the following page
     */
    public record OrganisationList(
            String text,
            Optional<String> role,
            List<String> roles,
            List<Organisation> organisations,
            int total,
            Optional<String> next) {}
}
