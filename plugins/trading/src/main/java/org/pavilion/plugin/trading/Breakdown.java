package org.pavilion.plugin.trading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Quantity;
import org.pavilion.api.Text;

/** The parts of a published total as its source prints them. */
final class Breakdown {
    /** Smaller cells are not shown for themselves on public pages. */
    static final long SMALLEST_CELL = 3;

    private static final Map<String, Text> PLACES = Map.of(
            "us", new Text("美国", "United States"),
            "beijing", new Text("北京", "Beijing"),
            "hainan", new Text("海南", "Hainan"),
            "qinghai", new Text("青海", "Qinghai"),
            "guangxi-shandong-xinjiang-etc", new Text("广西、山东、新疆等", "Guangxi, Shandong, Xinjiang and others"));

    private Breakdown() {}

    static Optional<Long> highEnd(Deal total) {
        return number(part(total, "highEnd").get("count")).map(BigDecimal::longValue);
    }

    static Optional<Quantity> highEndAmount(Deal total) {
        return number(part(total, "highEnd").get("amountCNY"))
                .map(value -> new Quantity(value, "CNY", Quantity.Qualifier.EXACT));
    }

    /** Projects from outside Beijing: all but those from there. */
    static Optional<Long> fromOutside(Deal total) {
        return number(part(total, "origin").get("beijing"))
                .flatMap(beijing -> total.count().map(count -> count - beijing.longValue()));
    }

    /** Most projects first; cells under three are merged with the next smallest, so that no cell can be told. */
    static List<Sum.Origin> origins(Deal total) {
        var cells = new ArrayList<Sum.Origin>();
        part(total, "origin")
                .forEach((code, value) -> number(value)
                        .ifPresent(count -> cells.add(new Sum.Origin(
                                PLACES.getOrDefault(code.toString(), Text.same(code.toString())),
                                count.longValue(),
                                total.derivedFields().contains("breakdown.origin." + code)))));
        cells.sort(Comparator.comparing(Sum.Origin::projects)
                .thenComparing(cell -> cell.name().en()));
        while (cells.size() > 1 && cells.getFirst().projects() < SMALLEST_CELL) {
            var small = cells.removeFirst();
            var next = cells.removeFirst();
            var name = new Text(
                    next.name().zh() + "与" + small.name().zh(),
                    next.name().en() + " and " + small.name().en());
            cells.addFirst(new Sum.Origin(name, small.projects() + next.projects(), small.derived() || next.derived()));
        }
        cells.sort(Comparator.comparing(Sum.Origin::projects)
                .reversed()
                .thenComparing(cell -> cell.name().en()));
        return List.copyOf(cells);
    }

    private static Map<?, ?> part(Deal total, String name) {
        return total.breakdown().get(name) instanceof Map<?, ?> part ? part : Map.of();
    }

    private static Optional<BigDecimal> number(@Nullable Object value) {
        return value instanceof Number number ? Optional.of(new BigDecimal(number.toString())) : Optional.empty();
    }
}
