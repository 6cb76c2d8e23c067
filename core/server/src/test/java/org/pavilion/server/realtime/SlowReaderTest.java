package org.pavilion.server.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.pavilion.server.realtime.SocketHouse.ROOM;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.server.event.Await;

/** Readers that are slow or dead cost the house a place in the ring and nobody else anything. */
@Timeout(300)
final class SlowReaderTest {
    private static final String PROTOCOL = "Sec-WebSocket-Protocol: pavilion.v1";
    private static final int SMALL = 4 * 1024;
    private static final String LONG = "x".repeat(4_000);

    /** One in ten never reads in the long form, one in four in the short one. */
    private static final boolean HARD = System.getProperty("hardening") != null;

    private static final int DEAD = HARD ? 50 : 6;
    private static final int HEALTHY = HARD ? 450 : 18;

    /** What an ear keeps of one event: a boxed number in a list that grows by half. */
    private static final int NUMBER_BYTES = 24;

    private SocketHouse house;

    @BeforeEach
    void open(@TempDir Path data) throws Exception {
        house = new SocketHouse(data);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void flood(int from, int to, List<Wire> healthy, List<Ear> ears) {
        for (int n = from; n <= to; n++) {
            house.say("{\"n\":" + n + ",\"text\":\"" + LONG + "\"}");
            for (int i = 0; n % 50 == 0 && i < healthy.size(); i++) {
                while (ears.get(i).last() < n) {
                    ears.get(i).hear(healthy.get(i).next());
                }
            }
        }
    }

    /** A socket that subscribes and does not read a byte from then on. */
    private Wire dead() throws IOException {
        var wire = new Wire(house.port(), SMALL, PROTOCOL);
        wire.ask("hello", "{\"protocol\":1}");
        wire.ask("subscribe", "{\"topic\":\"" + ROOM + "\"}");
        return wire;
    }

    private List<Wire> healthy(int count, List<Ear> ears) throws IOException {
        var all = new ArrayList<Wire>();
        for (int i = 0; i < count; i++) {
            var wire = Wire.open(house.port());
            wire.subscribe(ROOM, "");
            all.add(wire);
            ears.add(new Ear(ROOM));
        }
        return all;
    }

    @Test
    void aSlowReaderSkipsWithAGapAndGetsTheStateAgainWhileOthersMissNothing() throws Exception {
        house.diary.states.put("deleted", "[\"m-7\"]");
        var ears = new ArrayList<Ear>();
        var healthy = healthy(1, ears);
        try (var slow = new Wire(house.port(), SMALL, PROTOCOL)) {
            slow.ask("hello", "{\"protocol\":1}");
            slow.ask("subscribe", "{\"topic\":\"" + ROOM + "\"}");
            Await.until(() -> house.realtime.connections(ROOM) == 2);
            flood(1, 2_500, healthy, ears);
            assertEquals(2_500, ears.getFirst().numbers().size());
            assertTrue(ears.getFirst().gaps().isEmpty());

            slow.listen();
            // Counted before its place in the topic is taken: the answer tells the place.
            var ear = new Ear(ROOM).after(rev(slow.expect("[\"ok\",2,")));
            var frame = slow.expect("[\"state\",");
            for (frame = slow.next(); !frame.startsWith("[\"gap\","); frame = slow.next()) {
                ear.hear(frame);
            }
            ear.hear(frame);
            assertTrue(slow.next().contains("\"deleted\":[\"m-7\"]"), "after a gap the state comes first of all");
            while (ear.last() < 2_500) {
                ear.hear(slow.next());
            }
            assertFalse(ear.gaps().isEmpty());
            assertTrue(metric("realtime_gaps_total") >= 1);
        }
        healthy.forEach(Wire::close);
    }

    @Test
    void theDeadAreCutAndTheHeapStaysFlat() throws Exception {
        var ears = new ArrayList<Ear>();
        var healthy = healthy(HEALTHY, ears);
        var dead = new ArrayList<Wire>();
        for (int i = 0; i < DEAD; i++) {
            dead.add(dead());
        }
        Await.until(() -> house.realtime.connections(ROOM) == HEALTHY + DEAD);
        flood(1, 1_200, healthy, ears);
        long before = heap();
        flood(1_201, 3_000, healthy, ears);
        long after = heap();
        long own = HEALTHY * 1_800L * NUMBER_BYTES;
        assertTrue(
                after - before - own < 12 << 20,
                "grew by " + (after - before - own) + " bytes over 7 MB of events for each of " + HEALTHY);
        ears.forEach(ear -> assertEquals(3_000, ear.numbers().size()));
        Await.until(() -> house.realtime.connections(ROOM) == HEALTHY);
        assertEquals(DEAD, metric("realtime_aborts_total"));
        house.say(3_001);
        for (int i = 0; i < healthy.size(); i++) {
            ears.get(i).hear(healthy.get(i).next());
            assertEquals(3_001, ears.get(i).last());
        }
        healthy.forEach(Wire::close);
        dead.forEach(Wire::close);
    }

    private static long rev(String subscribed) {
        return Wire.parse(subscribed)[2] instanceof Map<?, ?> body && body.get("rev") instanceof Number rev
                ? rev.longValue()
                : fail("no place in " + subscribed);
    }

    /** What is reachable now. */
    private static long heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private double metric(String name) throws IOException {
        var out = new ByteArrayOutputStream();
        house.telemetry.write(out);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("pavilion_" + name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .findFirst()
                .orElse(0);
    }
}
