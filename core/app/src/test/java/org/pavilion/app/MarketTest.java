package org.pavilion.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A buyer and a reader of figures walk over the trading board in a real browser. */
@ExtendWith(House.Shared.class)
final class MarketTest {
    private static final List<String> PAGES = List.of(
            "/market",
            "/market?kind=demand&field=energy",
            "/market?q=nothing-is-called-so",
            "/market/offer-antibac-steel",
            "/market/dem-syn-07",
            "/market/dem-olympic-park",
            "/deals",
            "/deals?edition=ed-zgcf-2020&scope=own",
            "/deals/deal-2020-steel",
            "/deals/deal-agg-cibte-2020",
            "/agency",
            "/agency/agy-tsinghua");

    @ParameterizedTest
    @ValueSource(strings = {"zh light desktop", "en dark phone"})
    void everyPageIsSoundAndAccessible(String words, House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of(words))) {
            assertAll(PAGES.stream().map(path -> () -> {
                var page = visitor.open(path);
                assertThat(page.locator("h1")).hasCount(1);
                assertTrue(
                        (Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"),
                        path + " is wider than the screen");
                visitor.expectNoTrouble(path);
                visitor.expectAccessible(path);
            }));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh light phone", "en dark desktop", "zh no-script"})
    void aBuyerNarrowsTheDemandsAndSeesWhyAnOfferAnswers(String words, House house) {
        var look = Visitor.Look.of(words);
        try (var visitor = new Visitor(house.base(), look)) {
            var page = visitor.open("/market?kind=demand");
            if (look.phone()) {
                page.locator(".narrow-by > summary").click();
            }
            page.locator(".facets a[href*='field=new-materials']").first().click();
            page.waitForURL(Pattern.compile(".*field=new-materials.*"));
            assertThat(page.locator(".chips .chip")).hasCount(1);
            page.locator("main a[href*='/market/dem-syn-07']").first().click();
            page.waitForURL(Pattern.compile(".*/market/dem-syn-07.*"));
            var best = page.locator(".matches > li").first();
            assertThat(best.locator(".body > a")).hasAttribute("href", Pattern.compile(".*offer-antibac-steel.*"));
            assertThat(best.locator(".reasons > li")).hasCount(4);
            assertThat(best).containsText(look.language().equals("en") ? "antibacterial" : "抗菌");
            visitor.expectNoTrouble("demand");
        }
    }

    @Test
    void aFigureOpensItsRecordsWithoutScript(House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("en no-script"))) {
            var page = visitor.open("/deals");
            page.locator("table.chart a[href*='type=investment']").first().click();
            page.waitForURL(Pattern.compile(".*type=investment.*#records"));
            assertThat(page.locator("#records .rows > li")).hasCount(4);
            page.locator("#deals-edition").selectOption("ed-zgcf-2020");
            page.locator("#deals-scope").selectOption("own");
            page.locator("form.scope button").click();
            page.waitForURL(Pattern.compile(".*scope=own.*"));
            assertThat(page.locator("#records .rows > li")).hasCount(2);
        }
    }
}
