package org.pavilion.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A visitor walks through the hall in 3-D: one browser a test, in a small window, because software draws it. */
@ExtendWith(House.Shared.class)
final class HallWalkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String STATS = "() => ({calls: 0, triangles: 0, frames: 0, moving: true, near: '', x: 0, z: 0,"
            + " ...document.querySelector('[data-island=HallMap] > *')?.stats})";
    private static final String WATCH_GL = """
            window.drawn = []
            const getContext = HTMLCanvasElement.prototype.getContext
            HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
              const context = getContext.call(this, kind, ...rest)
              if (kind === 'webgl2' && context && !window.drawn.includes(context)) window.drawn.push(context)
              return context
            }
            """;
    private static final String NO_GL = """
            const getContext = HTMLCanvasElement.prototype.getContext
            HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
              return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...rest)
            }
            """;
    /** A hall of a dozen stands: what is asked there does not depend on the size. */
    private static final String SMALL = "/halls?edition=ed-cibte-2020";

    @ParameterizedTest
    @ValueSource(strings = {"zh light desktop", "en dark phone"})
    void opensFromTheMapInOneTapWithinItsBudgets(String words, House house) throws IOException {
        try (var visitor = visitor(house, words)) {
            var page = visitor.open("/halls");
            tap3d(page);
            awaitDrawn(page);
            assertTrue(page.url().contains("view=3d"), page.url());
            var stats = stats(page);
            assertTrue(number(stats, "calls") <= 48, stats::toString);
            assertTrue(number(stats, "triangles") > 50_000 && number(stats, "triangles") <= 95_000, stats::toString);
            assertTrue(colours(page.locator(".walk canvas")) > 40, "the walk shows more than one colour");
            assertThat(page.locator(".panel input[type=search]")).isVisible();

            page.goBack();
            assertThat(page.locator("canvas.floor")).isVisible();
            assertThat(page.locator(".walk")).hasCount(0);
            visitor.expectNoTrouble("walk and back");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh dark phone", "en light phone"})
    void isAccessible(String words, House house) {
        try (var visitor = visitor(house, words)) {
            visitor.open(SMALL + "&view=3d");
            awaitDrawn(visitor.page());
            visitor.expectAccessible("the walk");
            visitor.expectNoTrouble("the walk");
        }
    }

    @Test
    void leadsByKeyboardToAStandAndIntoItsBoothAndTeleportsWithReducedMotion(House house) {
        try (var visitor = visitor(house, "en light desktop")) {
            var page = visitor.open(SMALL + "&view=3d");
            awaitDrawn(page);
            var canvas = page.locator(".walk canvas");
            canvas.focus();
            var before = stats(page);
            page.keyboard().down("w");
            await(page, "steps", "stats.z !== " + before.get("z"));
            page.keyboard().up("w");

            page.keyboard().press("n");
            var there = stats(page);
            assertEquals(false, there.get("moving"), "who wants no motion is there at once");
            var booth = String.valueOf(there.get("near"));
            assertNotEquals("", booth);
            var said = page.locator(".who[role=status]");
            assertThat(said)
                    .containsText(page.locator("li[aria-selected=true] b").textContent());

            page.keyboard().press("n");
            await(page, "the next stand", "stats.near !== '' && stats.near !== '" + booth + "'");
            page.keyboard().press("p");
            await(page, "the stand before", "stats.near === '" + booth + "'");
            canvas.focus();
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/en/booth/" + booth + ".*"));
            visitor.expectNoTrouble("the booth");
        }
    }

    @Test
    void showsTheRouteOfTheAddressAndWalksItOnRequest(House house) {
        try (var visitor = visitor(house, "zh light desktop")) {
            var page = visitor.open("/halls?edition=ed-demo-days&view=3d&to=g-086&from=south");
            awaitDrawn(page);
            assertThat(page.locator(".ahead")).containsText(Pattern.compile("\\d+"));
            page.locator(".ahead button").click();
            await(page, "the stand", "stats.near === 'g-086'");
            assertThat(page.locator(".hud a.primary")).hasAttribute("href", "/booth/g-086");
            assertThat(page.locator(".ahead")).hasCount(0);
        }
    }

    @Test
    void withoutWebGlTheMapStaysAndSaysSo(House house) {
        try (var visitor = visitor(house, "en light desktop")) {
            visitor.page().addInitScript(NO_GL);
            var page = visitor.open(SMALL);
            tap3d(page);
            assertThat(page.locator(".refused[role=alert]")).containsText("no 3D");
            assertThat(page.locator("canvas.floor")).isVisible();
            assertTrue(!page.url().contains("view=3d"), page.url());
            visitor.expectNoTrouble("no WebGL");
        }
    }

    @Test
    void comesBackAfterALostContextAndTenVisitsLeaveNone(House house) throws IOException {
        try (var visitor = visitor(house, "zh light desktop")) {
            visitor.page().setViewportSize(400, 300);
            visitor.page().addInitScript(WATCH_GL);
            var page = visitor.open(SMALL + "&view=3d");
            awaitDrawn(page);
            var frames = number(stats(page), "frames");
            page.evaluate("""
                    () => {
                      const lose = window.drawn.at(-1).getExtension('WEBGL_lose_context')
                      lose.loseContext()
                      setTimeout(() => lose.restoreContext(), 50)
                    }""");
            await(page, "a frame after the loss", "!window.drawn.at(-1).isContextLost() && stats.frames > " + frames);
            assertTrue(colours(page.locator(".walk canvas")) > 40, "the hall is there again");

            for (int visit = 0; visit < 10; visit++) {
                leave(page);
                page.goBack();
                awaitDrawn(page);
            }
            leave(page);
            await(
                    page,
                    "all contexts to go",
                    "window.drawn.length >= 11 && window.drawn.every(gl => gl.isContextLost())");
        }
    }

    private static Visitor visitor(House house, String words) {
        var look = Visitor.Look.of(words);
        var visitor = new Visitor(house.base(), look);
        visitor.page().setViewportSize(look.phone() ? 360 : 860, look.phone() ? 600 : 480);
        return visitor;
    }

    private static void leave(Page page) {
        page.evaluate("() => document.querySelector(\"a[href*='/achievements']\").click()");
        assertThat(page.locator(".walk")).hasCount(0);
    }

    private static void tap3d(Page page) {
        page.locator(".views button").last().click();
    }

    private static void awaitDrawn(Page page) {
        await(page, "the first frame", "stats.frames > 0");
    }

    /** The policy of the page forbids predicates as text, so the question is asked again and again. */
    private static void await(Page page, String what, String condition) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!Boolean.TRUE.equals(
                page.evaluate("() => { const stats = (" + STATS + ")(); return " + condition + " }"))) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(what + " did not come; " + stats(page));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static Map<?, ?> stats(Page page) {
        return (Map<?, ?>) page.evaluate(STATS);
    }

    private static double number(Map<?, ?> stats, String name) {
        return ((Number) Objects.requireNonNull(stats.get(name), name)).doubleValue();
    }

    private static int colours(Locator canvas) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(canvas.screenshot()));
        var seen = new HashSet<Integer>();
        for (int y = 0; y < image.getHeight(); y += 5) {
            for (int x = 0; x < image.getWidth(); x += 5) {
                seen.add(image.getRGB(x, y));
            }
        }
        return seen.size();
    }
}
