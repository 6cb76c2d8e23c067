package org.pavilion.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A person with a browser: language, theme and screen of one visit, and everything that went wrong on
 * the way (console errors, policy violations, failed requests).
 */
final class Visitor implements AutoCloseable {
    private static final List<Path> BROWSERS = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final Look look;
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    static {
        // Long enough for a machine that does five things at once: a test that passes never waits for it.
        PlaywrightAssertions.setDefaultAssertionTimeout(45_000);
    }

    /** How one visit looks: {@code zh} or {@code en}, light or dark, phone or desktop, script on or off. */
    record Look(String language, boolean dark, boolean phone, boolean script) {
        static Look of(String words) {
            var all = List.of(words.split(" "));
            return new Look(
                    all.contains("en") ? "en" : "zh",
                    all.contains("dark"),
                    all.contains("phone"),
                    !all.contains("no-script"));
        }
    }

    Visitor(String base, Look look) {
        this.base = base;
        this.look = look;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        this.context = browser.newContext(options());
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add("console: " + message.text());
            }
        });
        page.onPageError(error -> troubles.add("page error: " + error));
        page.onRequestFailed(request -> {
            if (!request.failure().contains("ERR_ABORTED")) {
                troubles.add("failed request: " + request.url() + " " + request.failure());
            }
        });
    }

    private Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale(look.language().equals("en") ? "en-GB" : "zh-CN")
                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                // A page in transition takes no clicks; the moment is too short for a hand, not for a test.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(look.phone() ? 390 : 1440, look.phone() ? 844 : 900)
                .setHasTouch(look.phone())
                .setJavaScriptEnabled(look.script());
    }

    private static Path executable() {
        var named = System.getenv("PAVILION_CHROMIUM");
        if (named != null) {
            return Path.of(named);
        }
        return BROWSERS.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no Chromium: run ./pavilion test, or set PAVILION_CHROMIUM to the browser's executable"));
    }

    Page page() {
        return page;
    }

    /** Opens a site path in the visit's language. */
    Page open(String path) {
        page.navigate(base + (look.language().equals("en") ? "/en" : "") + path);
        return page;
    }

    String base() {
        return base;
    }

    /** Fails when anything broke since the last call, naming it. */
    void expectNoTrouble(String where) {
        var seen = List.copyOf(troubles);
        troubles.clear();
        assertEquals(List.of(), seen, where + " as " + look);
    }

    /** Runs axe on the page's address: no violation of WCAG 2.2 A and AA is accepted. */
    void expectAccessible(String where) {
        // A context of its own that ignores the policy: axe is injected as text, which the policy rightly refuses.
        // It is signed in as the visitor is, or it would look at the page that turns strangers away.
        try (var audit = browser.newContext(options().setBypassCSP(true).setStorageState(context.storageState()))) {
            var copy = audit.newPage();
            copy.navigate(page.url());
            copy.waitForLoadState(LoadState.NETWORKIDLE);
            copy.evaluate(axe());
            var violations = copy.evaluate("""
                    async () => {
                      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
                      const run = await axe.run(document, { runOnly: tags })
                      return run.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.failureSummary ?? '')).join(' | '))
                    }
                    """);
            assertEquals(List.of(), violations, "accessibility of " + where + " as " + look);
        }
    }

    private static String axe() {
        try {
            return Files.readString(Path.of("../../web/node_modules/axe-core/axe.min.js"));
        } catch (IOException e) {
            throw new UncheckedIOException("axe-core is missing: build the web module first", e);
        }
    }

    @Override
    public void close() {
        context.close();
        browser.close();
        playwright.close();
    }
}
