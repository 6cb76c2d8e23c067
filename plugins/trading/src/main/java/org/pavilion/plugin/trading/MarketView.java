package org.pavilion.plugin.trading;

import java.util.List;
import java.util.Optional;

/**
 * The market as one visitor narrowed it: offers or demands.
 *
 * @param offers cards when offers are shown, else empty
 * @param demands cards when demands are shown, else empty
 * @param orders names of the orders to choose from, beside the list's own
 */
public record MarketView(
        String kind,
        Selection here,
        List<Facet> facets,
        long total,
        Optional<String> next,
        List<OfferCard> offers,
        List<DemandCard> demands,
        List<String> orders) {}
