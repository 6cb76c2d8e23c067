package org.pavilion.server.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.server.realtime.SocketHouse.ROOM;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pavilion.server.event.Await;

/** What listeners hear, in which order, and after which absence. */
@Timeout(60)
final class TopicTest {
    private SocketHouse house;

    @BeforeEach
    void open(@TempDir Path data) throws Exception {
        house = new SocketHouse(data);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static String batch(long rev, int... numbers) {
        var events = IntStream.of(numbers)
                .mapToObj(n -> "[\"test.said\",{\"n\":" + n + "}]")
                .toList();
        return "[\"batch\",{\"topic\":\"" + ROOM + "\",\"rev\":" + rev + ",\"events\":[" + String.join(",", events)
                + "]}]";
    }

    @Test
    void everyListenerHearsEveryEventFromItsSubscriptionOn() throws Exception {
        house.say(1);
        try (var a = Wire.open(house.port());
                var b = Wire.open(house.port())) {
            assertEquals(
                    "[\"ok\",2,{\"epoch\":\"e1\",\"rev\":1,\"mode\":\"snapshot\",\"can\":[\"test.say\"]}]",
                    a.subscribe(ROOM, ""));
            house.say(2);
            assertEquals(batch(2, 2), a.next());
            b.subscribe(ROOM, "");
            house.say(3);
            assertEquals(batch(3, 3), a.next());
            assertEquals(batch(3, 3), b.next());
            assertEquals(2, house.realtime.connections(ROOM));
        }
        Await.until(() -> house.realtime.connections(ROOM) == 0);
    }

    @Test
    void metricsNameTheBusiestTopics() throws Exception {
        try (var wire = Wire.open(house.port())) {
            wire.subscribe(ROOM, "");
            house.say(1);
            house.say(2);
            wire.expect("[\"batch\",");
            Await.until(() -> {
                var told = metrics();
                return told.contains("pavilion_realtime_topic_listeners{topic=\"" + ROOM + "\"} 1.0")
                        && told.contains("pavilion_realtime_topic_events{topic=\"" + ROOM + "\"} 2.0")
                        && told.contains("pavilion_realtime_topic_deliveries{topic=\"" + ROOM + "\"} 2.0");
            });
        }
    }

    private String metrics() {
        try (var text = new ByteArrayOutputStream()) {
            house.telemetry.write(text);
            return text.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatWasMissedIsReplayedFromTheRing() throws Exception {
        try (var stays = Wire.open(house.port())) {
            stays.subscribe(ROOM, "");
            for (int n = 1; n <= 5; n++) {
                house.say(n);
            }
            stays.expect("[\"batch\",");
            int before = house.diary.reads.get();
            try (var back = Wire.open(house.port())) {
                assertTrue(back.subscribe(ROOM, "e1:2").contains("\"rev\":5,\"mode\":\"replay\""));
                assertEquals(batch(3, 3, 4, 5), back.next());
                assertEquals(before, house.diary.reads.get());
            }
        }
    }

    @Test
    void whatLeftTheRingIsReadFromTheLogOnceForEverybody() throws Exception {
        for (int n = 1; n <= 1_000; n++) {
            house.say(n); // nobody listens: no ring, only the log
        }
        assertEquals(0, house.diary.reads.get());
        try (var a = Wire.open(house.port());
                var b = Wire.open(house.port())) {
            assertTrue(a.subscribe(ROOM, "e1:990").contains("\"mode\":\"replay\""));
            assertEquals(batch(991, 991, 992, 993, 994, 995, 996, 997, 998, 999, 1000), a.next());
            assertTrue(b.subscribe(ROOM, "e1:995").contains("\"mode\":\"replay\""));
            assertEquals(batch(996, 996, 997, 998, 999, 1000), b.next());
            assertEquals(1, house.diary.reads.get());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"e1:0", "e0:3073", "e1:99999999", "e1:-1", "nonsense"})
    void whoWasAwayTooLongOrElsewhereStartsFromTheStateOfNow(String since) throws Exception {
        house.diary.states.put("modes", "{\"slowSeconds\":5}");
        for (int n = 1; n <= Ring.REPLAY + 1; n++) {
            house.say(n);
        }
        try (var wire = Wire.open(house.port())) {
            assertTrue(wire.subscribe(ROOM, since).contains("\"rev\":3073,\"mode\":\"snapshot\""));
            assertEquals(
                    "[\"state\",{\"topic\":\"room:keynote\",\"seenRev\":3073,\"state\":{\"modes\":{\"slowSeconds\":5}}}]",
                    wire.next());
            house.say(1);
            assertEquals(batch(3074, 1), wire.next());
        }
    }

    @Test
    void eventsToldInAnyOrderAreHeardInTheirOwn() throws Exception {
        try (var wire = Wire.open(house.port())) {
            wire.subscribe(ROOM, "");
            var events =
                    IntStream.rangeClosed(1, 20).mapToObj(house.diary::write).toList();
            events.reversed().forEach(house::tell);
            events.forEach(house::tell);
            house.say(21);
            var ear = new Ear(ROOM);
            while (ear.last() < 21) {
                ear.hear(wire.next());
            }
            assertEquals(IntStream.rangeClosed(1, 21).boxed().toList(), ear.numbers());
        }
    }

    @Test
    void anEventThatNobodyTellsIsReadFromTheLog() throws Exception {
        try (var wire = Wire.open(house.port())) {
            wire.subscribe(ROOM, "");
            house.diary.write(1);
            house.diary.write(2);
            house.say(3);
            var ear = new Ear(ROOM);
            while (ear.last() < 3) {
                ear.hear(wire.next());
            }
            assertEquals(List.of(1, 2, 3), ear.numbers());
        }
    }

    @Test
    void stateIsToldAtTheBeginningAndWhenItChangesAndTheLastValueWins() throws Exception {
        house.diary.states.put("stream", "{\"state\":\"live\"}");
        try (var wire = Wire.open(house.port())) {
            wire.subscribe(ROOM, "");
            assertEquals(
                    "[\"state\",{\"topic\":\"room:keynote\",\"seenRev\":0,\"state\":{\"stream\":{\"state\":\"live\"}}}]",
                    wire.next());
            var topic = house.realtime.topic(ROOM);
            topic.state("stream", "{\"state\":\"live\"}");
            topic.state("phase", "\"over\"");
            assertEquals(
                    "[\"state\",{\"topic\":\"room:keynote\",\"seenRev\":0,\"state\":{\"phase\":\"over\"}}]",
                    wire.next());
            try (var late = Wire.open(house.port())) {
                late.subscribe(ROOM, "");
                assertTrue(late.next().contains("\"stream\":{\"state\":\"live\"}"));
            }
        }
    }

    @Test
    void whatChangedAfterASharedSnapshotFollowsIt() throws Exception {
        house.diary.states.put("phase", "0");
        try (var first = Wire.open(house.port())) {
            first.subscribe(ROOM, "");
            first.expect("[\"state\"");
            house.realtime.topic(ROOM).state("phase", "1");
            try (var second = Wire.open(house.port())) {
                second.subscribe(ROOM, "");
                second.expect("[\"state\",{\"topic\":\"room:keynote\",\"seenRev\":0,\"state\":{\"phase\":1}}]");
            }
        }
    }

    @Test
    void ticksCarryWhatChangedAndWhatPassesOnce() throws Exception {
        house.diary.tick = () -> new Tick(Map.of("reactions", "{\"clap\":1}"), Map.of());
        try (var wire = Wire.open(house.port())) {
            wire.subscribe(ROOM, "");
            assertEquals(
                    "[\"live.tick\",{\"topic\":\"room:keynote\",\"seenRev\":0,\"reactions\":{\"clap\":1}}]",
                    wire.next());
            house.diary.tick = () -> new Tick(Map.of("reactions", "{\"clap\":1}"), Map.of("danmaku", "[\"hi\"]"));
            assertEquals(
                    "[\"live.tick\",{\"topic\":\"room:keynote\",\"seenRev\":0,\"danmaku\":[\"hi\"]}]", wire.next());
            house.diary.tick = () -> Tick.NONE;
            try (var late = Wire.open(house.port())) {
                late.subscribe(ROOM, "");
                var tick = late.expect("[\"live.tick\"");
                assertTrue(tick.contains("\"clap\":1"), tick);
                assertFalse(tick.contains("danmaku"), tick);
            }
        }
    }

    @Test
    void whatPassesOnceIsNotLostToTheCountOfViewers() throws Exception {
        var number = new AtomicInteger();
        house.diary.presence = true;
        house.diary.tick = () -> new Tick(Map.of(), Map.of("danmaku", "[" + number.incrementAndGet() + "]"));
        try (var wire = Wire.open(house.port())) {
            wire.subscribe(ROOM, "");
            wire.expect("[\"live.tick\"");
            int first = danmaku(wire.next());
            for (int n = first + 1; n < first + 8; n++) {
                assertEquals(n, danmaku(wire.next()));
            }
        }
    }

    private static int danmaku(String tick) {
        var body = (Map<?, ?>) Wire.parse(tick)[1];
        return (Integer) Objects.requireNonNull((List<?>) body.get("danmaku")).getFirst();
    }

    @Test
    void presenceIsACount() throws Exception {
        house.diary.presence = true;
        try (var a = Wire.open(house.port())) {
            a.subscribe(ROOM, "");
            a.expect("[\"live.tick\",{\"topic\":\"room:keynote\",\"seenRev\":0,\"viewers\":{\"online\":1}}]");
            try (var b = Wire.open(house.port())) {
                b.subscribe(ROOM, "");
                a.expect("[\"live.tick\",{\"topic\":\"room:keynote\",\"seenRev\":0,\"viewers\":{\"online\":2}}]");
            }
            a.expect("[\"live.tick\",{\"topic\":\"room:keynote\",\"seenRev\":0,\"viewers\":{\"online\":1}}]");
        }
    }

    @Test
    void unsubscribingEndsItAndTheLastOneTakesTheRingAway() throws Exception {
        try (var wire = Wire.open(house.port())) {
            wire.subscribe(ROOM, "");
            int id = wire.ask("unsubscribe", "{\"topic\":\"" + ROOM + "\"}");
            assertEquals("[\"ok\"," + id + ",{}]", wire.next());
            house.say(1);
            assertTrue(wire.subscribe(ROOM, "").contains("\"rev\":1"));
            house.say(2);
            assertEquals(batch(2, 2), wire.next());
        }
    }

    @Test
    void helloResumesWhatTheClientHad() throws Exception {
        house.say(1);
        house.say(2);
        try (var wire = new Wire(house.port(), 0, "Sec-WebSocket-Protocol: pavilion.v1")) {
            wire.listen();
            wire.ask(
                    "hello",
                    "{\"protocol\":1,\"resume\":{\"" + ROOM
                            + "\":\"e1:1\",\"room:secret\":\"e1:1\",\"no:such\":\"e1:1\"}}");
            var answer = (Map<?, ?>) Wire.parse(wire.next())[2];
            assertEquals(
                    Map.of("mode", "replay", "epoch", "e1", "rev", 2, "can", List.of("test.say")),
                    ((Map<?, ?>) Objects.requireNonNull(answer.get("resumed"))).get(ROOM));
            assertEquals(
                    Set.of("room:secret", "no:such"),
                    ((Map<?, ?>) Objects.requireNonNull(answer.get("refused"))).keySet());
            assertEquals(batch(2, 2), wire.next());
        }
    }

    @Test
    void aTopicThatEndsSaysSoAndMayComeBack() throws Exception {
        var first = house.realtime.broadcast("plugin:guestbook:wall", caller -> {});
        try (var wire = Wire.open(house.port())) {
            wire.subscribe("plugin:guestbook:wall", "");
            first.publish("guestbook.signed", "{\"n\":1}");
            assertEquals(
                    "[\"batch\",{\"topic\":\"plugin:guestbook:wall\",\"rev\":1,\"events\":[[\"guestbook.signed\",{\"n\":1}]]}]",
                    wire.next());
            first.state("count", "7");
            wire.expect("[\"state\",");
            first.close();
            assertEquals("[\"closed\",{\"topic\":\"plugin:guestbook:wall\",\"code\":\"topic.closed\"}]", wire.next());
            wire.ask("subscribe", "{\"topic\":\"plugin:guestbook:wall\"}");
            wire.expect("[\"error\",3,{\"code\":\"protocol.unknown-topic\"");
            house.realtime.broadcast("plugin:guestbook:wall", caller -> {});
            assertTrue(wire.subscribe("plugin:guestbook:wall", "").contains("\"rev\":0"));
        }
    }

    @Test
    void atTheEndEverybodyIsToldWhenToComeBack() throws Exception {
        try (var wire = Wire.open(house.port())) {
            wire.subscribe(ROOM, "");
            house.say("\"last words\"");
            house.realtime.drain();
            assertTrue(wire.expect("[\"bye\",").matches("\\[\"bye\",\\{\"retryMs\":\\[200,20\\d\\d]}]"));
            assertEquals(Wire.CLOSE + CloseCode.CLOSING, wire.next());
            try (var late = new Wire(house.port(), 0, "Sec-WebSocket-Protocol: pavilion.v1")) {
                assertEquals(503, late.status());
            }
        }
    }
}
