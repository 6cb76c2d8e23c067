package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The walk as a drawing that needs no script and can be printed: the part of the floor around it.
 *
 * @param box the part that is shown, as an SVG view box
 * @param floor outline of the hall
 * @param stands all stands as one SVG path
 * @param way points of the walk; empty without one
 */
public record TourMap(String box, String floor, List<HallPlan.Area> areas, String stands, String stage, String way) {
    private static final double MARGIN = 8;
    private static final double LEAST = 70;

    static TourMap of(HallPlan plan, Tour tour) {
        var stage = plan.stage();
        return new TourMap(
                box(plan, tour),
                rectangle(0, 0, plan.width(), plan.height()),
                plan.zones(),
                plan.stands().box().stream()
                        .map(each -> rectangle(each.get(0), each.get(1), each.get(2), each.get(3)))
                        .collect(Collectors.joining()),
                rectangle(stage.x(), stage.y(), stage.width(), stage.height()),
                tour.way().stream()
                        .map(at -> number(at.get(0)) + "," + number(at.get(1)))
                        .collect(Collectors.joining(" ")));
    }

    /** What the walk and its stands need, with a margin, but never a keyhole. */
    private static String box(HallPlan plan, Tour tour) {
        var xs = Stream.concat(
                        tour.stops().stream().map(Tour.Stop::x),
                        tour.way().stream().map(List::getFirst))
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        var ys = Stream.concat(
                        tour.stops().stream().map(Tour.Stop::y),
                        tour.way().stream().map(List::getLast))
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        if (xs.getCount() == 0) {
            return "0 0 " + number(plan.width()) + " " + number(plan.height());
        }
        double width = Math.min(plan.width(), Math.max(LEAST, xs.getMax() - xs.getMin() + 2 * MARGIN));
        double height = Math.min(plan.height(), Math.max(LEAST * 0.6, ys.getMax() - ys.getMin() + 2 * MARGIN));
        double left = Math.clamp((xs.getMin() + xs.getMax() - width) / 2, 0, plan.width() - width);
        double top = Math.clamp((ys.getMin() + ys.getMax() - height) / 2, 0, plan.height() - height);
        return number(left) + " " + number(top) + " " + number(width) + " " + number(height);
    }

    private static String rectangle(double x, double y, double width, double height) {
        return "M%s %sh%sv%sh-%sz".formatted(number(x), number(y), number(width), number(height), number(width));
    }

    private static String number(double value) {
        var text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
