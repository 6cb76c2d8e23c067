package org.pavilion.plugin.trading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Quantity;
import org.pavilion.api.Ref;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/**
 * A signing, or the published total of many, as imported. An aggregate contains its named parts: the
 * two are never added.
 *
 * @param parties ids of organisations, or words where the source names a place
 * @param date day of the signing, as far as it is known
 * @param teamEquityShare part of the shares that went to the team, as a decimal fraction
 * @param count number of signings in an aggregate
 * @param components ids of the deals an aggregate names as its parts
 * @param breakdown parts of an aggregate as the source prints them
 * @param session id of the session where it was signed, as far as it is known
 */
public record Deal(
        String id,
        Optional<String> kind,
        Text name,
        Text summary,
        String edition,
        String dealType,
        Optional<PartialDate> date,
        Optional<Amount> amount,
        List<String> parties,
        Optional<String> item,
        List<String> sellers,
        List<String> buyers,
        Optional<Boolean> dateUnknown,
        Optional<Boolean> highEnd,
        Optional<Integer> projectsStarted,
        Optional<Boolean> beforeEdition,
        Optional<String> teamEquityShare,
        Optional<Long> count,
        List<String> components,
        Map<String, Object> breakdown,
        List<String> derivedFields,
        Optional<String> session,
        List<Source> source) {

    /** A published amount in whole units of the currency. */
    public record Amount(BigDecimal value, String currency, Quantity.Qualifier qualifier) {
        public Quantity quantity() {
            return new Quantity(value, currency, qualifier);
        }
    }

    public Deal {
        DealType.of(dealType);
    }

    public Ref ref() {
        return new Ref("deal", id);
    }

    public DealType type() {
        return DealType.of(dealType);
    }

    /** A published total of many signings. */
    public boolean aggregates() {
        return type() == DealType.AGGREGATE;
    }
}
