package org.pavilion.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A visitor tours the expo in a real browser. */
@ExtendWith(House.Shared.class)
final class JourneyTest {
    private static final List<String> BOARDS = List.of(
            "/market",
            "/market?kind=demand",
            "/deals",
            "/agency",
            "/policy",
            "/programme",
            "/scifi",
            "/forum",
            "/initiatives",
            "/contest",
            "/insights",
            "/finance",
            "/facts",
            "/organisations",
            "/exhibitors",
            "/achievements",
            "/platforms");

    /** Each language, theme and screen in every pair; {@code -Djourneys=all} runs every combination. */
    static Stream<String> looks() {
        var all = List.of(
                "zh light desktop",
                "en dark desktop",
                "zh dark phone",
                "en light phone",
                "zh dark desktop",
                "en light desktop",
                "zh light phone",
                "en dark phone");
        return all.stream().limit("all".equals(System.getProperty("journeys")) ? all.size() : 4);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void fromTheHomePageToHallBoothItemAndSearch(String words, House house) {
        var look = Visitor.Look.of(words);
        try (var visitor = new Visitor(house.base(), look)) {
            var page = visitor.open("/");
            assertEquals(
                    look.language().equals("en") ? "en" : "zh",
                    page.locator("html").getAttribute("lang").substring(0, 2));
            assertThat(page.locator("h1")).hasCount(1);
            visitor.expectNoTrouble("home");
            visitor.expectAccessible("home");

            visitor.open("/halls?edition=ed-cibte-2020");
            assertThat(page.locator("main a[href*='/booth/']").first()).isAttached();
            visitor.expectNoTrouble("hall");
            visitor.expectAccessible("hall");

            var booth = page.locator("main a[href*='/booth/']").first().getAttribute("href");
            page.navigate(house.base() + booth);
            assertThat(page.locator("h1")).hasCount(1);
            visitor.expectNoTrouble("booth");
            visitor.expectAccessible("booth");

            visitor.open("/item/item-antibac-steel");
            assertThat(page.locator("h1")).containsText(look.language().equals("en") ? "Steel" : "抗菌不锈钢");
            visitor.expectNoTrouble("item");
            visitor.expectAccessible("item");

            search(page, look, look.language().equals("en") ? "antibacterial steel" : "kangjun");
            assertThat(page.locator("main a[href*='/item/item-antibac-steel']").first())
                    .isVisible();
            visitor.expectNoTrouble("search");
            visitor.expectAccessible("search");
        }
    }

    private static void search(Page page, Visitor.Look look, String words) {
        if (look.phone()) {
            page.navigate(page.url().replaceFirst("^(https?://[^/]+(/en)?).*", "$1/search"));
        }
        var box = page.locator("input[name=q]:visible").first();
        box.fill(words);
        box.press("Enter");
        page.waitForURL(Pattern.compile(".*/search\\?.*q=.*"));
    }

    @Test
    void browsesAndSearchesWithoutScript(House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("zh no-script"))) {
            var page = visitor.open("/");
            page.locator("header input[name=q]").first().fill("抗菌不锈钢");
            page.locator("header input[name=q]").first().press("Enter");
            assertThat(page.locator("main a[href*='item-antibac-steel']").first())
                    .isVisible();
            page.locator("main a[href*='/item/item-antibac-steel']").first().click();
            assertThat(page.locator("h1")).containsText("抗菌不锈钢");
            visitor.open("/halls");
            assertTrue(page.locator("main a[href*='/booth/']").count() > 10, "the hall lists its booths");
        }
    }

    @Test
    void aSuggestionIsChosenWithTheKeyboard(House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("zh"))) {
            var page = visitor.open("/");
            var box = page.locator("header input[name=q]").first();
            box.click();
            box.pressSequentially("北斗");
            assertThat(page.getByRole(AriaRole.OPTION).first()).isVisible();
            box.press("ArrowDown");
            box.press("Enter");
            page.waitForURL(Pattern.compile("^(?!.*:\\d+/$).*"));
            assertThat(page.locator("h1")).hasCount(1);
            visitor.expectNoTrouble("suggestion");
        }
    }

    @Test
    void theThemeAndTheLanguageAreSwitched(House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("zh"))) {
            var page = visitor.open("/achievements");
            page.locator("a[hreflang=en]:visible").first().click();
            page.waitForURL(Pattern.compile(".*/en/achievements.*"));
            assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("en.*"));
            visitor.expectNoTrouble("switches");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh light desktop", "en dark phone"})
    void everyBoardIsAccessible(String words, House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of(words))) {
            assertAll(BOARDS.stream().map(path -> () -> {
                visitor.open(path);
                visitor.expectNoTrouble(path);
                visitor.expectAccessible(path);
            }));
            visitor.open("/no-such-page");
            visitor.expectAccessible("a page that does not exist");
        }
    }
}
