package org.pavilion.server.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.server.live.LiveHouse.HOST;
import static org.pavilion.server.live.LiveHouse.guest;
import static org.pavilion.server.live.LiveHouse.refused;
import static org.pavilion.server.live.LiveHouse.talk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Response;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.live.stream.TestCard;
import org.pavilion.server.live.view.SiteDraft;
import org.pavilion.server.live.view.StreamView.SiteView;
import org.pavilion.server.settings.Rate;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;
import org.pavilion.server.telemetry.Telemetry;

/** An encoder pushes the house's own test picture, byte for byte what ffmpeg would send. */
@BothStores
final class IngestTest {
    private static final TestCard CARD = new TestCard();

    private final Store store;
    private LiveHouse house;

    IngestTest(Store store) {
        this.store = store;
        house = new LiveHouse(store);
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** A session that has begun and waits for its encoder. */
    private Ref room(String id) {
        var now = Instant.now();
        var room = house.attach(id, talk().at(now.minusSeconds(600), now.plusSeconds(3_600)));
        house.rooms.pictures().describe(HOST, room, "main", encoder());
        return room;
    }

    private static SiteDraft encoder() {
        return new SiteDraft("encoder", Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Optional<String> basic(String key) {
        return Optional.of(
                "Basic " + Base64.getEncoder().encodeToString(("stream:" + key).getBytes(StandardCharsets.UTF_8)));
    }

    private void put(Ref room, String site, String track, String file, byte[] body) {
        house.rooms.streams().put(room, site, Optional.of(track), file, new ByteArrayInputStream(body));
    }

    private void put(Ref room, String file, byte[] body) {
        put(room, "main", "v", file, body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The playlist that ffmpeg pushes after a piece; these last a moment, so that none is ahead of the clock. */
    private static byte[] list(int first, int last) {
        var list = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:"
                + first + "\n#EXT-X-MAP:URI=\"init.mp4\"\n");
        for (int number = first; number <= last; number++) {
            list.append("#EXTINF:0.001000,\nseg").append(number).append(".m4s\n");
        }
        return bytes(list.toString());
    }

    private void push(Ref room, String site, String track, int from, int to) {
        put(room, site, track, "init.mp4", CARD.header());
        for (int number = from; number <= to; number++) {
            put(room, site, track, "seg" + number + ".m4s", CARD.segment(number));
            put(room, site, track, "index.m3u8", list(Math.max(from, number - 4), number));
        }
    }

    private String text(Ref room, String track, String file) throws Exception {
        return new String(get(room, track, file), StandardCharsets.UTF_8);
    }

    private byte[] get(Ref room, String track, String file) throws Exception {
        return body(house.rooms.streams().file(room, "main", track, file, false));
    }

    private static byte[] body(Response answer) throws Exception {
        var out = new ByteArrayOutputStream();
        ((Response.Stream) answer).body().write(out);
        return out.toByteArray();
    }

    private SiteView site(Ref room, int at) {
        return house.view(room, guest(1)).stream().orElseThrow().sites().get(at);
    }

    private static List<String> pieces(String playlist) {
        return playlist.lines()
                .filter(line -> line.endsWith(".m4s") || line.endsWith(".ts"))
                .toList();
    }

    @Test
    void whatIsPushedIsSeenLiveAndReplayedByteForByte() throws Exception {
        var room = room("day");
        assertEquals("waiting", site(room, 0).state());
        refused("stream.not-yet", () -> text(room, "v", "index.m3u8"));
        push(room, "main", "v", 0, 5);
        assertEquals("receiving", site(room, 0).state());
        var live = text(room, "v", "index.m3u8");
        assertEquals(List.of("0.m4s", "1.m4s", "2.m4s", "3.m4s", "4.m4s", "5.m4s"), pieces(live));
        assertTrue(live.contains("#EXT-X-MEDIA-SEQUENCE:0") && !live.contains("ENDLIST"), live);
        assertFalse(live.contains("seg") || live.contains("init.mp4") || live.contains("DISCONTINUITY\n"), live);
        house.rooms.move(HOST, room, "end");
        var whole = text(room, "v", "index.m3u8");
        assertTrue(whole.contains("#EXT-X-PLAYLIST-TYPE:VOD") && whole.endsWith("#EXT-X-ENDLIST\n"), whole);
        for (int number = 0; number <= 5; number++) {
            assertArrayEquals(CARD.segment(number), get(room, "v", number + ".m4s"));
        }
        var header = whole.lines()
                .filter(line -> line.contains("EXT-X-MAP"))
                .findFirst()
                .orElseThrow();
        assertArrayEquals(
                CARD.header(), get(room, "v", header.substring(header.indexOf('"') + 1, header.length() - 1)));
        assertEquals("recorded", site(room, 0).state());
        var renditions =
                new String(body(house.rooms.streams().file(room, "main", "index.m3u8", false)), StandardCharsets.UTF_8);
        assertTrue(renditions.contains("\nv/index.m3u8\n"), renditions);
    }

    @Test
    void aWindowSlidesAndARestartIsABreakThatViewersAreTold() throws Exception {
        var room = room("long");
        push(room, "main", "v", 0, 19);
        var live = text(room, "v", "index.m3u8");
        assertTrue(live.contains("#EXT-X-MEDIA-SEQUENCE:8\n#EXT-X-DISCONTINUITY-SEQUENCE:0\n"), live);
        push(room, "main", "v", 0, 2);
        live = text(room, "v", "index.m3u8");
        assertEquals("22.m4s", pieces(live).getLast());
        assertTrue(live.contains("#EXT-X-DISCONTINUITY\n#EXT-X-PROGRAM-DATE-TIME"), live);
        assertArrayEquals(CARD.segment(0), get(room, "v", "20.m4s"));
        push(room, "main", "v", 3, 14);
        live = text(room, "v", "index.m3u8");
        assertTrue(live.contains("#EXT-X-DISCONTINUITY-SEQUENCE:1\n"), live);
    }

    @Test
    void aPieceIsShownOnceThePlaylistNamesItAndOneThatNeverCameIsCountedAsMissing() throws Exception {
        var room = room("gap");
        push(room, "main", "v", 0, 1);
        put(room, "seg2.m4s", CARD.segment(2));
        assertEquals(2, pieces(text(room, "v", "index.m3u8")).size());
        put(room, "seg4.m4s", CARD.segment(4));
        put(room, "index.m3u8", list(0, 4));
        assertEquals(4, pieces(text(room, "v", "index.m3u8")).size());
        assertEquals(
                1, house.rooms.pictures().desk(HOST, room).sites().getFirst().missing());
    }

    @Test
    void severalRenditionsShareTheirClockAndSayTheirRates() throws Exception {
        var room = room("two");
        put(room, "main", "v", "master.m3u8", bytes("""
                #EXTM3U
                #EXT-X-STREAM-INF:BANDWIDTH=2800000,RESOLUTION=1280x720,CODECS="avc1.42C01E"
                http://encoder.example/secret/v0/index.m3u8
                #EXT-X-STREAM-INF:BANDWIDTH=800000,RESOLUTION=640x360
                v1/index.m3u8
                """));
        push(room, "main", "v0", 0, 3);
        push(room, "main", "v1", 0, 3);
        var list =
                new String(body(house.rooms.streams().file(room, "main", "index.m3u8", false)), StandardCharsets.UTF_8);
        assertTrue(list.contains("RESOLUTION=1280x720,CODECS=\"avc1.42C01E\"\nv0/index.m3u8\n"), list);
        assertTrue(list.contains(",RESOLUTION=640x360\nv1/index.m3u8\n"), list);
        assertFalse(list.contains("example"), list);
        var clock = "#EXT-X-PROGRAM-DATE-TIME";
        assertEquals(
                text(room, "v0", "index.m3u8")
                        .lines()
                        .filter(line -> line.startsWith(clock))
                        .toList(),
                text(room, "v1", "index.m3u8")
                        .lines()
                        .filter(line -> line.startsWith(clock))
                        .toList());
    }

    @Test
    void onlyTheKeyOfThisRoomAndSiteOpensAndAnotherOneMakesItWorthless() {
        var room = room("locked");
        var other = room("other");
        var doors = house.rooms.streams();
        refused("stream.key", () -> doors.admit(room, "main", Optional.empty()));
        var key = house.rooms.pictures().key(HOST, room, "main");
        doors.admit(room, "main", basic(key));
        var wrong = List.of(basic(key + "x"), basic(""), Optional.of("Bearer " + key), Optional.of("Basic ~~"));
        wrong.forEach(each -> refused("stream.key", () -> doors.admit(room, "main", each)));
        refused("stream.key", () -> doors.admit(other, "main", basic(key)));
        refused("stream.key", () -> doors.admit(room, "second", basic(key)));
        refused("stream.key", () -> doors.admit(new Ref("session", "none"), "main", basic(key)));
        var next = house.rooms.pictures().key(HOST, room, "main");
        refused("stream.key", () -> doors.admit(room, "main", basic(key)));
        doors.admit(room, "main", basic(next));
        house.rooms.pictures().revoke(HOST, room, "main");
        refused("stream.key", () -> doors.admit(room, "main", basic(next)));
        refused("access.sign-in", () -> house.rooms.pictures().key(guest(1), room, "main"));
        var stored = house.mount.read(
                handle -> handle.createQuery("select count(*) from live_site where key_hash like :k or key_end = :k")
                        .bind("k", "%" + next + "%")
                        .mapTo(Long.class)
                        .one());
        assertEquals(0, stored);
    }

    @Test
    void whatIsNoStreamIsRefusedAndLeavesNothingBehind() throws Exception {
        var room = room("fuzz");
        var card = CARD.segment(1);
        for (var name :
                List.of("../a.ts", "a..ts", "a.exe", ".ts", "a/b.ts", "a\\b.ts", "a.ts\0", "index.m3u8.php", "")) {
            refused("stream.name", () -> put(room, name, card));
        }
        for (var track : List.of("..", "V0", "a/b", "")) {
            refused("stream.name", () -> put(room, "main", track, "a.ts", card));
        }
        refused("stream.content", () -> put(room, "a.ts", card));
        refused("stream.content", () -> put(room, "a.m4s", CARD.header()));
        refused("stream.content", () -> put(room, "a.m4s", Arrays.copyOf(card, card.length - 100)));
        refused("stream.content", () -> put(room, "a.ts", new byte[188 * 3]));
        refused("stream.content", () -> put(room, "a.mp4", bytes("<html><script>alert(1)</script>")));
        refused("stream.content", () -> put(room, "a.m4s", new byte[0]));
        refused("stream.playlist", () -> put(room, "index.m3u8", bytes("hello")));
        refused("stream.playlist", () -> put(room, "index.m3u8", bytes("#EXTM3U\n#EXTINF:99999,\na.ts\n")));
        refused(
                "stream.playlist",
                () -> put(room, "index.m3u8", bytes("#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n")));
        refused("request.too-large", () -> put(room, "index.m3u8", new byte[3 << 20]));
        refused(
                "request.too-large",
                () -> house.rooms.streams().put(room, "main", Optional.of("v"), "a.ts", endless()));
        put(room, "index.m3u8", list(0, 3));
        refused("stream.not-yet", () -> text(room, "v", "index.m3u8"));
        try (var left = Files.walk(store.settings().data().resolve("recordings"))) {
            assertEquals(0, left.filter(Files::isRegularFile).count());
        }
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 0x47;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                Arrays.fill(buffer, offset, offset + length, (byte) 0x47);
                return length;
            }
        };
    }

    @Test
    void aTransportStreamIsTakenByItsSyncBytes() throws Exception {
        var room = room("ts");
        var packets = new byte[188 * 50];
        for (int at = 0; at < packets.length; at += 188) {
            packets[at] = 0x47;
        }
        put(room, "a0.ts", packets);
        put(
                room,
                "index.m3u8",
                bytes("#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:7\n#EXTINF:1.04,\nhttp://evil.example/x/a0.ts?y\n"));
        var live = text(room, "v", "index.m3u8");
        assertTrue(live.contains("#EXTINF:1.040,\n0.ts\n") && !live.contains("evil"), live);
        assertArrayEquals(packets, get(room, "v", "0.ts"));
    }

    @Test
    void nothingIsShownThatWasSentBeforeTheSessionOrInABreak() throws Exception {
        var now = Instant.now();
        var room = house.attach("soon", talk().at(now.plusSeconds(1_800), now.plusSeconds(3_600)));
        house.rooms.pictures().describe(HOST, room, "main", encoder());
        push(room, "main", "v", 0, 3);
        refused("stream.not-yet", () -> text(room, "v", "index.m3u8"));
        refused("not-found", () -> get(room, "v", "1.m4s"));
        var desk = house.rooms.streams().file(room, "main", "v", "index.m3u8", true);
        assertEquals(4, pieces(new String(body(desk), StandardCharsets.UTF_8)).size());
        house.rooms.move(HOST, room, "start");
        refused("not-found", () -> get(room, "v", "0.m4s"));
    }

    @Test
    void inABreakTheLastPictureStaysAndAfterItTheWindowBeginsAnew() throws Exception {
        var room = room("break");
        push(room, "main", "v", 0, 2);
        house.rooms.move(HOST, room, "pause");
        push(room, "main", "v", 0, 27);
        assertEquals(List.of("0.m4s", "1.m4s", "2.m4s"), pieces(text(room, "v", "index.m3u8")));
        refused("not-found", () -> get(room, "v", "20.m4s"));
        house.rooms.move(HOST, room, "resume");
        push(room, "main", "v", 0, 2);
        var live = text(room, "v", "index.m3u8");
        assertEquals("33.m4s", pieces(live).getLast());
        assertFalse(live.contains("\n2.m4s\n"), live);
        assertTrue(
                live.contains("#EXT-X-MEDIA-SEQUENCE:" + pieces(live).getFirst().replace(".m4s", "\n")), live);
        house.rooms.move(HOST, room, "end");
        var whole = text(room, "v", "index.m3u8");
        assertTrue(whole.contains("\n2.m4s\n#EXT-X-DISCONTINUITY\n") && !whole.contains("\n20.m4s\n"), whole);
    }

    @Test
    void anEncoderThatFallsSilentIsLostAndComesBackByItselfAndARecordingOutlivesAKill() throws Exception {
        var room = room("lost");
        push(room, "main", "v", 0, 2);
        house.mount.write(
                (handle, journal) -> handle.execute("update live_segment set started_at = started_at - 600000"));
        house.mount.write((handle, journal) ->
                handle.execute("update live_piece set at = at - 60000, shown_at = shown_at - 60000"));
        house.close();
        house = new LiveHouse(
                store.database(),
                new EventLog(store.database(), new Telemetry()),
                store.settings(),
                Rate.of("1000/s burst 1000"));
        assertEquals("lost", site(room, 0).state());
        push(room, "main", "v", 3, 4);
        assertEquals("receiving", site(room, 0).state());
        house.rooms.move(HOST, room, "end");
        var whole = text(room, "v", "index.m3u8");
        assertEquals(1, whole.split("#EXT-X-DISCONTINUITY\n", -1).length - 1, whole);
        assertArrayEquals(CARD.segment(1), get(room, "v", "1.m4s"));
        // A minute without a picture is no minute of the recording, but one of the session.
        var stretches = site(room, 0).stretches();
        assertEquals(2, stretches.size(), stretches::toString);
        var gap = stretches.get(1).mediaMs()
                - stretches.get(1).at()
                - (stretches.get(0).mediaMs() - stretches.get(0).at());
        assertTrue(gap > 50_000 && gap < 70_000, stretches::toString);
    }

    @Test
    void aSecondSiteGoesOnWhenTheFirstIsLost() {
        var room = room("cities");
        house.rooms
                .pictures()
                .describe(
                        HOST,
                        room,
                        "second",
                        new SiteDraft("encoder", Optional.of("日内瓦"), Optional.of("Geneva"), Optional.empty()));
        push(room, "second", "v", 0, 1);
        assertEquals("waiting", site(room, 0).state());
        assertEquals("receiving", site(room, 1).state());
        assertEquals("Geneva", site(room, 1).label().en());
        assertEquals("live", house.view(room, guest(1)).phase());
    }

    @Test
    void anAddressElsewhereIsCheckedAndOnlyTheBrowsersPolicyLearnsOfIt() {
        var room = room("away");
        var pictures = house.rooms.pictures();
        for (var address : List.of(
                "ftp://a.example/x",
                "https://user:pw@a.example/x",
                "javascript:alert(1)",
                "",
                "https://",
                "//a",
                "https://a b/")) {
            refused(
                    "request.invalid",
                    () -> pictures.describe(
                            HOST,
                            room,
                            "main",
                            new SiteDraft("elsewhere", Optional.empty(), Optional.empty(), Optional.of(address))));
        }
        pictures.describe(
                HOST,
                room,
                "main",
                new SiteDraft(
                        "elsewhere",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("https://cdn.example:8443/a/b.m3u8?x=1")));
        assertEquals("https://cdn.example:8443/a/b.m3u8?x=1", site(room, 0).src());
        var deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!house.rooms.streamOrigins().contains("https://cdn.example:8443")) {
            assertTrue(Instant.now().isBefore(deadline), "the policy was not told");
            Thread.onSpinWait();
        }
    }

    @Test
    void theOldestPiecesGoWhenThereAreTooManyAndTheirFilesWithThem() throws Exception {
        var room = room("full");
        push(room, "main", "v", 0, 5);
        put(room, "never.m4s", CARD.segment(7));
        var now = Instant.now();
        assertEquals(0, house.rooms.streams().sweep(now));
        house.rooms.keepRecordings(() -> 30, () -> 0);
        assertEquals(0, house.rooms.streams().sweep(now));
        assertEquals(1, house.rooms.streams().sweep(now.plus(Duration.ofHours(2))));
        house.mount.write(
                (handle, journal) -> handle.execute("update live_piece set at = at - 8000000000 where place < 4"));
        assertEquals(4, house.rooms.streams().sweep(now));
        assertEquals(List.of("4.m4s", "5.m4s"), pieces(text(room, "v", "index.m3u8")));
        refused("not-found", () -> get(room, "v", "1.m4s"));
        try (var left = Files.walk(store.settings().data().resolve("recordings"))) {
            assertEquals(
                    2, left.filter(each -> each.toString().endsWith(".m4s")).count());
        }
    }

    @Test
    void aRecordingTakesNothingMore() {
        var room = room("closed");
        push(room, "main", "v", 0, 1);
        house.rooms.move(HOST, room, "end");
        house.rooms.move(HOST, room, "close");
        assertEquals(
                "stream.closed",
                org.junit.jupiter.api.Assertions.assertThrows(Problem.class, () -> push(room, "main", "v", 2, 3))
                        .code());
    }
}
