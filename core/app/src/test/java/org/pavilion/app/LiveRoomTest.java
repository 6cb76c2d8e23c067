package org.pavilion.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People meet in a live room: they watch, talk, come back, and take the picture along. */
final class LiveRoomTest {
    private static final String ROOMS = """
            var now = java.time.Instant.now();
            for (var id : java.util.List.of("talk", "desk", "drop", "plain", "show")) {
                context.rooms().attach(new Ref("session", id), RoomSpec.of(new Text("先行先试 " + id, "Pilot policies " + id),
                        RoomSpec.Module.CHAT, RoomSpec.Module.REACTIONS)
                    .at(now.minusSeconds(600), now.plusSeconds(36000)).showing(new StreamSpec.TestCard()));
            }
            context.rooms().attach(new Ref("session", "later"), RoomSpec.of(new Text("明天见", "See you tomorrow"),
                    RoomSpec.Module.CHAT).at(now.plusSeconds(36000), now.plusSeconds(39600)).showing(new StreamSpec.TestCard()));
            context.rooms().attach(new Ref("session", "over"), RoomSpec.of(new Text("昨天的场次", "Yesterday's session"),
                    RoomSpec.Module.CHAT).at(now.minusSeconds(7200), now.minusSeconds(3600)).showing(new StreamSpec.TestCard()));
            """;

    @TempDir
    static Path data;

    private static House house;

    @BeforeAll
    static void open() {
        house = House.fresh(data, false, true);
        var migration = "create table guestbook_entry (id text primary key, text text not null, at bigint not null);";
        var jar = SamplePlugin.jar("1.0.0", ROOMS, migration);
        var answer = house.asOperator("POST", "/api/organiser/plugins", "application/java-archive", jar);
        assertTrue(answer.statusCode() < 300, answer.body());
        house.await("/api/live/rooms/session:talk", room -> room.body().contains("\"phase\":\"live\""));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void twoPeopleTalkInTheirLanguages() {
        try (var here = visit("zh light desktop");
                var there = visit("en dark phone")) {
            var zh = enter(here, "talk");
            var en = enter(there, "talk");
            say(zh, "大家好，声音清楚吗？");
            assertThat(texts(en)).containsText(new String[] {"大家好，声音清楚吗？"});
            say(en, "Yes, hello from Paris");
            assertThat(texts(zh)).containsText(new String[] {"大家好，声音清楚吗？", "Yes, hello from Paris"});

            act(zh, "Yes, hello from Paris", "reply");
            say(zh, "欢迎");
            assertThat(message(en, "欢迎").locator(".quote")).containsText("Yes, hello from Paris");
            act(zh, "大家好，声音清楚吗？", "edit");
            say(zh, "大家好，画面清楚吗？");
            assertThat(message(en, "大家好，画面清楚吗？").locator("small")).hasText("edited");
            act(en, "Yes, hello from Paris", "sure");
            en.locator("[data-act=remove]").click();
            assertThat(zh.locator(".msg.gone")).hasCount(1);
            zh.locator("[data-kind=clap]").click();
            assertThat(en.locator("[data-kind=clap]")).containsText("1");

            zh.locator("textarea").fill("写到一半");
            zh.reload();
            assertThat(zh.locator("textarea")).hasValue("写到一半");
            assertThat(texts(zh)).hasCount(2);
            // Less motion was asked for: what is said stands over the picture instead of flying.
            zh.locator("textarea").press("Enter");
            assertThat(zh.locator("pv-live-stage .still")).containsText("写到一半");
            assertThat(texts(en)).hasCount(3);

            here.expectNoTrouble("live room");
            there.expectNoTrouble("live room");
            here.expectAccessible("live room");
            there.expectAccessible("live room");
        }
    }

    @Test
    void theHostTeamRemovesAMessage() {
        try (var guest = visit("en light desktop");
                var team = visit("zh dark desktop")) {
            var theirs = enter(guest, "desk");
            say(theirs, "Buy cheap things now");
            team.page().navigate(house.server().setupLink());
            team.page().locator("main form button").first().click();
            team.page().waitForURL(url -> !url.contains("token="));
            var desk = enter(team, "desk");
            act(desk, "Buy cheap things now", "sure");
            desk.locator("[data-act=remove]").click();
            assertThat(theirs.locator(".msg.gone")).containsText("Removed by the host team");
            desk.locator(".modes select").selectOption("30");
            assertThat(theirs.locator("header .slow")).isVisible();
            say(theirs, "Sorry");
            theirs.locator("textarea").fill("kept while I wait");
            assertThat(theirs.locator(".hint")).containsText("Slow mode");
            assertThat(theirs.locator("pv-live-composer .btn.primary")).isDisabled();
            team.expectNoTrouble("desk");
            team.expectAccessible("desk");
        }
    }

    @Test
    void aLostConnectionComesBackWithoutLossOrDoubles() {
        try (var here = visit("zh light phone");
                var there = visit("zh light desktop")) {
            List<WebSocketRoute> lines = new CopyOnWriteArrayList<>();
            here.page().routeWebSocket(url -> url.endsWith("/ws"), line -> {
                lines.add(line);
                line.connectToServer();
            });
            var mine = enter(here, "drop");
            var other = enter(there, "drop");
            say(mine, "一");
            say(other, "二");
            assertThat(texts(mine)).hasText(new String[] {"一", "二"});
            mine.locator("textarea").fill("没写完");
            lines.getLast().close();
            say(other, "三");
            say(other, "四");
            assertThat(texts(mine)).hasText(new String[] {"一", "二", "三", "四"});
            assertThat(mine.locator("textarea")).hasValue("没写完");
            mine.locator("textarea").press("Enter");
            assertThat(texts(other)).hasText(new String[] {"一", "二", "三", "四", "没写完"});
            assertThat(texts(mine)).hasCount(5);
            assertTrue(lines.size() > 1, "the line was opened again");
        }
    }

    @Test
    void peopleReadAndSpeakWithoutScript() {
        try (var visitor = visit("en no-script")) {
            var page = visitor.open("/live/session:plain");
            assertThat(page.locator("h1")).hasText("Pilot policies plain");
            page.locator("input[name=text]").fill("Hello <b>without</b> script");
            page.locator("main form button.primary").click();
            assertThat(page.locator("ol.rows p")).hasText("Hello <b>without</b> script");
            assertTrue(page.url().endsWith("/en/live/session:plain#said"), page.url());
            assertThat(page.locator("a[href$='index.m3u8']")).isVisible();
            visitor.open("/live");
            page.locator("main a[href$='/live/session:later']").click();
            assertThat(page.locator("main")).containsText("The chat is not open now");
        }
        assertEquals(404, house.page("/live/session:none").statusCode());
        assertEquals(404, house.page("/live/nonsense").statusCode());
        var refused = house.send(house.request("/en/live/session:later/messages")
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("text=too+early", StandardCharsets.UTF_8)));
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("The chat is closed"), "says why");
    }

    @Test
    void thePicturePlaysOnWhileTheVisitorLooksAround() {
        try (var visitor = visit("zh dark desktop")) {
            var page = enter(visitor, "show");
            page.locator("pv-live-stage .start").click();
            awaitProgress(page);
            page.evaluate("() => { window.thisPage = true }");
            page.locator("header .brand").click();
            assertThat(page.locator(".mini-player a")).containsText("先行先试 show");
            awaitProgress(page);
            visitor.expectNoTrouble("mini-player");
            page.locator(".mini-player a").click();
            assertThat(page.locator("pv-live-stage video")).hasCount(1);
            assertThat(page.locator(".mini-player")).hasCount(0);
            awaitProgress(page);
            assertEquals(true, page.evaluate("() => window.thisPage"), "never left the page");

            page.locator("header .brand").click();
            page.locator(".mini-player button").last().click();
            assertThat(page.locator("video")).hasCount(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh light desktop", "en dark phone"})
    void aRecordingsCaptionsAreInThePagesLanguage(String words) {
        var look = Visitor.Look.of(words);
        try (var visitor = visit(words)) {
            var page = visitor.open("/live/session:over");
            var button = page.locator(
                    "pv-live-stage button[aria-label='" + (look.language().equals("en") ? "Captions" : "字幕") + "']");
            button.click();
            assertThat(button).hasAttribute("aria-pressed", "true");
            page.locator("video").evaluate("""
                    (video, language) => new Promise((read, stuck) => {
                      const look = () => {
                        const shown = [...video.textTracks].filter(track => track.mode === 'showing')
                        if (shown.length === 1 && shown[0].language === language && shown[0].cues?.length > 0) read(true)
                      }
                      for (const track of video.querySelectorAll('track')) track.addEventListener('load', look)
                      setTimeout(() => stuck(new Error('no captions in ' + language)), 15000)
                      look()
                    })
                    """, look.language());
            button.click();
            assertThat(button).hasAttribute("aria-pressed", "false");
            visitor.expectNoTrouble("captions");
        }
    }

    @Test
    void aRoomThatOpensLaterCountsDown() {
        try (var visitor = visit("en dark phone")) {
            var page = enter(visitor, "later");
            assertThat(page.locator("pv-live-stage .clock")).containsText(":");
            assertThat(page.locator("pv-live-chat")).containsText("The chat opens shortly before the start");
            page.locator("[role=tab]").last().click();
            assertThat(page.locator("h1")).isVisible();
            visitor.expectNoTrouble("countdown");
            visitor.expectAccessible("countdown");
            visitor.open("/live");
            assertThat(page.locator("main .card")).hasCount(7);
            visitor.expectAccessible("live rooms");
        }
    }

    private static Visitor visit(String look) {
        return new Visitor(house.base(), Visitor.Look.of(look));
    }

    private static Page enter(Visitor visitor, String room) {
        var page = visitor.open("/live/session:" + room);
        assertThat(page.locator("pv-live-chat h2")).hasCount(1);
        return page;
    }

    private static void say(Page page, String words) {
        page.locator("textarea").fill(words);
        page.locator("textarea").press("Enter");
    }

    private static Locator texts(Page page) {
        return page.locator(".msg.shown .text");
    }

    private static Locator message(Page page, String text) {
        var said = page.locator(".text").filter(new Locator.FilterOptions().setHasText(text));
        return page.locator(".msg").filter(new Locator.FilterOptions().setHas(said));
    }

    private static void act(Page page, String text, String tool) {
        var row = message(page, text).last();
        row.focus();
        row.locator("[data-act=" + tool + "]").click();
    }

    /** Waits until the one picture of the page has moved on. */
    private static void awaitProgress(Page page) {
        var from = ((Number) page.locator("video").evaluate("video => video.currentTime")).doubleValue();
        page.locator("video").evaluate("""
                (video, from) => new Promise((moved, stuck) => {
                  const look = () => video.currentTime > from + 0.3 && !video.paused && moved(true)
                  video.addEventListener('timeupdate', look)
                  setTimeout(() => stuck(new Error('the picture stands still at ' + video.currentTime)), 15000)
                  look()
                })
                """, from);
    }
}
