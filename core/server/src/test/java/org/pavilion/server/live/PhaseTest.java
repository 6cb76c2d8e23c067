package org.pavilion.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.server.live.LiveHouse.HOST;
import static org.pavilion.server.live.LiveHouse.TITLE;
import static org.pavilion.server.live.LiveHouse.guest;
import static org.pavilion.server.live.LiveHouse.refused;
import static org.pavilion.server.live.LiveHouse.session;
import static org.pavilion.server.live.LiveHouse.talk;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Caller;
import org.pavilion.api.Ref;
import org.pavilion.api.Room.Phase;
import org.pavilion.api.StreamSpec;
import org.pavilion.api.Utterance;
import org.pavilion.server.event.Await;
import org.pavilion.server.live.room.Segments;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;

@BothStores
final class PhaseTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final LiveHouse house;

    PhaseTest(Store store) {
        this.house = new LiveHouse(store);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Phase phase(Ref room) {
        return house.rooms.of(room).orElseThrow().phase();
    }

    private String step(Caller caller, Ref room, String event) {
        return house.rooms.step(caller, room, event, Optional.empty()).phase();
    }

    @Test
    void aRoomStandsWhereItsScheduleSays() {
        assertEquals(Phase.SCHEDULED, phase(house.attach("far", session(HOUR.negated(), HOUR.multipliedBy(2)))));
        assertEquals(Phase.LOBBY, phase(house.attach("soon", session(MINUTE.multipliedBy(-5), HOUR))));
        assertEquals(Phase.LIVE, phase(house.attach("now", session(MINUTE, HOUR))));
        assertEquals(Phase.AFTERGLOW, phase(house.attach("just", session(HOUR, MINUTE.negated()))));
        assertEquals(Phase.REPLAY, phase(house.attach("past", session(HOUR.multipliedBy(2), HOUR.negated()))));
        assertEquals(Phase.LIVE, phase(house.attach("open", talk())));
        assertEquals(
                List.of("now", "soon", "just", "far", "past"),
                house.rooms.rooms().rooms().stream()
                        .map(card -> Ref.of(card.room()).id())
                        .toList());
    }

    @Test
    void aRoomMovesOnByItselfAndTellsTheLog() throws InterruptedException {
        var now = Instant.now();
        var room = house.attach("quick", talk().at(now.plusMillis(1_200), now.plusMillis(2_400)));
        assertEquals(Phase.LOBBY, phase(room));
        Await.until(() -> phase(room) == Phase.AFTERGLOW);
        assertEquals(
                List.of("lobby", "live", "afterglow"),
                house.topics.read("room:" + room, 0, 10).stream()
                        .map(event -> event.payload().replaceAll(".*:\"|\".*", ""))
                        .toList());
        assertEquals(3, house.view(room, guest(1)).rev());
    }

    @Test
    void aRoomBeginsWithThePauseThatTheHouseIsSetTo() {
        var before = house.attach("before", talk());
        house.rooms.beginWithPause(() -> 7);
        assertEquals(
                7, house.view(house.attach("after", talk()), guest(1)).modes().slowSeconds());
        assertEquals(0, house.view(before, guest(1)).modes().slowSeconds());
    }

    @Test
    void aTaskThatRunsAgainChangesNothing() {
        var spec = session(MINUTE, HOUR);
        var room = house.attach("now", spec);
        var before = house.view(room, guest(1));
        house.rooms.attach(room, spec);
        house.rooms.attach(room, spec);
        assertEquals(1, count("event_task"));
        house.rooms.store().advance(room.toString());
        house.rooms.store().advance("session:nowhere");
        assertEquals(before.rev(), house.view(room, guest(1)).rev());
    }

    @Test
    void theHostMovesARoomAndNobodyElseDoes() {
        var room = house.attach("keynote", session(MINUTE.multipliedBy(-5), HOUR));
        for (var step : List.of("open", "start", "pause", "resume", "end", "close", "archive")) {
            refused("access.sign-in", () -> step(guest(1), room, step));
        }
        refused("request.invalid", () -> step(HOST, room, "explode"));
        refused("room.state-conflict", () -> step(HOST, room, "pause"));
        for (int n = 0; n < 2; n++) {
            assertEquals(
                    "live",
                    house.rooms.step(HOST, room, "start", Optional.of("k1")).phase());
        }
        refused("room.state-conflict", () -> step(HOST, room, "start"));
        assertEquals("paused", step(HOST, room, "pause"));
        house.say(1, room, "a break");
        assertEquals("live", step(HOST, room, "resume"));
        assertEquals("afterglow", step(HOST, room, "end"));
        house.say(1, room, "thanks");
        assertEquals("replay", step(HOST, room, "close"));
        refused("chat.closed", () -> house.say(1, room, "too late"));
        refused("chat.closed", () -> house.rooms.react(guest(1), room, "clap", 1));
        assertEquals("archived", step(HOST, room, "archive"));
        refused("room.state-conflict", () -> step(HOST, room, "open"));
        assertEquals(List.of("a break", "thanks"), house.texts(room));
    }

    @Test
    void whatIsClosedIsToldInWhatOneMayDo() {
        var far = house.attach("far", session(HOUR.negated(), HOUR.multipliedBy(2)));
        assertEquals(List.of("chat.delete"), house.view(far, guest(1)).can());
        refused("chat.closed", () -> house.say(1, far, "early"));
        var now = house.attach("now", session(MINUTE, HOUR));
        assertEquals(
                Set.of("chat.send", "chat.edit", "chat.delete", "reaction.send"),
                house.topics.admit(guest(1), "room:" + now));
        assertTrue(house.topics.admit(HOST, "room:" + now).containsAll(Set.of("chat.moderate", "room.phase")));
        refused("not-found", () -> house.topics.admit(guest(1), "room:session:nowhere"));
        refused("not-found", () -> house.topics.admit(guest(1), "room:../../etc"));
    }

    @Test
    void aBoothMayHaveARoomAndLookingAtItMakesNoRow() {
        house.rooms.offer("booth", (handle, id) -> id.equals("b-1") ? Optional.of(talk()) : Optional.empty());
        var booth = new Ref("booth", "b-1");
        assertEquals("live", house.view(booth, guest(1)).phase());
        assertEquals(List.of(), house.texts(booth));
        assertEquals(0, house.topics.head("room:" + booth).rev());
        assertEquals(0, count("live_room"));
        refused("not-found", () -> house.texts(new Ref("booth", "b-2")));
        refused("not-found", () -> house.say(1, new Ref("booth", "b-2"), "hello"));
        assertEquals(0, count("live_room"));
        assertEquals(1, house.say(1, booth, "hello").rev());
        assertEquals(1, count("live_room"));
        assertEquals(List.of("hello"), house.texts(booth));
    }

    private int count(String table) {
        return house.mount.read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void anotherSpecChangesTheRoomAndWhatWasSaidStays() throws InterruptedException {
        var room = house.attach("keynote", talk());
        house.say(1, room, "hello");
        house.rooms.attach(
                room, talk().showing(new StreamSpec.External(URI.create("https://video.example:8443/a.m3u8"))));
        var stream = house.view(room, guest(1)).stream().orElseThrow();
        assertEquals("https://video.example:8443/a.m3u8", stream.src());
        Await.until(() -> house.rooms.streamOrigins().equals(Set.of("https://video.example:8443")));
        assertEquals(List.of("hello"), house.texts(room));
        house.mount.write((handle, journal) -> {
            house.rooms.detach(handle, journal, room);
            return true;
        });
        assertEquals(Phase.ARCHIVED, phase(room));
        for (var bad : List.of("javascript:alert(1)", "file:///etc/passwd", "https://a:b@c/x", "/local.m3u8")) {
            refused("request.invalid", () -> new StreamSpec.External(URI.create(bad)));
        }
    }

    @Test
    void aFinishedSessionIsSeenAgainWithWhatWasSaid() {
        var now = Instant.now();
        var start = now.minus(HOUR);
        var room = new Ref("session", "past");
        var spec = talk().at(start, now.minus(MINUTE.multipliedBy(20))).showing(new StreamSpec.TestCard());
        var first = new Utterance(start.plusSeconds(8), "李华", false, "开始了", "scroll");
        var second = new Utterance(start.plusSeconds(70), "Host", true, "Question time", null);
        house.mount.write((handle, journal) -> {
            house.rooms.attach(handle, journal, room, spec);
            house.rooms.recall(handle, journal, room, List.of(second, first));
            house.rooms.recall(handle, journal, room, List.of(first));
            return true;
        });
        assertEquals(List.of("开始了", "Question time"), house.texts(room));
        var stream = house.view(room, guest(1)).stream().orElseThrow();
        assertEquals("replay", stream.state());
        assertEquals(Optional.of(40 * 60_000L), stream.durationMs());
        var bucket = house.rooms.replay(room, 0);
        assertEquals(239, bucket.last());
        assertEquals(2_000, bucket.messages().getFirst().mediaMs());
        assertEquals("开始了", bucket.danmaku().getFirst().item().text());
        assertEquals(64_000, house.rooms.replay(room, 6).messages().getFirst().mediaMs());
        house.rooms.delete(HOST, room, bucket.messages().getFirst().message().id());
        assertEquals(List.of(), house.rooms.replay(room, 0).messages());
        assertEquals(List.of(), house.rooms.replay(room, 0).danmaku());
        refused("not-found", () -> house.rooms.replay(room, 240));
        assertEquals(TITLE, house.rooms.of(room).orElseThrow().title());
    }

    @Test
    void mediaTimeGoesOnWhereABreakStoppedIt() {
        var zero = Instant.parse("2026-09-01T02:00:00Z");
        var room = new Ref("session", "s");
        var segments = new Segments(List.of(
                new Segments.Segment(room, 0, zero, Optional.of(zero.plusSeconds(60)), 0, 6_000),
                new Segments.Segment(room, 1, zero.plusSeconds(600), Optional.empty(), 60_000, 6_000)));
        assertEquals(Optional.empty(), segments.mediaTime(zero.plusSeconds(5)));
        assertEquals(Optional.of(0L), segments.mediaTime(zero.plusSeconds(6)));
        assertEquals(Optional.of(59_000L), segments.mediaTime(zero.plusSeconds(65)));
        assertEquals(Optional.empty(), segments.mediaTime(zero.plusSeconds(300)));
        assertEquals(Optional.of(61_000L), segments.mediaTime(zero.plusSeconds(607)));
        assertEquals(90_000, segments.length(zero.plusSeconds(630)));
        assertEquals(zero.plusSeconds(602), segments.instant(62_000));
    }

    @Test
    void reactionsAreCountedAndKept() throws InterruptedException {
        var room = house.attach("now", session(MINUTE, HOUR));
        assertEquals(3, house.rooms.react(guest(1), room, "clap", 3));
        assertEquals(5, house.rooms.react(guest(2), room, "clap", 2));
        refused("request.invalid", () -> house.rooms.react(guest(1), room, "bomb", 1));
        refused("request.invalid", () -> house.rooms.react(guest(1), room, "clap", 11));
        assertEquals(5L, house.view(room, guest(1)).reactions().get("clap"));
        Await.until(() -> house.mount.read(handle -> handle.createQuery("select coalesce(sum(n), 0) from live_reaction")
                        .mapTo(Integer.class)
                        .one())
                == 5);
        assertTrue(house.topics
                .tick("room:" + room)
                .counters()
                .getOrDefault("reactions", "")
                .contains("\"clap\":5"));
    }
}
