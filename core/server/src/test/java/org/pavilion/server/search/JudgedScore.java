package org.pavilion.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Scores answers against the judged set. */
final class JudgedScore {
    private static final int DEPTH = 10;

    final List<String> unanswered = new ArrayList<>();
    final List<String> junk = new ArrayList<>();
    private final TreeMap<String, List<Double>> byKind = new TreeMap<>();
    private final List<String> weak = new ArrayList<>();

    JudgedScore(List<Corpus.Judged> judged, Function<String, List<String>> ids) {
        for (var query : judged) {
            var found = ids.apply(query.query());
            if (query.ids().isEmpty()) {
                if (!found.isEmpty()) {
                    junk.add(query.query() + " → " + found);
                }
                continue;
            }
            double score = score(query, found);
            byKind.computeIfAbsent(query.kind(), k -> new ArrayList<>()).add(score);
            if (found.stream().limit(DEPTH).noneMatch(query.ids()::contains)) {
                unanswered.add(query.query() + " → " + found);
            } else if (score < .9) {
                weak.add(String.format(Locale.ROOT, "%.3f %s → %s", score, query.query(), found));
            }
        }
    }

    private static double score(Corpus.Judged query, List<String> found) {
        double gain = 0;
        double ideal = 0;
        for (int i = 0; i < DEPTH; i++) {
            double worth = Math.log(2) / Math.log(i + 2);
            gain += i < found.size() && query.ids().contains(found.get(i)) ? worth : 0;
            ideal += i < query.ids().size() ? worth : 0;
        }
        return gain / ideal;
    }

    double mean() {
        return byKind.values().stream()
                .flatMap(List::stream)
                .mapToDouble(score -> score)
                .average()
                .orElseThrow();
    }

    int queries() {
        return byKind.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public String toString() {
        var table = byKind.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%-12s %3d  %.3f",
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().stream()
                                .mapToDouble(score -> score)
                                .average()
                                .orElseThrow()))
                .collect(Collectors.joining("\n"));
        return String.format(Locale.ROOT, "nDCG@10 %.3f over %d queries%n", mean(), queries())
                + table
                + "\nunanswered " + unanswered.stream().collect(Collectors.joining("\n  ", "\n  ", ""))
                + "\njunk " + junk.stream().collect(Collectors.joining("\n  ", "\n  ", ""))
                + "\nbelow .9 " + weak.stream().collect(Collectors.joining("\n  ", "\n  ", ""));
    }
}
