package org.pavilion.bench;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Compares search with its peers on one generated corpus in one run. Arguments: documents (100000),
 * seconds for each system (8). Our engine runs first and last; read the ratios, not the figures.
 */
public final class SearchBench {
    private static final int QUERIES = 2000;

    private SearchBench() {}

    /** One measured system. */
    record Row(String name, double qps, double p50, double p99, double megabytes, double visibleMs, double answered) {}

    public static void main(String[] arguments) throws Exception {
        int documents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 8;
        var work = Files.createTempDirectory("pavilion-bench-search");
        try {
            var corpus = new SearchCorpus(documents);
            var queries = corpus.queries(QUERIES);
            var rows = new ArrayList<Row>();
            try (var ours = new OurEngine(work.resolve("ours"))) {
                fill(ours, corpus);
                rows.add(measure("Pavilion", ours, queries, seconds));
                for (var peer : List.of("fts5-bigrams", "fts5-trigram", "lucene-standard")) {
                    try (var engine = peer(peer, work.resolve(peer))) {
                        fill(engine, corpus);
                        rows.add(measure(peer, engine, queries, seconds));
                    }
                }
                rows.add(measure("Pavilion again", ours, queries, seconds));
            }
            print(documents, rows);
        } finally {
            delete(work);
        }
    }

    private static SearchEngine peer(String name, Path dir) throws Exception {
        return switch (name) {
            case "fts5-bigrams" -> new Fts5Engine(dir, false);
            case "fts5-trigram" -> new Fts5Engine(dir, true);
            default -> new StandardEngine(dir);
        };
    }

    private static void fill(SearchEngine engine, SearchCorpus corpus) throws Exception {
        for (int id = 0; id < corpus.size(); id++) {
            engine.put(corpus.document(id));
        }
        engine.finish();
    }

    private static Row measure(String name, SearchEngine engine, List<String> queries, double seconds)
            throws Exception {
        run(engine, queries, seconds / 4);
        var times = new ArrayList<Long>();
        int answered = 0;
        long begin = System.nanoTime();
        int n = 0;
        for (; System.nanoTime() - begin < seconds * 1e9; n++) {
            long at = System.nanoTime();
            answered += engine.find(queries.get(n % queries.size())) > 0 ? 1 : 0;
            times.add(System.nanoTime() - at);
        }
        double spent = (System.nanoTime() - begin) / 1e9;
        var sorted = times.stream().mapToLong(t -> t).sorted().toArray();
        return new Row(
                name + " (n=" + n + ")",
                n / spent,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * .99)] / 1e6,
                bytes(engine.dir()) / 1e6,
                visible(engine),
                100.0 * answered / n);
    }

    private static void run(SearchEngine engine, List<String> queries, double seconds) throws Exception {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        for (int n = 0; System.nanoTime() < end; n++) {
            engine.find(queries.get(n % queries.size()));
        }
    }

    /** Median time from a save to the first search that sees it. */
    private static double visible(SearchEngine engine) throws Exception {
        var times = new double[9];
        for (int i = 0; i < times.length; i++) {
            var word = "zqx" + System.nanoTime();
            long at = System.nanoTime();
            engine.put(new SearchCorpus.Doc("seen-" + word, "offer", word, word));
            engine.show();
            while (engine.find(word) == 0) {
                Thread.onSpinWait();
            }
            times[i] = (System.nanoTime() - at) / 1e6;
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static void print(int documents, List<Row> rows) {
        var ours = rows.getFirst();
        var out = System.out;
        out.printf(
                Locale.ROOT,
                "%,d documents; top 10, access filter, two facets and snippet for each query%n",
                documents);
        out.printf(
                "%-28s %9s %9s %9s %9s %9s %9s %9s %9s%n",
                "system", "QPS", "p50 ms", "p99 ms", "MB", "visible", "found %", "QPS x", "size x");
        for (var row : rows) {
            out.printf(
                    Locale.ROOT,
                    "%-28s %9.0f %9.2f %9.2f %9.1f %9.1f %9.1f %9.2f %9.2f%n",
                    row.name(),
                    row.qps(),
                    row.p50(),
                    row.p99(),
                    row.megabytes(),
                    row.visibleMs(),
                    row.answered(),
                    ours.qps() / row.qps(),
                    ours.megabytes() / row.megabytes());
        }
        out.println("QPS x and size x: Pavilion divided by the row. visible: milliseconds from save to found, median.");
    }

    private static long bytes(Path dir) throws IOException {
        try (var files = Files.walk(dir, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path dir) throws IOException {
        try (var files = Files.walk(dir)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
