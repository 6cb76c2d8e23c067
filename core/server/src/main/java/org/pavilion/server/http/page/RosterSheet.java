package org.pavilion.server.http.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.server.identity.Account;
import org.pavilion.server.identity.Role;
import org.pavilion.server.identity.Roster;
import org.pavilion.server.identity.RosterField;
import org.pavilion.server.identity.RosterPlan;
import org.pavilion.server.imports.SheetTable;

/** What the pages show on which people are invited from a spreadsheet. */
public final class RosterSheet {
    /** Rows that a page lists; the rest is counted. */
    public static final int LISTED = 200;

    private RosterSheet() {}

    /**
     * The upload, then what the columns hold and what would become of the lines.
     *
     * @param columns chosen field by column number
     * @param fault message key of a refusal, or empty
     * @param past lists that were run, the newest first
     */
    public record Import(
            Optional<SheetTable> table,
            Map<Integer, RosterField> columns,
            Optional<RosterPlan> plan,
            List<Role> roles,
            String fault,
            List<Roster> past) {
        public List<RosterField> fields() {
            return List.of(RosterField.values());
        }

        public boolean chosen(int column, RosterField field) {
            return columns.get(column) == field;
        }
    }

    /** A list that was run. */
    public record Report(Roster roster, List<Line> lines) {}

    /** One row of a list; there is no account when it was left out, or nothing is left of the person. */
    public record Line(Roster.Row row, Optional<Account> account) {}
}
