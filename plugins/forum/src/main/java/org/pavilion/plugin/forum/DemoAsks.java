package org.pavilion.plugin.forum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.pavilion.api.Inquiry;
import org.pavilion.api.Survey;
import org.pavilion.api.Text;

/** What invented guests asked and voted in the demo's session that is on; the questions are in {@code asks.tsv}. */
final class DemoAsks {
    private DemoAsks() {}

    /** Spread over the time from the session's start to now. */
    static List<Inquiry> questions(Instant start, Instant now) {
        long gone = Math.max(0, Duration.between(start, now).toMillis());
        return lines().stream()
                .map(cells -> new Inquiry(
                        start.plusMillis(gone * Integer.parseInt(cells[0]) / 1000),
                        cells[1],
                        cells[4],
                        Inquiry.Stage.valueOf(cells[2]),
                        Integer.parseInt(cells[3]),
                        cells[5].isEmpty() ? null : cells[5]))
                .toList();
    }

    /** One that was asked before and after the argument, and one that is open. */
    static List<Survey> polls(Instant now) {
        return List.of(
                new Survey(
                        now.minus(Duration.ofMinutes(20)),
                        new Text("您的产线最先会把哪一步交给机械臂？", "Which step would you hand to a robot arm first?"),
                        List.of(
                                new Text("上下料", "Loading and unloading"),
                                new Text("质检", "Inspection"),
                                new Text("装配", "Assembly"),
                                new Text("暂时不会", "None for now")),
                        List.of(List.of(14, 8, 4, 11), List.of(17, 12, 5, 4)),
                        false),
                new Survey(
                        now.minus(Duration.ofMinutes(4)),
                        new Text("下一段最想听什么？", "What should the next part be about?"),
                        List.of(
                                new Text("真实工厂的成本账", "What it costs in a real plant"),
                                new Text("数据采集与归属", "Recording data and who owns it"),
                                new Text("安全与人机协作", "Safety beside people")),
                        List.of(List.of(12, 7, 9)),
                        true));
    }

    private static List<String[]> lines() {
        try (var in = DemoAsks.class.getResourceAsStream("asks.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the plugin's jar has no asks.tsv");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
