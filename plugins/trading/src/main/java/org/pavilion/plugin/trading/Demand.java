package org.pavilion.plugin.trading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Quantity;
import org.pavilion.api.Ref;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/**
 * A technology or scenario that is wanted, as imported.
 *
 * @param batch the published list it belongs to
 * @param count how many scenarios a batch states
 */
public record Demand(
        String id,
        Optional<String> kind,
        Text name,
        Text summary,
        String edition,
        String demandType,
        Optional<String> batch,
        List<String> tags,
        Optional<Long> count,
        Optional<Budget> budget,
        Optional<Boolean> synthetic,
        List<Source> source) {

    /** A range in whole units of the currency. */
    public record Budget(long min, long max, String currency) {
        public Quantity least() {
            return quantity(min);
        }

        public Quantity most() {
            return quantity(max);
        }

        private Quantity quantity(long value) {
            return new Quantity(BigDecimal.valueOf(value), currency, Quantity.Qualifier.EXACT);
        }
    }

    public Ref ref() {
        return new Ref("demand", id);
    }

    public boolean invented() {
        return synthetic.orElse(false);
    }
}
