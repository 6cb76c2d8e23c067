package org.pavilion.bench.fanout;

/** Counts of durations in microseconds, 64 steps to each power of two: quantiles to 1.6 %. */
final class Latencies {
    private static final int STEPS = 64;
    private static final int STEP_BITS = 6;

    private final long[] counts = new long[STEPS * 48];
    private long total;

    void add(long micros) {
        counts[slot(Math.max(0, micros))]++;
        total++;
    }

    long total() {
        return total;
    }

    /** Milliseconds below which this share of all lies; 0 without any. */
    double quantile(double share) {
        long wanted = (long) Math.ceil(share * total);
        long seen = 0;
        for (int slot = 0; slot < counts.length; slot++) {
            seen += counts[slot];
            if (seen >= wanted && seen > 0) {
                return middle(slot) / 1000;
            }
        }
        return 0;
    }

    private static int slot(long value) {
        if (value < STEPS) {
            return (int) value;
        }
        int power = 63 - Long.numberOfLeadingZeros(value) - STEP_BITS;
        return (power + 1) * STEPS + (int) ((value >>> power) - STEPS);
    }

    private static double middle(int slot) {
        if (slot < STEPS) {
            return slot;
        }
        int power = slot / STEPS - 1;
        return (double) ((long) (slot % STEPS + STEPS) << power) + 0.5 * (1L << power);
    }
}
