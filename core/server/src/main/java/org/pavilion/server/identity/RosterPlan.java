package org.pavilion.server.identity;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Language;
import org.pavilion.api.Scope;

/** What would become of each line of a table of people. */
public record RosterPlan(List<Entry> entries) {
    /** What happens to somebody. */
    public enum Kind {
        /** Gets a letter and an account that waits for it. */
        INVITED,
        /** Has an account and gets the role. */
        GRANTED,
        /** Has an account and holds the role already. */
        SAME,
        FAULT
    }

    /**
     * One line.
     *
     * @param code what is wrong with it, {@code email}, {@code twice:4}; empty when nothing is
     */
    public record Entry(
            int line,
            String email,
            String name,
            Language language,
            Optional<Role> role,
            Scope scope,
            Kind kind,
            String code) {}

    public long count(Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).count();
    }

    /** Lines that need a look. */
    public List<Entry> faults() {
        return entries.stream().filter(entry -> entry.kind() == Kind.FAULT).toList();
    }

    /** How many would be invited or get a role. */
    public long acts() {
        return count(Kind.INVITED) + count(Kind.GRANTED);
    }
}
