package org.pavilion.plugin.policy.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How a rule turns its base into an amount. */
public sealed interface Formula {

    /** min(base × rate, cap). */
    record RateCapped(BigDecimal rate) implements Formula {}

    /** base × rate; the source publishes no cap. */
    record Rate(BigDecimal rate) implements Formula {}

    /** What an assessment grants, up to the cap; no rate is published. */
    record CapOnly() implements Formula {}

    /** base × rate as repayable funding, never a grant. */
    record FundingShare(BigDecimal rate) implements Formula {}

    /** The largest part of the base that is allowed for a purpose. */
    record RatioCeiling(BigDecimal rate) implements Formula {}

    /** True or false, without an amount. */
    record Condition() implements Formula {}

    /** A rate for each band of the base; marginal: for each slice, else one for the whole. */
    record Bands(List<Band> bands, boolean marginal) implements Formula {
        public Bands {
            bands = List.copyOf(bands);
        }
    }

    /** The part of a base in {@code [from, to)}; the last one is open. */
    record Band(BigDecimal from, Optional<BigDecimal> to, BigDecimal rate) {
        BigDecimal slice(BigDecimal base) {
            var end = to.map(base::min).orElse(base);
            return end.subtract(from).max(BigDecimal.ZERO);
        }

        boolean holds(BigDecimal base) {
            return base.compareTo(from) >= 0
                    && to.map(end -> base.compareTo(end) < 0).orElse(true);
        }
    }

    /** What the amount is; kinds are never added to each other. */
    enum Kind {
        GRANT,
        FUNDING,
        CEILING,
        CONDITION
    }

    default Kind kind() {
        return switch (this) {
            case RateCapped r -> Kind.GRANT;
            case Rate r -> Kind.GRANT;
            case CapOnly c -> Kind.GRANT;
            case Bands b -> Kind.GRANT;
            case FundingShare f -> Kind.FUNDING;
            case RatioCeiling r -> Kind.CEILING;
            case Condition c -> Kind.CONDITION;
        };
    }

    /** The rate as readers write it, where there is one for all. */
    default Optional<String> percent() {
        return switch (this) {
            case RateCapped r -> Optional.of(PlainWords.percent(r.rate()));
            case Rate r -> Optional.of(PlainWords.percent(r.rate()));
            case FundingShare f -> Optional.of(PlainWords.percent(f.rate()));
            case RatioCeiling r -> Optional.of(PlainWords.percent(r.rate()));
            case CapOnly c -> Optional.empty();
            case Condition c -> Optional.empty();
            case Bands b -> Optional.empty();
        };
    }

    /** The unrounded amount for a base. */
    default BigDecimal raw(BigDecimal base) {
        return switch (this) {
            case RateCapped r -> base.multiply(r.rate());
            case Rate r -> base.multiply(r.rate());
            case FundingShare f -> base.multiply(f.rate());
            case RatioCeiling r -> base.multiply(r.rate());
            case CapOnly c -> base;
            case Condition c -> BigDecimal.ZERO;
            case Bands b ->
                b.marginal()
                        ? b.bands().stream()
                                .map(band -> band.slice(base).multiply(band.rate()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                        : b.bands().stream()
                                .filter(band -> band.holds(base))
                                .findFirst()
                                .map(band -> base.multiply(band.rate()))
                                .orElse(BigDecimal.ZERO);
        };
    }

    /** The multiplication as written in a trace, without its result. */
    default String written(BigDecimal base) {
        var digits = Yuan.digits(base);
        return switch (this) {
            case RateCapped r -> digits + " × " + r.rate().toPlainString();
            case Rate r -> digits + " × " + r.rate().toPlainString();
            case FundingShare f -> digits + " × " + f.rate().toPlainString();
            case RatioCeiling r -> digits + " × " + r.rate().toPlainString();
            case CapOnly c -> digits;
            case Condition c -> "";
            case Bands b ->
                b.bands().stream()
                        .filter(band -> b.marginal() ? band.slice(base).signum() > 0 : band.holds(base))
                        .map(band -> Yuan.digits(b.marginal() ? band.slice(base) : base) + " × "
                                + band.rate().toPlainString())
                        .reduce((one, two) -> one + " + " + two)
                        .orElse(digits + " × 0");
        };
    }
}
