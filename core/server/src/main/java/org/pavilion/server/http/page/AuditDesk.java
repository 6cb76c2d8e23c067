package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.server.audit.AuditEntry;
import org.pavilion.server.audit.AuditState;

/**
 * The audit as a page shows it.
 *
 * @param filters what was asked, as it was typed
 * @param next address of the following page
 * @param table address of the same acts as CSV
 * @param refusal the field of the filter that is no date; empty when all are
 */
public record AuditDesk(
        AuditState state,
        List<Act> acts,
        Filters filters,
        Optional<String> next,
        String table,
        Optional<String> refusal) {

    public record Filters(String actor, String action, String object, String from, String until) {}

    /**
     * One row.
     *
     * @param word the action without its version; the house has words for those it knows
     * @param desk page of the organiser's area that shows the object; empty when its own page does
     * @param object what it was done to, when that has a page of its own
     */
    public record Act(AuditEntry entry, String word, Optional<String> desk, Optional<Ref> object) {}
}
