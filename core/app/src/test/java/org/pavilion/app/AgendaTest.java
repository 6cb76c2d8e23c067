package org.pavilion.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A visitor plans a day with the programme. */
@ExtendWith(House.Shared.class)
final class AgendaTest {
    private static final String LIVE = "ses-demo-2";

    @ParameterizedTest
    @ValueSource(strings = {"zh light desktop", "en dark phone", "zh dark phone", "en light desktop"})
    void theDayIsReadStarredAndTakenAlong(String words, House house) {
        var look = Visitor.Look.of(words);
        try (var visitor = new Visitor(house.base(), look)) {
            var page = visitor.open("/agenda");
            assertThat(page.locator("h1")).hasCount(1);
            assertThat(page.locator("#" + LIVE)).hasClass(Pattern.compile("live"));
            assertTrue(page.locator(".agenda-slot").count() >= 6, "the day is full");
            assertThat(page.locator(".agenda-hall").first()).isVisible(visible(!look.phone()));
            noSidewaysScroll(page);

            page.locator("nav.agenda-days a").last().click();
            page.waitForURL(Pattern.compile(".*[?&]day=.*"));
            var parallel = page.locator(".agenda-slot");
            star(parallel.nth(0));
            star(parallel.nth(1));
            var mine = page.locator("section.mine");
            assertThat(mine).isVisible();
            assertThat(mine.locator("li")).hasCount(1);
            var file = page.request().get(house.base() + mine.locator("a").getAttribute("href"));
            assertEquals(200, file.status());
            assertEquals(2, file.text().split("BEGIN:VEVENT", -1).length - 1);

            page.reload();
            assertThat(page.locator(".star[aria-pressed=true]")).hasCount(2);
            visitor.expectNoTrouble("agenda");
            visitor.expectAccessible("agenda");
        }
    }

    private static LocatorAssertions.IsVisibleOptions visible(boolean wanted) {
        return new LocatorAssertions.IsVisibleOptions().setVisible(wanted);
    }

    private static void star(Locator slot) {
        slot.locator(".star").click();
        assertThat(slot.locator(".star")).hasAttribute("aria-pressed", "true");
    }

    private static void noSidewaysScroll(Page page) {
        assertEquals(
                true,
                page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                "nothing hangs over the side");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh light phone", "en dark desktop"})
    void aSessionLeadsToItsRoomItsSpeakersAndWhatItShows(String words, House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of(words))) {
            var page = visitor.open("/forum/" + LIVE);
            assertThat(page.locator("main a.primary[href*='/live/session:" + LIVE + "']"))
                    .hasCount(1);
            assertThat(page.locator("main a[href*='/item/item-bit-robot']").first())
                    .isVisible();
            visitor.expectNoTrouble("session");
            visitor.expectAccessible("session");
            page.locator("main a[href*='/person/per-demo-']").first().click();
            assertThat(page.locator("main a[href*='/forum/ses-demo-']").first()).isVisible();
            visitor.expectNoTrouble("person");
            visitor.expectAccessible("person");
        }
    }

    @Test
    void theAgendaAndItsFiltersNeedNoScript(House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("zh no-script"))) {
            var page = visitor.open("/agenda");
            page.locator("select[name=track]").selectOption("biomed");
            page.locator(".agenda-filter button").click();
            page.waitForURL(Pattern.compile(".*track=biomed.*"));
            assertTrue(page.locator(".agenda-slot").count() < 12);
            page.locator("nav.agenda-days a").last().click();
            assertThat(page.locator("nav.agenda-days a[aria-current]")).hasCount(1);
            visitor.open("/agenda?edition=ed-zgcf-2020");
            assertThat(page.locator("p.alert")).isVisible();
        }
    }
}
