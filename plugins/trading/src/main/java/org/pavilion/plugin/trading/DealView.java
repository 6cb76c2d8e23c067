package org.pavilion.plugin.trading;

import java.util.List;
import java.util.Optional;

/**
 * A deal with its parties, the offer it is about, and how it stands to a published total.
 *
 * @param inside the published total it is part of
 * @param sum what a published total contains
 */
public record DealView(
        DealCard card,
        Optional<Deal> inside,
        boolean insideInferred,
        Optional<Sum> sum,
        List<DealCard> parts,
        Optional<Offer> offer) {}
