package org.pavilion.plugin.trading;

import org.pavilion.api.Quantity;
import org.pavilion.api.Text;

/** A share with both its terms, which count the same thing in the same unit. */
public record Share(Text name, Quantity numerator, Quantity denominator, Quantity value) {}
