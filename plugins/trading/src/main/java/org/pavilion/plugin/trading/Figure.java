package org.pavilion.plugin.trading;

import java.util.List;
import org.pavilion.api.Quantity;
import org.pavilion.api.Source;

/**
 * A figure as it stands on screen: how exact it is, where it was read, and the records behind it.
 *
 * @param derived computed by us from published figures, not published itself
 * @param deals ids of the deals it was made from
 */
public record Figure(Quantity quantity, boolean derived, List<String> deals, List<Source> sources) {

    /** A plain number of signings: its column says what is counted. */
    public boolean counts() {
        return quantity.unit().equals(Totals.SIGNINGS) && quantity.qualifier() == Quantity.Qualifier.EXACT;
    }

    static Figure of(Quantity quantity, boolean derived, List<Deal> deals) {
        return new Figure(
                quantity,
                derived,
                deals.stream().map(Deal::id).toList(),
                deals.stream()
                        .flatMap(deal -> deal.source().stream())
                        .map(source -> new Source(source.file(), source.year(), ""))
                        .distinct()
                        .toList());
    }
}
