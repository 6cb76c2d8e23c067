package org.pavilion.bench.fanout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Everybody drops and comes back at once, each behind by what was said meanwhile: how long until all
 * have all of it, and whether anybody misses a message or gets one twice.
 */
final class Storm {
    private static final long SECOND = 1_000_000_000L;
    private static final int PATIENCE_SECONDS = 60;
    private static final int BYTES = 120;

    private Storm() {}

    /** What came of it. */
    record Outcome(int clients, int behind, long lost, long doubled, double seconds, double cpuSeconds) {
        String text() {
            return String.format(
                    Locale.ROOT,
                    "%,d clients, each %,d messages behind: %,d lost, %,d doubled; all complete after %.1f s, server CPU %.1f s",
                    clients,
                    behind,
                    lost,
                    doubled,
                    seconds,
                    cpuSeconds);
        }
    }

    static Outcome run(Load.Plan plan, int behind) throws IOException {
        try (var before = crowd(plan, 0)) {
            before.connect(plan.listeners());
            publish(plan, 1);
            before.listen(System.nanoTime() + SECOND);
        }
        publish(plan, behind);
        var process = new ServerProcess(plan.pid());
        double cpu = process.cpuSeconds();
        try (var after = crowd(plan, 1)) {
            long began = System.nanoTime();
            after.connect(plan.listeners());
            long end = began;
            for (int i = 0; i < PATIENCE_SECONDS * 10 && lost(after, behind) > 0; i++) {
                after.listen(System.nanoTime() + SECOND / 10);
                end = System.nanoTime();
            }
            after.listen(System.nanoTime() + SECOND); // would anything come twice?
            long doubled = after.listeners().stream()
                    .mapToLong(each -> Math.max(0, each.messages() - behind))
                    .sum();
            return new Outcome(
                    plan.listeners(),
                    behind,
                    lost(after, behind),
                    doubled,
                    (end - began) / 1e9,
                    process.cpuSeconds() - cpu);
        }
    }

    private static long lost(Crowd crowd, int behind) {
        return crowd.listeners().stream()
                .mapToLong(each -> Math.max(0, behind - each.messages()))
                .sum();
    }

    private static Crowd crowd(Load.Plan plan, long since) throws IOException {
        var join = List.of(
                "[\"hello\",1,{\"protocol\":1}]",
                "[\"subscribe\",2,{\"topic\":\"" + FanoutServer.TOPIC + "\",\"since\":\"" + FanoutServer.EPOCH + ":"
                        + since + "\"}]");
        return new Crowd(plan.dialect(), plan.port(), join, (listener, sent) -> {});
    }

    private static void publish(Load.Plan plan, int messages) throws IOException {
        try (var line = new Socket(InetAddress.getLoopbackAddress(), plan.publishPort())) {
            var out = line.getOutputStream();
            for (int i = 0; i < messages; i++) {
                out.write((Wire.payload(System.nanoTime(), BYTES) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
