package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import org.pavilion.server.identity.Account;
import org.pavilion.server.identity.Grant;
import org.pavilion.server.identity.KeptLetter;
import org.pavilion.server.identity.OpenSession;
import org.pavilion.server.identity.Role;
import org.pavilion.server.identity.Sanction;

/** What the pages about people and their roles show. */
public final class PeopleSheet {
    private PeopleSheet() {}

    /**
     * The list of everybody.
     *
     * @param role the one that is filtered by; empty for everybody
     * @param letters links that no mail took to their people
     */
    public record People(
            List<Line> lines,
            String text,
            String role,
            Optional<String> next,
            List<Role> roles,
            Typed typed,
            Optional<Bulk> bulk,
            Optional<Desk.Notice> notice,
            List<KeptLetter> letters) {}

    public record Line(Account account, List<Held> held) {}

    /** A role of somebody with its title, when a running plugin or the house still declares it. */
    public record Held(Grant grant, Optional<Role> role, boolean ended) {}

    /** What is about to happen to several people. */
    public record Bulk(List<Account> people, Role role, String scope, boolean give) {}

    public record Person(
            Account account,
            List<Held> held,
            List<Role> roles,
            List<OpenSession> sessions,
            List<Sanction> record,
            Typed typed,
            Optional<Desk.Notice> notice,
            String undo) {}
}
