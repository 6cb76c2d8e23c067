package org.pavilion.server.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.server.live.LiveHouse.HOST;
import static org.pavilion.server.live.LiveHouse.refused;
import static org.pavilion.server.live.LiveHouse.session;
import static org.pavilion.server.live.LiveHouse.talk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Caller;
import org.pavilion.api.Ref;
import org.pavilion.api.Response;
import org.pavilion.server.live.stream.TestCard;
import org.pavilion.server.live.view.StreamView;
import org.pavilion.server.storage.Dialect;
import org.pavilion.server.storage.Store;

final class StreamTest {
    private final Store store = Store.create(Dialect.SQLITE);
    private final LiveHouse house = new LiveHouse(store);

    @AfterEach
    void close() throws IOException {
        house.close();
        store.close();
    }

    private byte[] file(Ref room, String name) throws Exception {
        var answer = (Response.Stream) house.rooms.stream(room, name);
        var out = new ByteArrayOutputStream();
        answer.body().write(out);
        return out.toByteArray();
    }

    private String playlist(Ref room) throws Exception {
        return new String(file(room, "index.m3u8"), StandardCharsets.UTF_8);
    }

    private String step(Caller caller, Ref room, String event) {
        return house.rooms.step(caller, room, event, Optional.empty()).phase();
    }

    @Test
    void aLiveWindowSlidesWithTheClock() throws Exception {
        var room = house.attach("now", session(Duration.ofSeconds(61), Duration.ofHours(1)));
        var list = playlist(room);
        assertFalse(list.contains("ENDLIST"));
        assertTrue(list.contains("#EXT-X-MEDIA-SEQUENCE:2"), list);
        assertEquals(8, list.split("#EXTINF:2.0,", -1).length - 1);
        var number = list.lines().filter(line -> line.endsWith(".m4s")).toList().getLast();
        assertTrue(file(room, number).length > 1_000);
        refused("not-found", () -> house.rooms.stream(room, "999999.m4s"));
        refused("not-found", () -> house.rooms.stream(room, "..%2fsecret"));
        var shown = list.lines()
                .filter(line -> line.startsWith("#EXT-X-PROGRAM-DATE-TIME:"))
                .map(line -> Instant.parse(line.substring(line.indexOf(':') + 1)))
                .toList();
        assertTrue(shown.getLast().isBefore(Instant.now().plusSeconds(1)));
        assertEquals(shown.getFirst().plusSeconds(14), shown.getLast());
    }

    @Test
    void whatIsOverIsThereAsAWhole() throws Exception {
        var room = house.attach("past", session(Duration.ofMinutes(70), Duration.ofMinutes(-60)));
        var list = playlist(room);
        assertTrue(list.contains("#EXT-X-PLAYLIST-TYPE:VOD") && list.endsWith("#EXT-X-ENDLIST\n"));
        assertEquals(300, list.split("#EXTINF", -1).length - 1);
        assertTrue(list.contains("\n0.m4s\n") && list.contains("\n299.m4s\n"));
    }

    @Test
    void aRecordingHasCaptionsInBothLanguagesAndALivePictureHasNone() throws Exception {
        var past = house.attach("past", session(Duration.ofMinutes(70), Duration.ofMinutes(-60)));
        var tracks = house.view(past, HOST).stream().orElseThrow().captions();
        assertEquals(
                List.of("zh", "en"),
                tracks.stream().map(StreamView.CaptionView::language).toList());
        for (var track : tracks) {
            var name = track.src().substring(track.src().lastIndexOf('/') + 1);
            var file = new String(file(past, name), StandardCharsets.UTF_8);
            assertTrue(file.startsWith("WEBVTT\n\n00:00:00.000 --> 00:10:00.000\n["), file);
        }
        var now = house.attach("now", session(Duration.ofSeconds(61), Duration.ofHours(1)));
        assertEquals(List.of(), house.view(now, HOST).stream().orElseThrow().captions());
        refused("not-found", () -> house.rooms.stream(now, "captions.zh.vtt"));
        refused("not-found", () -> house.rooms.stream(past, "captions.fr.vtt"));
    }

    @Test
    void nothingIsShownBeforeTheStartNorInARoomWithoutAPicture() {
        var soon = house.attach("soon", session(Duration.ofMinutes(-5), Duration.ofHours(1)));
        refused("stream.not-yet", () -> house.rooms.stream(soon, "index.m3u8"));
        refused("not-found", () -> house.rooms.stream(house.attach("talk", talk()), "index.m3u8"));
        step(HOST, soon, "start");
        assertEquals("live", house.view(soon, HOST).stream().orElseThrow().state());
        step(HOST, soon, "pause");
        assertEquals("paused", house.view(soon, HOST).stream().orElseThrow().state());
    }

    @Test
    void aSegmentIsTheSameWheneverItIsMadeAndSmallEnough() throws IOException {
        var card = new TestCard();
        var other = new TestCard();
        for (int number : List.of(0, 1, 30, 1_799)) {
            var segment = card.segment(number);
            assertArrayEquals(segment, other.segment(number));
            assertTrue(segment.length < 100_000, "has " + segment.length + " bytes");
            assertEquals(List.of("styp", "moof", "mdat"), boxes(segment));
            assertEquals((long) number * TestCard.SEGMENT_MS, decodeTime(segment));
        }
        assertEquals(List.of("ftyp", "moov"), boxes(card.header()));
        assertEquals("avc1.42C01E", card.codec());
    }

    private static List<String> boxes(byte[] file) {
        var names = new ArrayList<String>();
        var bytes = ByteBuffer.wrap(file);
        while (bytes.hasRemaining()) {
            int size = bytes.getInt();
            var name = new byte[4];
            bytes.get(name);
            names.add(new String(name, StandardCharsets.US_ASCII));
            bytes.position(bytes.position() + size - 8);
        }
        return names;
    }

    private static long decodeTime(byte[] segment) {
        var text = new String(segment, StandardCharsets.ISO_8859_1);
        return ByteBuffer.wrap(segment).getLong(text.indexOf("tfdt") + 8);
    }
}
