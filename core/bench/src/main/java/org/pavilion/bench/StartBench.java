package org.pavilion.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * How long a start takes: from launching the process to the answer to the first page, with and
 * without the class cache, on a fresh and on a filled data directory. The four cases take turns, so
 * that a slow moment of the machine hits all of them.
 */
public final class StartBench {
    private static final int ROUNDS = 7;
    private static final int STOP_SECONDS = 20;
    private static final Pattern OPEN = Pattern.compile("Pavilion is open:\\s+(http://\\S+)");

    private enum Case {
        FRESH_WITHOUT("first start, no cache"),
        FRESH_WITH("first start, cache"),
        FILLED_WITHOUT("later start, no cache"),
        FILLED_WITH("later start, cache");

        private final String title;

        Case(String title) {
            this.title = title;
        }

        boolean cached() {
            return this == FRESH_WITH || this == FILLED_WITH;
        }

        boolean fresh() {
            return this == FRESH_WITHOUT || this == FRESH_WITH;
        }
    }

    private record Start(double openMs, double pageMs) {}

    private final Path distribution;
    private final HttpClient client = HttpClient.newHttpClient();

    private StartBench(Path distribution) {
        this.distribution = distribution;
    }

    public static void main(String[] args) throws Exception {
        var dist = Path.of(System.getProperty("pavilion.dist", "core/app/target/pavilion"));
        var out =
                new PrintWriter(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        new StartBench(dist).run(args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS, out);
    }

    private void run(int rounds, PrintWriter out) throws Exception {
        var cache = distribution.resolve("pavilion.aot");
        var cases = Files.exists(cache) ? List.of(Case.values()) : List.of(Case.FRESH_WITHOUT, Case.FILLED_WITHOUT);
        var filled = Files.createTempDirectory("pavilion-start");
        var times = new EnumMap<Case, List<Start>>(Case.class);
        start(false, filled);
        for (int round = 0; round < rounds; round++) {
            for (var each : cases) {
                var data = each.fresh() ? Files.createTempDirectory("pavilion-start") : filled;
                times.computeIfAbsent(each, key -> new ArrayList<>()).add(start(each.cached(), data));
                if (each.fresh()) {
                    delete(data);
                }
            }
        }
        delete(filled);
        print(times, rounds, out);
        if (!Files.exists(cache)) {
            out.println("with cache: not run, this JDK made none (target/cache.log says why)");
        }
    }

    private Start start(boolean cached, Path data) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        if (cached) {
            command.add("-XX:AOTCache=" + distribution.resolve("pavilion.aot"));
        }
        command.addAll(List.of(
                "-cp",
                distribution.resolve("lib") + File.separator + "*",
                "org.pavilion.server.boot.Main",
                "serve",
                "--port",
                "0",
                "--data",
                data.toString()));
        long began = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var url = address(lines);
            double open = (System.nanoTime() - began) / 1e6;
            var page = client.send(
                    HttpRequest.newBuilder(URI.create(url + "/")).build(), HttpResponse.BodyHandlers.ofString());
            double seen = (System.nanoTime() - began) / 1e6;
            if (page.statusCode() != 200) {
                throw new IOException("the first page answers " + page.statusCode());
            }
            process.destroy();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the server did not stop within " + STOP_SECONDS + " s");
            }
            return new Start(open, seen);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String address(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var match = OPEN.matcher(line);
            if (match.find()) {
                return match.group(1);
            }
        }
        throw new IOException("the server ended before it was open");
    }

    private static void print(Map<Case, List<Start>> times, int rounds, PrintWriter out) {
        out.printf("Start of Pavilion, median of %d rounds, ms from launch%n%n", rounds);
        out.printf("| %-24s | %12s | %12s | %8s |%n", "case", "open", "first page", "ratio");
        out.printf("|%s|%s|%s|%s|%n", "-".repeat(26), "-".repeat(14), "-".repeat(14), "-".repeat(10));
        times.forEach((each, starts) -> {
            double page = median(starts.stream().map(Start::pageMs).toList());
            var without = times.get(each.fresh() ? Case.FRESH_WITHOUT : Case.FILLED_WITHOUT);
            double base = median(
                    without == null
                            ? List.of()
                            : without.stream().map(Start::pageMs).toList());
            out.printf(
                    Locale.ROOT,
                    "| %-24s | %12.0f | %12.0f | %8.2f |%n",
                    each.title,
                    median(starts.stream().map(Start::openMs).toList()),
                    page,
                    page / base);
        });
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
