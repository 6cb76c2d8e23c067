package org.pavilion.plugin.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.pavilion.api.Quantity;
import org.pavilion.api.Quantity.Qualifier;

/** Differences and shares of published figures; the qualifier always goes with them. */
final class Arithmetic {
    private static final int PLACES = 4;

    private Arithmetic() {}

    /** The difference, or empty when there is none: other units, bounds that say nothing, or below zero. */
    static Optional<Quantity> minus(Quantity total, Quantity part) {
        return total.plus(new Quantity(part.value().negate(), part.unit(), mirrored(part.qualifier())))
                .filter(rest -> rest.value().signum() >= 0);
    }

    /** The part's share of the total, a ratio of four places; empty when they count different things. */
    static Optional<Quantity> share(Quantity part, Quantity total) {
        if (!part.unit().equals(total.unit()) || total.value().signum() <= 0) {
            return Optional.empty();
        }
        var value = part.value().divide(total.value(), PLACES, RoundingMode.HALF_UP);
        return new Quantity(value, "ratio", part.qualifier())
                .plus(new Quantity(BigDecimal.ZERO, "ratio", mirrored(total.qualifier())));
    }

    /** Taking away a lower bound leaves an upper one, and so does dividing by it. */
    private static Qualifier mirrored(Qualifier qualifier) {
        return switch (qualifier) {
            case GT -> Qualifier.LT;
            case GTE -> Qualifier.LTE;
            case LT -> Qualifier.GT;
            case LTE -> Qualifier.GTE;
            case RANGE_MIN -> Qualifier.RANGE_MAX;
            case RANGE_MAX -> Qualifier.RANGE_MIN;
            case EXACT, APPROX -> qualifier;
        };
    }
}
