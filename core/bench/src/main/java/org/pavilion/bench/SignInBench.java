package org.pavilion.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.pavilion.api.Language;
import org.pavilion.server.boot.Server;
import org.pavilion.server.settings.ServerSettings;

/**
 * What a storm of sign-ins costs everybody else: 200 a second against one account and against many,
 * while somebody looks at a page every twenty milliseconds. Server and visitors share one process, so
 * the memory shown is that of both.
 */
public final class SignInBench {
    private static final int RATE = 200;
    private static final int MANY = 40;
    private static final int SECONDS = 15;
    private static final String PASSWORD = "Kranich über Wasser";

    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> emails = new ArrayList<>();

    private SignInBench(Server server) {
        this.server = server;
        var identity = server.identity();
        for (int i = 0; i < MANY; i++) {
            var account = identity.accounts().create("p" + i + "@example.org", "Person", Language.EN);
            identity.entrance().choosePassword(account.ref(), PASSWORD);
            emails.add(account.email());
        }
    }

    private record Phase(String title, TreeMap<Integer, LongAdder> answers, double p50, double p99, long rssMiB) {}

    public static void main(String[] args) throws Exception {
        var out =
                new PrintWriter(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : SECONDS;
        try (var server = Server.start(ServerSettings.local(Files.createTempDirectory("pavilion-signin")))) {
            var bench = new SignInBench(server);
            var warm = bench.phase("warm-up", 3, 20);
            out.println("warm: " + warm.answers());
            var idle = bench.phase("idle", seconds, 0);
            var one = bench.phase("200/s, one account", seconds, 1);
            var many = bench.phase("200/s, " + MANY + " accounts", seconds, MANY);
            print(List.of(idle, one, many), idle, out);
        }
    }

    private Phase phase(String title, int seconds, int accounts) throws InterruptedException {
        var answers = new TreeMap<Integer, LongAdder>();
        var statuses = new ConcurrentLinkedQueue<Integer>();
        var times = Collections.synchronizedList(new ArrayList<Double>());
        try (var people = Executors.newVirtualThreadPerTaskExecutor();
                var clock = Executors.newScheduledThreadPool(2)) {
            var going = new ArrayList<Future<?>>();
            going.add(clock.scheduleAtFixedRate(
                    () -> people.execute(() -> times.add(look())), 0, 20, TimeUnit.MILLISECONDS));
            if (accounts > 0) {
                var turn = new LongAdder();
                going.add(clock.scheduleAtFixedRate(
                        () -> {
                            turn.increment();
                            var email = emails.get((int) (turn.sum() % accounts));
                            people.execute(() -> statuses.add(signIn(email)));
                        },
                        0,
                        1_000_000 / RATE,
                        TimeUnit.MICROSECONDS));
            }
            if (!clock.awaitTermination(seconds, TimeUnit.SECONDS)) {
                going.forEach(each -> each.cancel(false));
            }
        }
        statuses.forEach(status ->
                answers.computeIfAbsent(status, key -> new LongAdder()).increment());
        var sorted = times.stream().sorted().toList();
        return new Phase(title, answers, at(sorted, 0.5), at(sorted, 0.99), residentMiB());
    }

    /** Milliseconds until a page that has nothing to do with signing in is there. */
    private double look() {
        long began = System.nanoTime();
        send(HttpRequest.newBuilder(server.url().resolve("/live")).build());
        return (System.nanoTime() - began) / 1e6;
    }

    private int signIn(String email) {
        return send(HttpRequest.newBuilder(server.url().resolve("/api/account/sign-in"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"}"))
                .build());
    }

    private int send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static double at(List<Double> sorted, double quantile) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, quantile * sorted.size()));
    }

    private static long residentMiB() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0L);
        } catch (IOException e) {
            return 0;
        }
    }

    private static void print(List<Phase> phases, Phase idle, PrintWriter out) {
        out.printf("%d sign-ins a second, and how long a page of somebody else takes%n%n", RATE);
        out.printf(
                "| %-22s | %8s | %8s | %7s | %8s | %s |%n", "phase", "p50 ms", "p99 ms", "ratio", "RSS MiB", "answers");
        out.println("|------------------------|----------|----------|---------|----------|---------|");
        for (var each : phases) {
            out.printf(
                    Locale.ROOT,
                    "| %-22s | %8.1f | %8.1f | %7.2f | %8d | %s |%n",
                    each.title(),
                    each.p50(),
                    each.p99(),
                    each.p99() / idle.p99(),
                    each.rssMiB(),
                    each.answers());
        }
    }
}
