package org.pavilion.plugin.exhibition;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays stands out on a floor, in metres. The layout is synthetic: no source gives one. It depends
 * only on how many stands each area needs, so the same areas always give the same plan.
 *
 * <p>Areas stand four in a row; each holds blocks of stands in two columns with 4 m aisles. A block
 * is 15 × 6 m: ten small stands, two corner and two small ones, or two large ones.
 */
final class FloorPlan {
    private static final double MARGIN = 10;
    private static final double AREA_WIDTH = 34;
    private static final double AREA_GAP = 8;
    private static final double ROW_GAP = 14;
    private static final double BLOCK_STEP_X = 19;
    private static final double BLOCK_STEP_Y = 10;
    private static final double BLOCK_HEIGHT = 6;
    private static final int AREAS_IN_ROW = 4;
    private static final int FEW = 16;
    private static final double STAGE_WIDTH = 36;
    private static final double STAGE_HEIGHT = 8;

    private static final double[][] SMALL = small();
    private static final double[][] CORNERS = {{0, 0, 6, 6}, {6, 0, 3, 3}, {6, 3, 3, 3}, {9, 0, 6, 6}};
    private static final double[][] LARGE = {{0, 0, 7.5, 6}, {7.5, 0, 7.5, 6}};

    /** A rectangle, metres from the north-west corner. */
    record Box(double x, double y, double width, double height) {}

    /** An area and its stands in order of their numbers. */
    record Area(Box box, List<Box> stands) {}

    private final double width;
    private final double height;
    private final Box stage;
    private final List<Area> areas;

    private FloorPlan(double width, double height, Box stage, List<Area> areas) {
        this.width = width;
        this.height = height;
        this.stage = stage;
        this.areas = List.copyOf(areas);
    }

    /** A plan with one area for each number of stands. */
    static FloorPlan of(List<Integer> capacities) {
        int columns = Math.clamp(capacities.size(), 2, AREAS_IN_ROW);
        double width = 2 * MARGIN + columns * AREA_WIDTH + (columns - 1) * AREA_GAP;
        int rows = Math.max(1, (capacities.size() + columns - 1) / columns);
        var areas = new ArrayList<Area>();
        double y = MARGIN;
        double stageY = MARGIN;
        for (int row = 0; row < rows; row++) {
            var inRow = capacities.subList(row * columns, Math.min(capacities.size(), (row + 1) * columns));
            double depth = inRow.stream().mapToDouble(FloorPlan::depth).max().orElse(BLOCK_HEIGHT);
            double left = (width - inRow.size() * AREA_WIDTH - Math.max(0, inRow.size() - 1) * AREA_GAP) / 2;
            for (int column = 0; column < inRow.size(); column++) {
                areas.add(area(left + column * (AREA_WIDTH + AREA_GAP), y, depth, inRow.get(column)));
            }
            y += depth;
            if (row == 0) {
                stageY = y + (ROW_GAP - STAGE_HEIGHT) / 2;
                y += ROW_GAP;
            } else if (row + 1 < rows) {
                y += AREA_GAP;
            }
        }
        var stage = new Box((width - STAGE_WIDTH) / 2, stageY, STAGE_WIDTH, STAGE_HEIGHT);
        return new FloorPlan(width, y + MARGIN, stage, areas);
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    Box stage() {
        return stage;
    }

    List<Area> areas() {
        return areas;
    }

    private static Area area(double x, double y, double depth, int capacity) {
        var stands = new ArrayList<Box>();
        for (int block = 0; stands.size() < capacity; block++) {
            int line = block / 2;
            double left = x + block % 2 * BLOCK_STEP_X;
            double top = y + line * BLOCK_STEP_Y;
            for (var stand : pattern(block, capacity)) {
                stands.add(new Box(left + stand[0], top + stand[1], stand[2], stand[3]));
            }
        }
        return new Area(new Box(x, y, AREA_WIDTH, depth), List.copyOf(stands));
    }

    private static double depth(int capacity) {
        int blocks = 0;
        for (int stands = 0; stands < capacity; blocks++) {
            stands += pattern(blocks, capacity).length;
        }
        int lines = Math.max(1, (blocks + 1) / 2);
        return lines * BLOCK_STEP_Y - (BLOCK_STEP_Y - BLOCK_HEIGHT);
    }

    private static double[][] pattern(int block, int capacity) {
        if (capacity <= FEW) {
            return CORNERS;
        }
        return switch (block % 12) {
            case 0, 9 -> CORNERS;
            case 5 -> LARGE;
            default -> SMALL;
        };
    }

    private static double[][] small() {
        var stands = new double[10][];
        for (int i = 0; i < stands.length; i++) {
            int line = i / 5;
            stands[i] = new double[] {3.0 * (i % 5), 3.0 * line, 3, 3};
        }
        return stands;
    }
}
