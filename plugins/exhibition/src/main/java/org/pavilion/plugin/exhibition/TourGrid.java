package org.pavilion.plugin.exhibition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where one may walk in a hall: a grid of one metre. Distances are in fifths of a metre, so that a
 * straight step (5) and a slanted one (7) are whole numbers and every run gives the same way.
 */
final class TourGrid {
    /** Farther than anything in a hall: there is no way. */
    static final int FAR = 1 << 24;

    private static final int UNIT = 5;
    private static final int SLANTED = 7;
    private static final int[][] STEPS = {{0, -1}, {1, 0}, {0, 1}, {-1, 0}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}};

    private final int width;
    private final int height;
    private final boolean[] blocked;

    /** A point of the floor in metres. */
    record Point(double x, double y) {}

    /** How far every cell is from the front of a stand. */
    static final class Field {
        private final int[] cost;
        private final List<Integer> front;

        private Field(int[] cost, List<Integer> front) {
            this.cost = cost;
            this.front = List.copyOf(front);
        }

        int cost(int cell) {
            return cost[cell];
        }

        /** How far the fronts of the two stands are apart. */
        int apart(Field other) {
            return front.stream().mapToInt(other::cost).min().orElse(FAR);
        }
    }

    TourGrid(HallPlan plan) {
        width = (int) Math.ceil(plan.width());
        height = (int) Math.ceil(plan.height());
        blocked = new boolean[width * height];
        plan.stands().box().forEach(this::block);
        plan.vacant().forEach(this::block);
        block(List.of(
                plan.stage().x(),
                plan.stage().y(),
                plan.stage().width(),
                plan.stage().height()));
    }

    static int metres(int cost) {
        return Math.round((float) cost / UNIT);
    }

    int cell(double x, double y) {
        return (int) Math.floor(y) * width + (int) Math.floor(x);
    }

    Point middle(int cell) {
        return new Point(cell % width + 0.5, Math.floorDiv(cell, width) + 0.5);
    }

    private void block(List<Double> box) {
        for (int y = (int) Math.floor(box.get(1)); y < Math.ceil(box.get(1) + box.get(3)); y++) {
            for (int x = (int) Math.floor(box.get(0)); x < Math.ceil(box.get(0) + box.get(2)); x++) {
                if (x >= 0 && y >= 0 && x < width && y < height) {
                    blocked[y * width + x] = true;
                }
            }
        }
    }

    private boolean free(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && !blocked[y * width + x];
    }

    /** The free cells beside the box, not those off its corners. */
    private List<Integer> front(List<Double> box) {
        int left = (int) Math.floor(box.get(0)) - 1;
        int top = (int) Math.floor(box.get(1)) - 1;
        int right = (int) Math.ceil(box.get(0) + box.get(2));
        int bottom = (int) Math.ceil(box.get(1) + box.get(3));
        var cells = new ArrayList<Integer>();
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                boolean side = x == left || x == right;
                boolean end = y == top || y == bottom;
                if (side != end && free(x, y)) {
                    cells.add(y * width + x);
                }
            }
        }
        return cells;
    }

    /** Steps cost 5 or 7: eight buckets in a ring take the place of a heap. */
    Field field(List<Double> box) {
        var cost = new int[width * height];
        Arrays.fill(cost, FAR);
        var front = front(box);
        var ring = new IntStack[SLANTED + 1];
        Arrays.setAll(ring, each -> new IntStack());
        for (int cell : front) {
            cost[cell] = 0;
            ring[0].push(cell);
        }
        int waiting = front.size();
        for (int distance = 0; waiting > 0; distance++) {
            var bucket = ring[distance % ring.length];
            while (!bucket.isEmpty()) {
                int cell = bucket.pop();
                waiting--;
                if (cost[cell] == distance) {
                    waiting += spread(cost, cell, ring);
                }
            }
        }
        return new Field(cost, front);
    }

    private int spread(int[] cost, int cell, IntStack[] ring) {
        int x = cell % width;
        int y = cell / width;
        int pushed = 0;
        for (var step : STEPS) {
            int price = open(x, y, step);
            int next = cell + step[1] * width + step[0];
            if (price > 0 && cost[cell] + price < cost[next]) {
                cost[next] = cost[cell] + price;
                ring[cost[next] % ring.length].push(next);
                pushed++;
            }
        }
        return pushed;
    }

    /** What the step costs, 0 when something stands there or at a corner that it would cut. */
    private int open(int x, int y, int[] step) {
        int nx = x + step[0];
        int ny = y + step[1];
        if (!free(nx, ny)) {
            return 0;
        }
        if (step[0] == 0 || step[1] == 0) {
            return UNIT;
        }
        return free(nx, y) && free(x, ny) ? SLANTED : 0;
    }

    /** The cells where the way from a cell down to the field's front turns, with both ends. */
    List<Integer> descend(Field field, int from) {
        var corners = new ArrayList<Integer>(List.of(from));
        int cell = from;
        int before = -1;
        while (field.cost(cell) > 0) {
            int step = down(field.cost, cell);
            if (before >= 0 && step != before) {
                corners.add(cell);
            }
            before = step;
            cell += STEPS[step][1] * width + STEPS[step][0];
        }
        if (cell != from) {
            corners.add(cell);
        }
        return corners;
    }

    private int down(int[] cost, int cell) {
        int x = cell % width;
        int y = cell / width;
        for (int step = 0; step < STEPS.length; step++) {
            int price = open(x, y, STEPS[step]);
            if (price > 0 && cost[cell + STEPS[step][1] * width + STEPS[step][0]] == cost[cell] - price) {
                return step;
            }
        }
        throw new IllegalStateException("no way down from cell " + cell);
    }

    /** Ints, last in first out. */
    private static final class IntStack {
        private int[] held = new int[64];
        private int size;

        boolean isEmpty() {
            return size == 0;
        }

        void push(int value) {
            if (size == held.length) {
                held = Arrays.copyOf(held, 2 * size);
            }
            held[size++] = value;
        }

        int pop() {
            return held[--size];
        }
    }
}
