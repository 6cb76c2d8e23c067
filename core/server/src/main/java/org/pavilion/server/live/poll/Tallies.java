package org.pavilion.server.live.poll;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.pavilion.server.live.poll.PollRows.Cast;
import org.pavilion.server.live.poll.PollRows.Went;
import org.pavilion.server.live.view.PollView;

/** What ballots come to; a pure function of the ballots. */
final class Tallies {
    private static final int BINS = 10;
    private static final int CLOUD = 60;
    private static final int FEW = 3;
    private static final int DECIMALS = 2;

    private Tallies() {}

    static PollView.Tally of(PollSpec spec, List<Cast> cast) {
        return switch (spec.kind()) {
            case CHOICE, MULTI -> new PollView.Tally(counts(spec, cast), List.of(), Optional.empty());
            case RANK -> new PollView.Tally(points(spec, cast), List.of(), Optional.empty());
            case SCALE -> new PollView.Tally(steps(spec, cast), List.of(), mean(cast));
            case NUMBER -> new PollView.Tally(List.of(), ranges(spec, cast), mean(cast));
            case WORDS -> new PollView.Tally(List.of(), cloud(spec, cast), Optional.empty());
        };
    }

    /** From the option of the row to the option of the column. */
    static List<List<Long>> flow(PollSpec spec, List<Went> went) {
        int n = spec.options().size();
        var flow = new long[n][n];
        went.forEach(each -> flow[Integer.parseInt(each.was())][Integer.parseInt(each.became())] += each.n());
        var rows = new ArrayList<List<Long>>();
        for (var row : flow) {
            rows.add(list(row));
        }
        return rows;
    }

    private static List<Long> counts(PollSpec spec, List<Cast> cast) {
        var counts = new long[spec.options().size()];
        cast.forEach(each -> Ballots.options(each.value()).forEach(option -> counts[option] += each.n()));
        return list(counts);
    }

    /** Borda's count: the first of n gets n - 1 points, the last none. */
    private static List<Long> points(PollSpec spec, List<Cast> cast) {
        var points = new long[spec.options().size()];
        for (var each : cast) {
            var order = Ballots.options(each.value());
            for (int place = 0; place < order.size(); place++) {
                points[order.get(place)] += each.n() * (order.size() - 1 - place);
            }
        }
        return list(points);
    }

    private static List<Long> steps(PollSpec spec, List<Cast> cast) {
        int least = spec.least().orElse(0);
        var counts = new long[spec.most().orElse(0) - least + 1];
        cast.forEach(each -> counts[Integer.parseInt(each.value()) - least] += each.n());
        return list(counts);
    }

    private static Optional<BigDecimal> mean(List<Cast> cast) {
        long n = cast.stream().mapToLong(Cast::n).sum();
        return n == 0
                ? Optional.empty()
                : Optional.of(cast.stream()
                        .map(each -> new BigDecimal(each.value()).multiply(BigDecimal.valueOf(each.n())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(n), DECIMALS, RoundingMode.HALF_EVEN));
    }

    /** At most ten ranges of equal width; each begins where the one before it ends. */
    private static List<PollView.Bin> ranges(PollSpec spec, List<Cast> cast) {
        var least = BigDecimal.valueOf(spec.least().orElse(0));
        var span = BigDecimal.valueOf(spec.most().orElse(0)).subtract(least);
        int n = Math.min(BINS, span.intValue());
        var counts = new long[n];
        for (var each : cast) {
            int bin = new BigDecimal(each.value())
                    .subtract(least)
                    .multiply(BigDecimal.valueOf(n))
                    .divideToIntegralValue(span)
                    .intValue();
            counts[Math.min(n - 1, bin)] += each.n();
        }
        var bins = new ArrayList<PollView.Bin>();
        for (int bin = 0; bin < n; bin++) {
            bins.add(bin(spec, edge(least, span, bin, n) + "–" + edge(least, span, bin + 1, n), counts[bin]));
        }
        return bins;
    }

    private static String edge(BigDecimal least, BigDecimal span, int bin, int n) {
        return span.multiply(BigDecimal.valueOf(bin))
                .divide(BigDecimal.valueOf(n), DECIMALS, RoundingMode.HALF_EVEN)
                .add(least)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The most frequent words; a rare one of an anonymous poll is not told at all, the word itself would tell. */
    private static List<PollView.Bin> cloud(PollSpec spec, List<Cast> cast) {
        var counts = new HashMap<String, Long>();
        var shown = new LinkedHashMap<String, String>();
        for (var each : cast) {
            for (var term : Ballots.words(each.value())) {
                var form = Ballots.form(term);
                shown.putIfAbsent(form, term);
                counts.merge(form, each.n(), Long::sum);
            }
        }
        return shown.keySet().stream()
                .map(form -> bin(spec, shown.getOrDefault(form, form), counts.getOrDefault(form, 0L)))
                .filter(bin -> bin.n().isPresent())
                .sorted(Comparator.comparingLong((PollView.Bin bin) -> bin.n().orElse(0L))
                        .reversed()
                        .thenComparing(PollView.Bin::label))
                .limit(CLOUD)
                .toList();
    }

    private static PollView.Bin bin(PollSpec spec, String label, long n) {
        return new PollView.Bin(label, spec.anonymous() && n > 0 && n < FEW ? Optional.empty() : Optional.of(n));
    }

    private static List<Long> list(long[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }
}
