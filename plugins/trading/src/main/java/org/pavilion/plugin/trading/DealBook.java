package org.pavilion.plugin.trading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.pavilion.api.Problem;
import org.pavilion.api.Quantity;
import org.pavilion.api.Text;

/**
 * Counts deals by type, edition and currency: a pure function of the deals.
 *
 * @param edition the name of an edition
 */
record DealBook(List<Deal> all, Function<String, Text> edition) {

    DealFigures figures(DealFigures.Scope scope) {
        var parts = new Parts(all);
        var covered = all.stream().filter(scope::covers).toList();
        var types = Arrays.stream(DealType.values())
                .filter(type -> type != DealType.AGGREGATE)
                .flatMap(type -> ofType(type, covered).stream())
                .toList();
        var totals = covered.stream()
                .filter(Deal::aggregates)
                .map(total -> Sums.of(total, parts))
                .toList();
        return new DealFigures(scope, types, totals);
    }

    private Optional<DealFigures.OfType> ofType(DealType type, List<Deal> covered) {
        var deals = covered.stream().filter(deal -> deal.type() == type).toList();
        if (deals.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DealFigures.OfType(type.code(), type.title(), counted(deals), amounts(deals), editions(deals)));
    }

    private static Figure counted(List<Deal> deals) {
        var totals = Totals.of(deals, new Parts(List.of()));
        return Figure.of(totals.deals().orElseGet(() -> Sums.projects(deals.size())), true, deals);
    }

    private static List<DealFigures.Amount> amounts(List<Deal> deals) {
        var currencies = new TreeSet<String>();
        deals.forEach(deal -> deal.amount().ifPresent(amount -> currencies.add(amount.currency())));
        var totals = Totals.of(deals, new Parts(List.of()));
        var amounts = new ArrayList<DealFigures.Amount>();
        for (var currency : currencies) {
            var priced = in(currency, deals);
            Optional.ofNullable(totals.amounts().get(currency))
                    .ifPresent(sum -> amounts.add(new DealFigures.Amount(
                            currency,
                            Figure.of(sum, priced.size() > 1, priced),
                            priced.size(),
                            deals.size(),
                            largest(priced))));
        }
        return List.copyOf(amounts);
    }

    private List<DealFigures.OfEdition> editions(List<Deal> deals) {
        var byEdition = new LinkedHashMap<String, List<Deal>>();
        deals.forEach(deal -> byEdition
                .computeIfAbsent(deal.edition(), id -> new ArrayList<>())
                .add(deal));
        return byEdition.entrySet().stream()
                .map(entry -> new DealFigures.OfEdition(
                        entry.getKey(), edition.apply(entry.getKey()), counted(entry.getValue())))
                .toList();
    }

    private static List<Deal> in(String currency, List<Deal> deals) {
        return deals.stream()
                .filter(deal -> deal.amount()
                        .filter(amount -> amount.currency().equals(currency))
                        .isPresent())
                .toList();
    }

    private static DealFigures.Largest largest(List<Deal> priced) {
        var deal = priced.stream()
                .max(Comparator.comparing((Deal each) -> amount(each).value())
                        .thenComparing(Deal::id, Comparator.reverseOrder()))
                .orElseThrow();
        return new DealFigures.Largest(deal.id(), deal.name(), amount(deal));
    }

    private static Quantity amount(Deal deal) {
        return deal.amount().orElseThrow().quantity();
    }

    /** The largest deal of one type. Which deal is "the largest" of all has no answer, and is refused. */
    DealFigures.Largest largest(DealFigures.Scope scope, Optional<String> dealType, Optional<String> currency) {
        var type = DealType.of(dealType.orElseThrow(() -> new Problem(
                        "deal.type-required",
                        422,
                        "deal types are not comparable: name one in dealType, e.g. investment")
                .at("/dealType")));
        var deals = all.stream()
                .filter(scope::covers)
                .filter(deal -> deal.type() == type)
                .toList();
        var amounts = amounts(deals);
        if (currency.isEmpty() && amounts.size() > 1) {
            throw new Problem(
                            "deal.currency-required",
                            422,
                            "amounts in different currencies are not comparable: name one of "
                                    + amounts.stream()
                                            .map(DealFigures.Amount::currency)
                                            .toList())
                    .at("/currency");
        }
        return amounts.stream()
                .filter(amount -> currency.isEmpty() || currency.get().equals(amount.currency()))
                .map(DealFigures.Amount::largest)
                .findFirst()
                .orElseThrow(() -> Problem.notFound(type.code() + " with a published amount"));
    }

    /** One deal's amount as a share of another's; refused when they do not measure the same. */
    Share share(Deal part, Deal whole) {
        boolean inside =
                new Parts(all).of(whole).stream().anyMatch(each -> each.id().equals(part.id()));
        if (!inside && part.type() != whole.type()) {
            throw refused(part.dealType() + " and " + whole.dealType() + " are different metrics");
        }
        var numerator = part.amount().orElseThrow(() -> refused(part.id() + " has no published amount"));
        var denominator = whole.amount().orElseThrow(() -> refused(whole.id() + " has no published amount"));
        return Arithmetic.share(numerator.quantity(), denominator.quantity())
                .map(value -> new Share(part.name(), numerator.quantity(), denominator.quantity(), value))
                .orElseThrow(() -> refused("the amounts have different currencies or bounds"));
    }

    private static Problem refused(String why) {
        return new Problem("deal.share-refused", 422, "no share: " + why);
    }
}
