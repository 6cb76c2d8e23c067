package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import org.pavilion.server.identity.Account;
import org.pavilion.server.identity.Likely;
import org.pavilion.server.identity.MergePlan;

/** What the pages show on which accounts of one person become one. */
public final class MergeSheet {
    private MergeSheet() {}

    public record Duplicates(List<Likely> likely) {}

    /**
     * Two accounts before they become one.
     *
     * @param plan what would happen; empty as long as there is no second account, or it may not be
     * @param into what was asked for
     */
    public record Two(Account goes, Optional<MergePlan> plan, String into, Typed typed) {}
}
