package org.pavilion.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hall, the desk and the wall are one room: a question from a phone is approved on another and read off the wall. */
final class DeskTest {
    private static final String ROOM = """
            var now = java.time.Instant.now();
            context.rooms().attach(new Ref("session", "forum"), RoomSpec.of(new Text("主论坛", "Main forum"),
                    RoomSpec.Module.CHAT, RoomSpec.Module.REACTIONS, RoomSpec.Module.QUESTIONS, RoomSpec.Module.POLLS)
                .at(now.minusSeconds(600), now.plusSeconds(36000)));
            """;
    private static final String QUESTION = "首创产品首次进入市场的补贴，外资研发中心可以申请吗？";

    @TempDir
    static Path data;

    private static House house;

    @BeforeAll
    static void open() {
        house = House.fresh(data, false, true);
        var migration = "create table guestbook_entry (id text primary key, text text not null, at bigint not null);";
        var jar = SamplePlugin.jar("1.0.0", ROOM, migration);
        var answer = house.asOperator("POST", "/api/organiser/plugins", "application/java-archive", jar);
        assertTrue(answer.statusCode() < 300, answer.body());
        house.await("/api/live/rooms/session:forum", room -> room.body().contains("\"phase\":\"live\""));
        var rules = """
                {"moderated":true,"anonymity":true,"nameless":false,"votes":true,"carryOver":true,"perPerson":10,"tags":[]}""";
        var set = house.asOperator(
                "PUT",
                "/api/live/rooms/session:forum/desk/questions/rules",
                "application/json",
                rules.getBytes(StandardCharsets.UTF_8));
        assertEquals(200, set.statusCode(), set.body());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aPhoneInTheHallAsksAPhoneAtTheDeskStagesAndTheWallShowsIt() {
        try (var wall = new Visitor(house.base(), Visitor.Look.of("zh dark desktop"));
                var team = new Visitor(house.base(), Visitor.Look.of("zh light phone"));
                var seat = new Visitor(house.base(), Visitor.Look.of("en dark phone"))) {
            var screen = wall.open("/live/session:forum/projector");
            var digits = screen.locator(".digits span");
            assertThat(digits).hasCount(6);
            var code = String.join("", digits.allTextContents());

            team.page().navigate(house.server().setupLink());
            team.page().locator("main form button").first().click();
            team.page().waitForURL(url -> !url.contains("token="));
            var desk = team.open("/live/session:forum/desk");
            tab(desk, "房间");
            desk.locator("input.code").fill(code);
            desk.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("配对").setExact(true))
                    .click();
            assertThat(screen.locator(".screen[data-page=ask]")).isVisible();
            assertThat(screen.locator(".code.large img")).isVisible();
            var address = desk.locator(".entry b").textContent();

            var hall = seat.open(address.substring(address.indexOf("/in/")));
            hall.locator("main form button").first().click();
            hall.waitForURL(url -> url.endsWith("/hall"));
            hall.locator("textarea[name=text]").fill(QUESTION);
            hall.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the question"))
                    .click();
            assertThat(hall.locator("[data-live=mine]")).containsText("Waits for the host team");

            tab(desk, "队列");
            var card = desk.locator("article").filter(new Locator.FilterOptions().setHasText(QUESTION));
            card.locator("button.primary").click();
            assertThat(hall.locator("[data-live=mine]")).containsText("Everybody sees it");
            card.locator(".acts button").nth(2).click();
            assertThat(screen.locator(".stage h1")).hasText(QUESTION);
            assertThat(hall.locator("[data-live=stage]")).containsText(QUESTION);
            hall.locator("[data-live=questions] button[aria-pressed]").first().click();
            assertThat(hall.locator("[data-live=questions] button[aria-pressed=true]"))
                    .hasCount(1);
            assertThat(screen.locator(".stage .by")).containsText("1");
            tab(desk, "上台顺序");
            assertThat(desk.locator(".card.on")).containsText(QUESTION);

            for (var visitor : new Visitor[] {wall, team, seat}) {
                visitor.expectNoTrouble("desk, hall and wall");
                visitor.expectAccessible("desk, hall and wall");
            }
            tab(desk, "房间");
            desk.locator("section")
                    .filter(new Locator.FilterOptions().setHasText("大屏"))
                    .locator("li button")
                    .click();
            assertThat(screen.locator(".digits span")).hasCount(6);
        }
    }

    private static void tab(Page desk, String name) {
        desk.locator("nav.bottom button")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
    }
}
