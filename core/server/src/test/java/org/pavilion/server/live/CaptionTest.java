package org.pavilion.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.server.live.LiveHouse.HOST;
import static org.pavilion.server.live.LiveHouse.guest;
import static org.pavilion.server.live.LiveHouse.refused;
import static org.pavilion.server.live.LiveHouse.session;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Ref;
import org.pavilion.api.Response;
import org.pavilion.api.Text;
import org.pavilion.api.Utterance;
import org.pavilion.server.live.view.ChapterDraft;
import org.pavilion.server.live.view.ChapterLine;
import org.pavilion.server.live.view.CueDraft;
import org.pavilion.server.live.view.CueView;
import org.pavilion.server.live.view.SaidHits;
import org.pavilion.server.live.view.StreamView;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;

/** What is said is written down, found and taken back. */
@BothStores
final class CaptionTest {
    private final LiveHouse house;
    private final Pictures pictures;

    CaptionTest(Store store) {
        house = new LiveHouse(store);
        pictures = house.rooms.pictures();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static CueDraft cue(String language, String text, long from, long to) {
        return new CueDraft(text, Optional.of(language), Optional.of(from), Optional.of(to), Optional.empty());
    }

    private static CueDraft now(String text) {
        return new CueDraft(text, Optional.of("zh"), Optional.empty(), Optional.empty(), Optional.of("k-" + text));
    }

    private Ref past() {
        return house.attach("past", session(Duration.ofMinutes(70), Duration.ofMinutes(-60)));
    }

    private String track(Ref room, String language) throws Exception {
        var out = new ByteArrayOutputStream();
        ((Response.Stream) house.rooms.stream(room, "captions." + language + ".vtt"))
                .body()
                .write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> found(Ref room, String words) {
        return pictures.search(room, words).hits().stream()
                .map(SaidHits.Hit::text)
                .toList();
    }

    @Test
    void aLineTypedWhileTheSessionRunsStandsAtItsMomentAndViewersAreToldOnce() {
        var room = house.attach("now", session(Duration.ofMinutes(5), Duration.ofHours(1)));
        long rev = house.view(room, HOST).rev();
        var cue = pictures.addCue(HOST, room, now("各位来宾"));
        assertEquals(cue, pictures.addCue(HOST, room, now("各位来宾")));
        assertTrue(cue.fromMs() > 280_000 && cue.fromMs() < 400_000, () -> "at " + cue.fromMs());
        assertTrue(cue.toMs() > cue.fromMs());
        var told = house.topics.read("room:" + room, rev, 10);
        assertEquals(
                List.of("live.caption-shown"),
                told.stream().map(each -> each.name()).toList());
        assertTrue(
                house.topics.state("room:" + room).getOrDefault("captions", "").contains("各位来宾"));
        pictures.changeCue(HOST, room, cue.id(), now("各位嘉宾"));
        pictures.deleteCue(HOST, room, cue.id());
        var after = house.topics.read("room:" + room, rev, 10);
        assertEquals(3, after.size());
        after.forEach(each -> assertFalse(each.toString().contains("各位"), each::toString));
        refused("caption.gone", () -> pictures.deleteCue(HOST, room, cue.id()));
    }

    @Test
    void whoMayNotWriteCaptionsIsTurnedAwayAndNonsenseIsRefused() {
        var room = past();
        refused("access.sign-in", () -> pictures.addCue(guest(1), room, cue("zh", "x", 0, 1_000)));
        refused("access.sign-in", () -> pictures.captions(guest(1), room, "zh"));
        refused("request.invalid", () -> pictures.addCue(HOST, room, cue("klingon", "x", 0, 1_000)));
        refused("request.invalid", () -> pictures.addCue(HOST, room, cue("zh", "x", 1_000, 1_000)));
        refused("request.invalid", () -> pictures.addCue(HOST, room, cue("zh", "x", -5, 1_000)));
        refused("request.invalid", () -> pictures.addCue(HOST, room, cue("zh", "  ", 0, 1_000)));
        refused("caption.no-time", () -> pictures.addCue(HOST, room, now("没有时间")));
        var cue = pictures.addCue(HOST, room, cue("zh", "甲", 0, 1_000));
        var other = house.attach("other", session(Duration.ofMinutes(70), Duration.ofMinutes(-60)));
        refused("caption.gone", () -> pictures.deleteCue(HOST, other, cue.id()));
    }

    @Test
    void captionsComeFromAFileAndGoIntoOneAndTheRecordingShowsThem() throws Exception {
        var room = past();
        var file = """
                WEBVTT

                intro
                00:01.000 --> 00:04.500 align:start
                <v Anna>Good morning &amp; welcome</v>

                NOTE nothing

                01:00:02.000 --> 01:00:03.000
                Late
                """;
        assertEquals(2, pictures.replaceCues(HOST, room, "en", file.getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                List.of("Good morning & welcome", "Late"),
                pictures.cues(room, "en").cues().stream().map(CueView::text).toList());
        var out = pictures.cueFile(room, "en");
        assertTrue(out.contains("00:00:01.000 --> 00:00:04.500\nGood morning &amp; welcome\n"), out);
        assertEquals(2, pictures.replaceCues(HOST, room, "en", out.getBytes(StandardCharsets.UTF_8)));
        assertEquals(out, track(room, "en"));
        assertTrue(track(room, "zh").contains("[测试画面"));
        refused(
                "request.invalid",
                () -> pictures.replaceCues(HOST, room, "en", "<html>".getBytes(StandardCharsets.UTF_8)));
        pictures.addCue(HOST, room, cue("fr", "Bonjour", 0, 1_000));
        assertEquals(
                List.of("zh", "fr", "en"),
                house.view(room, guest(1)).stream().orElseThrow().captions().stream()
                        .map(StreamView.CaptionView::language)
                        .toList());
    }

    @Test
    void chaptersAreBegunNamedAndTakenAway() {
        var room = past();
        var draft = new ChapterDraft(Optional.of("开场"), Optional.empty(), Optional.of(5_000L));
        var first = pictures.addChapter(HOST, room, draft);
        assertEquals(new Text("开场", "开场"), first.title());
        pictures.addChapter(HOST, room, new ChapterDraft(Optional.of("圆桌"), Optional.of("Panel"), Optional.of(1_000L)));
        pictures.changeChapter(
                HOST, room, first.id(), new ChapterDraft(Optional.of("致辞"), Optional.of("Address"), Optional.empty()));
        assertEquals(
                List.of("圆桌", "致辞"),
                house.view(room, guest(1)).stream().orElseThrow().chapters().stream()
                        .map(each -> each.title().zh())
                        .toList());
        pictures.deleteChapter(HOST, room, first.id());
        assertEquals(
                List.of("Panel"),
                pictures.captions(HOST, room, "zh").chapters().stream()
                        .map(ChapterLine::title)
                        .map(Text::en)
                        .toList());
        refused("chapter.gone", () -> pictures.deleteChapter(HOST, room, first.id()));
        refused("access.sign-in", () -> pictures.addChapter(guest(1), room, draft));
    }

    @Test
    void whatWasSaidIsFoundWithItsMomentAndWhatWasTakenBackIsNot() {
        var room = past();
        var start = house.view(room, HOST).startsAt().orElseThrow();
        var said = List.of(
                new Utterance(start.plusSeconds(66), "林", false, "碳捕集的成本是多少？", null),
                new Utterance(start.plusSeconds(126), "Kim", false, "Carbon ＣＡＰＴＵＲＥ works", null));
        house.mount.write((handle, journal) -> {
            house.rooms.recall(handle, journal, room, said);
            return room;
        });
        pictures.addCue(HOST, room, cue("zh", "碳捕集是今天的主题", 30_000, 33_000));
        var hits = pictures.search(room, "碳捕集").hits();
        assertEquals(List.of("碳捕集是今天的主题", "碳捕集的成本是多少？"), found(room, "碳捕集"));
        assertEquals("/live/session:past?t=30", hits.getFirst().url());
        assertEquals("/live/session:past?t=60", hits.get(1).url());
        assertEquals("林", hits.get(1).who());
        assertEquals(List.of("Carbon ＣＡＰＴＵＲＥ works"), found(room, "capture carbon"));
        refused("request.invalid", () -> pictures.search(room, "  "));

        assertEquals(3, minutes());
        assertTrue(document(room, 1).contains("林：碳捕集的成本是多少？"));
        var message = house.rooms.messages(room, 0, 10).messages().getFirst();
        house.rooms.delete(HOST, room, message.id());
        assertEquals(List.of("碳捕集是今天的主题"), found(room, "碳捕集"));
        assertEquals("", document(room, 1));
        assertEquals(2, minutes());
    }

    /** How many documents the house's search gets. */
    private int minutes() {
        return house.mount.read(
                handle -> house.rooms.saidSource().ids(handle).toList().size());
    }

    private String document(Ref room, int minute) {
        var id = room.type() + "." + room.id() + "." + minute;
        return house.mount.read(handle -> house.rooms
                .saidSource()
                .document(handle, id)
                .map(each -> each.body().zh())
                .orElse(""));
    }

    @Test
    void whileASessionRunsOnlyItsRoomKnowsWhatWasSaid() {
        var room = house.attach("now", session(Duration.ofMinutes(5), Duration.ofHours(1)));
        house.say(1, room, "量子");
        assertEquals(List.of("量子"), found(room, "量子"));
        assertEquals(0, minutes());
        assertEquals("", document(room, 5));
    }
}
