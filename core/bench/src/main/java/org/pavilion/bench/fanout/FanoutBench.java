package org.pavilion.bench.fanout;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Sends one room's messages to many sockets, for our server and its peers in turn, under the same
 * load from one tool. Server and tool share the machine: read the ratios and the shares delivered,
 * not the times. Arguments: seconds of each window (8), largest number of idle sockets (19000).
 */
public final class FanoutBench {
    private static final int MINUTES_A_RUN = 5;

    private final Path work;
    private final double seconds;

    private FanoutBench(Path work, double seconds) {
        this.work = work;
        this.seconds = seconds;
    }

    /** @param dead listeners that never read, on top of the others */
    private record Scene(String title, int listeners, int dead, int rate, int bytes) {}

    public static void main(String[] words) throws Exception {
        double seconds = words.length > 0 ? Double.parseDouble(words[0]) : 8;
        int idle = words.length > 1 ? Integer.parseInt(words[1]) : 19_000;
        var work = Files.createTempDirectory("pavilion-bench-fanout");
        try {
            var bench = new FanoutBench(work, seconds);
            var peers = List.of(Peer.values());
            bench.table(new Scene("1,000 sockets × 50 messages/s of 120 B", 1000, 0, 50, 120), peers);
            bench.table(new Scene("5,000 sockets × 200 messages/s of 120 B", 5000, 0, 200, 120), peers);
            bench.table(
                    new Scene("1,000 sockets × 200 messages/s of 120 B", 1000, 0, 200, 120),
                    List.of(Peer.PAVILION, Peer.FLOOR, Peer.NATS));
            bench.table(
                    new Scene("450 sockets × 100 messages/s of 1 kB, all of them reading", 450, 0, 100, 1000),
                    List.of(Peer.PAVILION));
            bench.table(
                    new Scene("450 sockets × 100 messages/s of 1 kB, and 50 that never read", 450, 50, 100, 1000),
                    peers);
            bench.table(new Scene("2,000 idle sockets", 2000, 0, 0, 0), peers);
            bench.table(new Scene(idle + " idle sockets", idle, 0, 0, 0), List.of(Peer.PAVILION));
            bench.storm(2000, 500);
        } finally {
            delete(work);
        }
    }

    private void table(Scene scene, List<Peer> peers) throws InterruptedException {
        var rows = new LinkedHashMap<Peer, Result>();
        var notRun = new LinkedHashMap<Peer, String>();
        for (var peer : peers) {
            System.err.println("  " + scene.title() + ": " + peer.title());
            try (var server = peer.start(work)) {
                rows.put(peer, run(server.plan(scene.listeners(), scene.dead(), scene.rate(), scene.bytes(), seconds)));
            } catch (Peer.NotInstalled | IOException e) {
                notRun.put(peer, String.valueOf(e.getMessage()));
            }
        }
        System.out.println("\n" + scene.title() + "\n");
        if (scene.rate() == 0) {
            printIdle(rows);
        } else {
            print(rows);
        }
        notRun.forEach((peer, why) -> System.out.println("not run: " + peer.title() + " (" + why + ")"));
    }

    private void storm(int clients, int behind) throws IOException {
        System.err.println("  reconnect storm");
        try (var server = Peer.PAVILION.start(work)) {
            System.out.println("\nReconnect storm\n\n"
                    + Storm.run(server.plan(clients, 0, 0, 0, 0), behind).text());
        }
    }

    /** Runs the load tool as a process of its own: the limit of descriptors is one for each process. */
    private Result run(Load.Plan plan) throws IOException, InterruptedException {
        var command = Peer.java(Load.class, plan.words().toArray(String[]::new));
        var log = work.resolve("load.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(MINUTES_A_RUN, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("the load tool did not end in time");
        }
        return Files.readAllLines(log).stream()
                .filter(Result::isLine)
                .findFirst()
                .map(Result::of)
                .orElseThrow(() -> new IOException("the load tool failed: " + lastLine(log)));
    }

    private static String lastLine(Path log) {
        try {
            return Files.readAllLines(log).stream()
                    .filter(line -> !line.startsWith("\t"))
                    .reduce("", (a, b) -> b);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void print(Map<Peer, Result> rows) {
        System.out.printf(
                "%-28s %12s %9s %9s %9s %9s %9s %8s%n",
                "server", "deliveries/s", "in time", "p50 ms", "p99 ms", "p99.9 ms", "µs CPU", "CPU ×");
        double ours = rows.containsKey(Peer.PAVILION) ? rows.get(Peer.PAVILION).cpuMicros() : Double.NaN;
        rows.forEach((peer, row) -> System.out.printf(
                Locale.ROOT,
                "%-28s %,12.0f %8.1f%% %9.1f %9.1f %9.1f %9.2f %8.2f%n",
                peer.title(),
                row.perSecond(),
                100 * row.inTime(),
                row.p50(),
                row.p99(),
                row.p999(),
                row.cpuMicros(),
                row.cpuMicros() / ours));
    }

    private static void printIdle(Map<Peer, Result> rows) {
        System.out.printf("%-28s %10s %14s %12s %12s%n", "server", "held", "kB RSS each", "first/s", "again/s");
        rows.forEach((peer, row) -> System.out.printf(
                Locale.ROOT,
                "%-28s %,10.0f %14.1f %,12.0f %,12.0f%n",
                peer.title(),
                row.alive(),
                row.kilobytes(),
                row.opened(),
                row.reopened()));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder, new FileVisitOption[0])) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        }
    }
}
