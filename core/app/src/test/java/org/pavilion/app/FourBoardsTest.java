package org.pavilion.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One visit across the four boards and into a room, each step by a link that the page before offers. */
@ExtendWith(House.Shared.class)
final class FourBoardsTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en dark phone"})
    void anOfferLeadsToItsBoothAPolicyIsComputedAPropIsSeenAndTalkedAbout(String words, House house) {
        var look = Visitor.Look.of(words);
        try (var visitor = new Visitor(house.base(), look)) {
            var page = visitor.open("/market?field=new-materials");
            follow(page, "/market/offer-antibac-steel");
            follow(page, "/item/item-antibac-steel");
            follow(page, "/booth/b-ttc-2020-imr-cas");
            visitor.expectNoTrouble("from the market to the hall");

            visitor.open("/policy/pol-first-product-7");
            follow(page, "/policy/calculator?who=company&want=fp-insurance");
            page.locator("main form button").first().click();
            assertThat(page).hasURL(Pattern.compile(".*insuredFirstProduct=.*"));
            visitor.expectNoTrouble("policy");

            visitor.open("/scifi");
            follow(page, "/scifi/sci-garland");
            assertThat(page.locator("[data-island=ExhibitViewer]")).isVisible();
            follow(page, "/live/scifi:sci-garland");
            var text = look.language().equals("en") ? "Where do the bees sleep?" : "蜜蜂住在哪里？";
            page.locator("textarea").fill(text);
            page.locator("textarea").press("Enter");
            assertThat(page.locator(".msg", new Page.LocatorOptions().setHasText(text))
                            .first())
                    .isVisible();
            visitor.expectNoTrouble("a room");
        }
    }

    private static void follow(Page page, String path) {
        page.locator("main a[href$='" + path + "']").first().click();
        var last = path.replaceAll("[?].*", "");
        assertThat(page).hasURL(Pattern.compile(".*" + last + ".*"));
        assertThat(page.locator("h1")).hasCount(1);
    }
}
