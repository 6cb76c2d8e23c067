package org.pavilion.plugin.trading;

import java.util.List;
import org.pavilion.api.Text;

/** An offer with the names of what it refers to. */
public record OfferCard(Offer offer, List<Named> fields, Text edition, List<Named> owners) {}
