package org.pavilion.plugin.trading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Quantity;
import org.pavilion.api.Quantity.Qualifier;
import org.pavilion.api.Text;

/** Takes published totals apart without ever adding their parts to them. */
final class Sums {
    private Sums() {}

    static Sum of(Deal total, Parts parts) {
        var named = parts.of(total);
        var together = Totals.of(named, new Parts(List.of()));
        int published =
                (int) named.stream().filter(deal -> deal.amount().isPresent()).count();
        var statedProjects = total.count().map(Sums::projects).map(quantity -> figure(quantity, false, total));
        var statedAmount = total.amount().map(amount -> figure(amount.quantity(), false, total));
        var namedProjects = together.deals().map(quantity -> Figure.of(quantity, false, named));
        var namedAmount = total.amount()
                .flatMap(amount -> Optional.ofNullable(together.amounts().get(amount.currency())))
                .map(sum -> published < named.size() ? atLeast(sum) : sum)
                .map(sum -> Figure.of(sum, true, named));
        var rest = new Sum.Level(rest(statedProjects, namedProjects, total), rest(statedAmount, namedAmount, total));
        return new Sum(
                total,
                new Sum.Level(statedProjects, statedAmount),
                new Sum.Level(namedProjects, namedAmount),
                rest.projects().isEmpty() && rest.amount().isEmpty() ? Optional.empty() : Optional.of(rest),
                published,
                parts.inferred(total),
                named,
                shares(total, statedProjects, statedAmount, namedProjects, namedAmount),
                Breakdown.origins(total));
    }

    private static Optional<Figure> rest(Optional<Figure> stated, Optional<Figure> named, Deal total) {
        return stated.flatMap(all -> named.flatMap(part -> Arithmetic.minus(all.quantity(), part.quantity())))
                .map(quantity -> figure(quantity, true, total));
    }

    /** A sum in which some amounts are unpublished is only a lower bound. */
    private static Quantity atLeast(Quantity sum) {
        return sum.plus(new Quantity(BigDecimal.ZERO, sum.unit(), Qualifier.GTE))
                .orElse(sum);
    }

    static Quantity projects(long count) {
        return new Quantity(BigDecimal.valueOf(count), Totals.SIGNINGS, Qualifier.EXACT);
    }

    private static Figure figure(Quantity quantity, boolean derived, Deal of) {
        return Figure.of(quantity, derived, List.of(of));
    }

    private static List<Share> shares(
            Deal total,
            Optional<Figure> projects,
            Optional<Figure> amount,
            Optional<Figure> namedProjects,
            Optional<Figure> namedAmount) {
        var shares = new ArrayList<Share>();
        add(shares, new Text("列名项目占项目数", "Named projects of all"), namedProjects.map(Figure::quantity), projects);
        add(shares, new Text("列名金额占总额", "Named amount of the total"), namedAmount.map(Figure::quantity), amount);
        add(
                shares,
                new Text("高精尖项目占项目数", "High-end projects of all"),
                Breakdown.highEnd(total).map(Sums::projects),
                projects);
        add(shares, new Text("高精尖金额占总额", "High-end amount of the total"), Breakdown.highEndAmount(total), amount);
        add(
                shares,
                new Text("京外项目占项目数（推算）", "Projects from outside Beijing (derived)"),
                Breakdown.fromOutside(total).map(Sums::projects),
                projects);
        return List.copyOf(shares);
    }

    private static void add(List<Share> shares, Text name, Optional<Quantity> part, Optional<Figure> whole) {
        part.ifPresent(numerator -> whole.map(Figure::quantity)
                .flatMap(denominator -> Arithmetic.share(numerator, denominator)
                        .map(value -> new Share(name, numerator, denominator, value)))
                .ifPresent(shares::add));
    }
}
