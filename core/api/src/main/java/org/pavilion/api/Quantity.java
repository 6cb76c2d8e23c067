package org.pavilion.api;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A published figure: value, unit and how exact the source says it is. Arithmetic carries the
 * qualifier, so that no operation turns a bounded figure into an exact one.
 */
@Stable
public record Quantity(BigDecimal value, String unit, Qualifier qualifier) {

    /** How a source bounds a figure. */
    public enum Qualifier {
        EXACT("exact"),
        APPROX("approx"),
        GT("gt"),
        GTE("gte"),
        LT("lt"),
        LTE("lte"),
        RANGE_MIN("range-min"),
        RANGE_MAX("range-max");

        private final String code;

        Qualifier(String code) {
            this.code = code;
        }

        /** The spelling in data files and JSON. */
        public String code() {
            return code;
        }

        public static Qualifier of(String code) {
            for (var each : values()) {
                if (each.code.equals(code)) {
                    return each;
                }
            }
            throw Problem.invalid("/qualifier", "unknown qualifier: " + code);
        }

        private int direction() {
            return switch (this) {
                case EXACT, APPROX -> 0;
                case GT, GTE, RANGE_MIN -> 1;
                case LT, LTE, RANGE_MAX -> -1;
            };
        }
    }

    /**
     * The sum, or empty when there is none: different units, or a lower bound with an upper bound.
     * The weaker qualifier wins: bounds over approximations, approximations over exact figures.
     */
    public Optional<Quantity> plus(Quantity other) {
        if (!unit.equals(other.unit)) {
            return Optional.empty();
        }
        return weaker(qualifier, other.qualifier).map(q -> new Quantity(value.add(other.value), unit, q));
    }

    private static Optional<Qualifier> weaker(Qualifier a, Qualifier b) {
        if (a.direction() * b.direction() < 0) {
            return Optional.empty();
        }
        if (a == b) {
            return Optional.of(a);
        }
        if (a.direction() != 0 && b.direction() != 0) {
            // Two lower (or upper) bounds: strict only when one of them is strict.
            boolean up = a.direction() > 0;
            boolean strict = a == Qualifier.GT || b == Qualifier.GT || a == Qualifier.LT || b == Qualifier.LT;
            return Optional.of(up ? (strict ? Qualifier.GT : Qualifier.GTE) : (strict ? Qualifier.LT : Qualifier.LTE));
        }
        if (a.direction() != 0 || b.direction() != 0) {
            // A bound plus an approximation is no bound any more.
            var bound = a.direction() != 0 ? a : b;
            var flat = a.direction() != 0 ? b : a;
            return Optional.of(flat == Qualifier.EXACT ? bound : Qualifier.APPROX);
        }
        return Optional.of(Qualifier.APPROX);
    }
}
