package org.pavilion.plugin.trading;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Edition;

/** The deals of a scope: figures by type, published totals, and the records behind them. */
public record DealsView(
        DealFigures figures,
        List<Edition> editions,
        Selection here,
        List<Facet> facets,
        List<DealCard> deals,
        long total,
        Optional<String> next) {

    /** The most deals any type has, for the scale of the bars. */
    public double most() {
        return figures.types().stream()
                .mapToDouble(type -> type.deals().quantity().value().doubleValue())
                .max()
                .orElse(1);
    }
}
