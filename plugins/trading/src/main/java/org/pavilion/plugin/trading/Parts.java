package org.pavilion.plugin.trading;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which deals a published total contains: those it names itself, else the named deals of its
 * edition, which is our inference and marked so.
 */
record Parts(Collection<Deal> all) {

    List<Deal> of(Deal total) {
        return all.stream().filter(deal -> contains(total, deal)).toList();
    }

    /** The published total a deal is part of. */
    Optional<Deal> around(Deal deal) {
        return all.stream()
                .filter(Deal::aggregates)
                .filter(total -> contains(total, deal))
                .findFirst();
    }

    boolean inferred(Deal total) {
        return total.components().isEmpty();
    }

    private static boolean contains(Deal total, Deal deal) {
        if (deal.aggregates()) {
            return false;
        }
        return total.components().isEmpty()
                ? deal.edition().equals(total.edition())
                        && !deal.beforeEdition().orElse(false)
                : total.components().contains(deal.id());
    }
}
