package org.pavilion.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A visitor walks around the props of the sci-fi exhibit; software draws them, so windows are small. */
@ExtendWith(House.Shared.class)
final class ScifiTest {
    private static final String NO_GL = """
            const getContext = HTMLCanvasElement.prototype.getContext
            HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
              return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...rest)
            }
            """;
    private static final String COUNT_GL = """
            window.contexts = new Set()
            const getContext = HTMLCanvasElement.prototype.getContext
            HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
              const context = getContext.call(this, kind, ...rest)
              if (kind.startsWith('webgl') && context) window.contexts.add(context)
              return context
            }
            """;

    private static Locator viewer(Page page) {
        return page.locator("[data-island=ExhibitViewer] > :not(figure, header, section)");
    }

    private static void awaitDrawn(Page page) {
        assertThat(viewer(page))
                .hasAttribute("data-drawn", "", new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));
        assertThat(viewer(page).locator(".bar")).isVisible();
    }

    private static Set<Integer> colours(Locator canvas) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(canvas.screenshot()));
        var found = new HashSet<Integer>();
        for (int x = 0; x < picture.getWidth(); x += 3) {
            for (int y = 0; y < picture.getHeight(); y += 3) {
                found.add(picture.getRGB(x, y) & 0xf8f8f8);
            }
        }
        return found;
    }

    @Test
    void aPropIsTurnedAndTouredWithTheKeyboard(House house) throws IOException {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("zh"))) {
            visitor.page().setViewportSize(960, 600);
            var page = visitor.open("/scifi/sci-lantern");
            awaitDrawn(page);
            var canvas = viewer(page).locator("canvas");
            assertTrue(colours(canvas).size() > 150, "the prop is drawn in many colours");
            canvas.focus();
            var before = canvas.screenshot();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("+");
            page.waitForCondition(() -> !Arrays.equals(before, canvas.screenshot()));

            page.keyboard().press("PageDown");
            var open = viewer(page).locator(".stop[aria-expanded=true]");
            assertThat(open).hasText(Pattern.compile("油纸伞"));
            page.keyboard().press("PageUp");
            assertThat(open).hasText(Pattern.compile("簧轮"));
            assertThat(viewer(page).locator("[role=status]").last()).containsText("第 6 站");
            page.keyboard().press("Escape");
            assertThat(open).hasCount(0);

            viewer(page).locator(".stop").nth(1).focus();
            page.keyboard().press("Enter");
            assertThat(viewer(page).locator("#t1")).isVisible();
            assertThat(viewer(page).locator(".pin[data-on]")).hasText("2");
            visitor.expectNoTrouble("tour");
        }
    }

    @Test
    void aLostContextIsBuiltAnew(House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("zh phone"))) {
            var page = visitor.open("/scifi/sci-climber");
            awaitDrawn(page);
            assertThat(viewer(page).locator("canvas.odd")).isVisible();
            page.evaluate("() => document.querySelector('[data-island=ExhibitViewer] > *').shadowRoot"
                    + ".querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()");
            assertThat(viewer(page).locator("canvas.even")).isVisible();
            awaitDrawn(page);
            visitor.expectNoTrouble("lost context");
        }
    }

    @Test
    void whoeverLeavesAPropGivesItsContextBack(House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("zh phone"))) {
            visitor.page().addInitScript(COUNT_GL);
            var page = visitor.open("/scifi");
            for (int i = 0; i < 4; i++) {
                page.locator("main a[href$='/scifi/sci-garland']").first().click();
                awaitDrawn(page);
                page.goBack();
                assertThat(page.locator("#props")).isVisible();
            }
            assertEquals(
                    "4 of 4",
                    page.evaluate("() => [...window.contexts].filter(each => each.isContextLost()).length + ' of '"
                            + " + window.contexts.size"));
            visitor.expectNoTrouble("leaving");
        }
    }

    @Test
    void withoutWebGlThePictureAndTheTourStay(House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("en dark phone"))) {
            visitor.page().addInitScript(NO_GL);
            var page = visitor.open("/scifi/sci-garland");
            assertThat(viewer(page).locator(".notice")).containsText("shows no 3-D");
            assertThat(viewer(page).locator("img.poster")).isVisible();
            viewer(page).locator(".stop").nth(3).click();
            assertThat(viewer(page).locator("#t3")).containsText("hexagonal");
        }
    }

    @Test
    void aVisitorAnswersOnceAndMayChangeIt(House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("en"))) {
            var page = visitor.open("/scifi/sci-pair-2");
            page.getByLabel("By 2035").check();
            page.locator("[data-island=DistanceVote] button.primary").click();
            var mine = page.locator("[data-island=DistanceVote] tr[data-mine]");
            assertThat(mine).containsText("By 2035");
            page.reload();
            assertThat(mine).containsText("By 2035");
            page.locator("[data-island=DistanceVote] .foot button").click();
            page.getByLabel("Never").check();
            page.locator("[data-island=DistanceVote] button.primary").click();
            assertThat(mine).containsText("Never");
            visitor.expectNoTrouble("vote");
        }
    }

    @Test
    void withoutScriptAPropIsReadAndAnswered(House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("en no-script"))) {
            var page = visitor.open("/scifi");
            page.locator("main a[href$='/scifi/sci-lantern']").first().click();
            assertThat(page.locator(".scifi-poster img")).isVisible();
            assertThat(page.locator(".scifi-tour li")).hasCount(6);
            assertThat(page.locator(".scifi-tour li").last()).containsText("Spring wheels");
            page.getByLabel("By 2050").check();
            page.locator(".scifi-vote button").click();
            assertThat(page.locator("main .alert.ok")).containsText("Your answer counts");
            assertThat(page.locator("main table tr", new Page.LocatorOptions().setHasText("By 2050")))
                    .containsText("%");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh light desktop", "en dark phone"})
    void everyPageOfTheExhibitIsAccessible(String words, House house) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of(words))) {
            for (var path : new String[] {
                "/scifi", "/scifi/sci-climber", "/scifi/sci-wandering-earth", "/scifi/sci-pair-1/distance"
            }) {
                var page = visitor.open(path);
                assertThat(page.locator("h1")).hasCount(1);
                visitor.expectAccessible(path);
                visitor.expectNoTrouble(path);
            }
        }
    }
}
