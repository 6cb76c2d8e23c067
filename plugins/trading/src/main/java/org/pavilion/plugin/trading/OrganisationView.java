package org.pavilion.plugin.trading;

import java.util.List;

/** What an organisation offers and signed. */
public record OrganisationView(List<OfferCard> offers, List<DealCard> deals) {}
