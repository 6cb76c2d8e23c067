package org.pavilion.plugin.trading;

import java.util.List;

/**
 * An agency with what its organisation offers and signed.
 *
 * @param special offers in a field that the agency names as its speciality
 */
public record AgencyView(AgencyCard card, List<OfferCard> offers, List<OfferCard> special, List<DealCard> deals) {}
