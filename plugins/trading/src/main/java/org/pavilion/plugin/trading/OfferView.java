package org.pavilion.plugin.trading;

import java.util.List;

/**
 * An offer with the demands it answers, the deals already signed for it and offers like it.
 */
public record OfferView(
        OfferCard card,
        List<MatchCard> matches,
        List<MatchCard> unfit,
        List<DealCard> deals,
        List<OfferCard> similar) {}
