package org.pavilion.plugin.exhibition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The order of a tour: from the gate always to the nearest stop, then turned and moved piece by piece
 * while that makes it shorter. The same distances always give the same order.
 */
final class TourOrder {
    private final int[] fromGate;
    private final int[][] between;

    private TourOrder(int[] fromGate, int[][] between) {
        this.fromGate = fromGate;
        this.between = between;
    }

    /**
     * Indices of the stops in the order to walk them; the tour ends at the last one.
     *
     * @param fromGate distance of each stop from where the tour starts
     * @param between distances from stop to stop
     */
    static List<Integer> of(int[] fromGate, int[][] between) {
        return new TourOrder(fromGate, between).order();
    }

    /** How long the tour is in this order. */
    static long length(List<Integer> order, int[] fromGate, int[][] between) {
        long sum = 0;
        for (int i = 0; i < order.size(); i++) {
            sum += i == 0 ? fromGate[order.get(0)] : between[order.get(i - 1)][order.get(i)];
        }
        return sum;
    }

    private List<Integer> order() {
        var order = nearest();
        boolean better = order.size() > 1;
        while (better) {
            better = turned(order) || moved(order);
        }
        return List.copyOf(order);
    }

    private List<Integer> nearest() {
        var left = new ArrayList<Integer>();
        for (int i = 0; i < fromGate.length; i++) {
            left.add(i);
        }
        var order = new ArrayList<Integer>();
        while (!left.isEmpty()) {
            int best = 0;
            for (int i = 1; i < left.size(); i++) {
                if (step(last(order), left.get(i)) < step(last(order), left.get(best))) {
                    best = i;
                }
            }
            order.add(left.remove(best));
        }
        return order;
    }

    private static int last(List<Integer> order) {
        return order.isEmpty() ? -1 : order.getLast();
    }

    private int step(int from, int to) {
        return from < 0 ? fromGate[to] : between[from][to];
    }

    /** Turns the first piece around whose turning shortens the tour. */
    private boolean turned(List<Integer> order) {
        for (int from = 0; from < order.size() - 1; from++) {
            int before = from == 0 ? -1 : order.get(from - 1);
            for (int to = from + 1; to < order.size(); to++) {
                int gain = step(before, order.get(from)) - step(before, order.get(to));
                if (to + 1 < order.size()) {
                    gain += step(order.get(to), order.get(to + 1)) - step(order.get(from), order.get(to + 1));
                }
                if (gain > 0) {
                    Collections.reverse(order.subList(from, to + 1));
                    return true;
                }
            }
        }
        return false;
    }

    /** Moves the first stop whose moving shortens the tour. */
    private boolean moved(List<Integer> order) {
        long now = length(order, fromGate, between);
        for (int from = 0; from < order.size(); from++) {
            for (int to = 0; to < order.size(); to++) {
                var tried = new ArrayList<>(order);
                tried.add(to, tried.remove(from));
                if (length(tried, fromGate, between) < now) {
                    order.clear();
                    order.addAll(tried);
                    return true;
                }
            }
        }
        return false;
    }
}
