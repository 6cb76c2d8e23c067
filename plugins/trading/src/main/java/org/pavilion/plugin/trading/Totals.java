package org.pavilion.plugin.trading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.pavilion.api.Quantity;

/**
 * What deals add up to: each deal once however often it is listed, each currency for itself, and a
 * part of a published total never beside that total.
 *
 * @param deals number of signings; empty when the published counts have no sum
 * @param amounts by currency; a currency whose amounts have no sum is left out
 * @param counted the deals that were added, parts left out
 */
record Totals(Optional<Quantity> deals, Map<String, Quantity> amounts, List<Deal> counted) {
    static final String SIGNINGS = "projects";

    private static final Quantity ONE = new Quantity(BigDecimal.ONE, SIGNINGS, Quantity.Qualifier.EXACT);

    /** @param parts which deals belong to which published totals */
    static Totals of(Collection<Deal> listed, Parts parts) {
        var distinct = new LinkedHashMap<String, Deal>();
        listed.forEach(deal -> distinct.putIfAbsent(deal.id(), deal));
        var inside = new HashSet<String>();
        distinct.values().stream()
                .filter(Deal::aggregates)
                .forEach(total -> parts.of(total).forEach(part -> inside.add(part.id())));
        var counted = distinct.values().stream()
                .filter(deal -> !inside.contains(deal.id()))
                .toList();
        return new Totals(count(counted), amounts(counted), counted);
    }

    private static Optional<Quantity> count(List<Deal> counted) {
        var none = new Quantity(BigDecimal.ZERO, SIGNINGS, Quantity.Qualifier.EXACT);
        return sum(Optional.of(none), counted.stream().map(Totals::signings).toList());
    }

    private static Quantity signings(Deal deal) {
        return deal.count()
                .map(count -> new Quantity(BigDecimal.valueOf(count), SIGNINGS, Quantity.Qualifier.EXACT))
                .orElse(ONE);
    }

    private static Map<String, Quantity> amounts(List<Deal> counted) {
        var byCurrency = new TreeMap<String, List<Quantity>>();
        for (var deal : counted) {
            deal.amount()
                    .ifPresent(amount -> byCurrency
                            .computeIfAbsent(amount.currency(), currency -> new ArrayList<>())
                            .add(amount.quantity()));
        }
        var sums = new LinkedHashMap<String, Quantity>();
        byCurrency.forEach((currency, amounts) -> sum(
                        Optional.of(new Quantity(BigDecimal.ZERO, currency, Quantity.Qualifier.EXACT)), amounts)
                .ifPresent(sum -> sums.put(currency, sum)));
        return sums;
    }

    private static Optional<Quantity> sum(Optional<Quantity> begin, List<Quantity> quantities) {
        BinaryOperator<Optional<Quantity>> add = (a, b) -> a.flatMap(x -> b.flatMap(x::plus));
        return quantities.stream().map(Optional::of).reduce(begin, add);
    }
}
