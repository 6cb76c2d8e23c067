package org.pavilion.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pavilion.server.json.Json;

/** A visitor puts booths on a tour, orders it with the keyboard, finds it again, and takes it to the map. */
@ExtendWith(House.Shared.class)
final class TourWalkTest {
    /** A hall of a dozen stands. */
    private static final String HALL = "ed-cibte-2020";

    private static final Json JSON = new Json();

    record Plan(Stands stands) {
        record Stands(List<String> id) {}
    }

    private static String stand(House house) {
        var plan = house.get("/api/plugins/exhibition/halls/" + HALL + "/plan").body();
        return JSON.view(plan, Plan.class).stands().id().getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh light desktop", "en dark phone"})
    void aBoothIsAddedMovedKeptAndDrawn(String words, House house) {
        var look = Visitor.Look.of(words);
        boolean en = look.language().equals("en");
        try (var visitor = new Visitor(house.base(), look)) {
            var page = visitor.open("/booth/" + stand(house));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(en ? "Add to tour" : "加入路线"))
                    .click();
            var stops = page.locator(".tour-stops > li");
            assertThat(stops).hasCount(1);
            assertThat(page.locator("[data-island=HallTour] > [data-ready]")).hasCount(1);

            page.locator("#tour-q").fill("-0");
            page.locator("#tour-q").press("Enter");
            var found = page.locator("[data-tour^='add-']");
            assertThat(found).not().hasCount(0);
            press(found.first());
            assertThat(stops).hasCount(2);
            assertThat(page).hasURL(Pattern.compile(".*stops=.*(%2C|,).*"));

            var second = stops.nth(1).locator(".body > a");
            var name = second.textContent();
            var up = stops.nth(1).locator("[data-tour^='up-']");
            press(up);
            assertThat(stops.nth(0).locator(".body > a")).hasText(name);
            assertThat(page.locator("[data-tour^='down-']:focus")).hasCount(1);
            visitor.expectAccessible("a tour");
            visitor.expectNoTrouble("a tour");

            visitor.open("/halls/tour?edition=" + HALL);
            assertThat(stops).hasCount(2);
            assertThat(stops.nth(0).locator(".body > a")).hasText(name);
            assertThat(page.locator(".tour-map polyline")).hasCount(1);
            page.locator(".page-head .actions a.primary").click();
            assertThat(page).hasURL(Pattern.compile(".*/halls[?].*tour=.*"));
            assertThat(page.locator("[data-island=HallMap] > [data-ready]")).hasCount(1);
            visitor.expectNoTrouble("the tour on the map");

            page.goBack();
            assertThat(stops).hasCount(2);
            press(stops.nth(0).locator("[data-tour^='drop-']"));
            assertThat(stops).hasCount(1);
        }
    }

    /** Nobody needs an account to begin with what they starred. */
    @Test
    void whatAGuestStarredIsTheFirstTour(House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("en light desktop"))) {
            var page = visitor.open("/booth/" + stand(house));
            var keep = page.locator("main form[action$='/me/favourites'] button");
            press(keep);
            assertThat(keep).hasAttribute("aria-pressed", "true");
            visitor.open("/halls/tour?edition=" + HALL);
            assertThat(page.locator(".tour-stops > li")).hasCount(1);
            visitor.expectNoTrouble("stars on a tour");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh no-script", "en dark phone no-script"})
    void withoutScriptTheTourIsAPageOfLinks(String words, House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of(words))) {
            var page = visitor.open("/halls/tour?edition=" + HALL + "&add=" + stand(house));
            page.locator("#tour-q").fill("-0");
            page.locator("#tour-q").press("Enter");
            press(page.locator("[data-tour^='add-']").first());
            assertThat(page.locator(".tour-stops > li")).hasCount(2);
            press(page.locator("[data-tour^='drop-']").last());
            assertThat(page.locator(".tour-stops > li")).hasCount(1);
            press(page.locator("[data-tour='from-north']"));
            assertThat(page.locator("[data-tour='from-north']")).hasAttribute("aria-current", "true");
            assertThat(page.locator(".tour-map svg")).isVisible();
        }
    }

    private static void press(Locator link) {
        link.focus();
        link.press("Enter");
    }
}
