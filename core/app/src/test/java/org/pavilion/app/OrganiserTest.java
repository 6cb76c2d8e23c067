package org.pavilion.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The organiser's first pages, by mouse: sign in by the one-time link, run plugins, import a file. */
final class OrganiserTest {
    /** The pages of the area that every organiser has; each new one is added here. */
    private static final List<String> PAGES = List.of(
            "/organiser",
            "/organiser/approvals",
            "/organiser/announcements",
            "/organiser/people",
            "/organiser/people/import",
            "/organiser/people/traits",
            "/organiser/people/duplicates",
            "/organiser/tokens",
            "/moderation",
            "/organiser/rooms",
            "/organiser/audit",
            "/organiser/backups",
            "/organiser/mail",
            "/organiser/health",
            "/organiser/editions",
            "/organiser/organisations",
            "/organiser/settings",
            "/organiser/imports",
            "/organiser/search");

    @TempDir
    Path data;

    private House house;

    @BeforeEach
    void open() {
        house = House.fresh(data, false, true);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aPluginIsInstalledUpdatedRolledBackStoppedAndRemovedByMouse() {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("en"))) {
            var page = signedIn(visitor);
            upload(page, jar("1.0.0"));
            var row = page.locator("tr", new Page.LocatorOptions().setHasText("Guestbook"));
            assertThat(row).containsText("1.0.0");
            visitor.expectNoTrouble("install");

            upload(page, jar("1.1.0"));
            assertThat(row).containsText("1.1.0");
            button(page, row, "1.0.0");
            assertThat(row.locator("td").first()).containsText("1.0.0");

            button(page, row, "Stop");
            assertThat(row.locator(".badge")).containsText("Stopped");
            button(page, row, "Start");
            assertThat(row.locator(".badge")).containsText("Running");
            visitor.expectNoTrouble("roll back, stop and start");

            page.onceDialog(dialog -> dialog.accept());
            button(page, row, "Uninstall");
            assertThat(row).hasCount(0);
            visitor.expectNoTrouble("uninstall");
        }
    }

    @Test
    void aRefusedJarSaysWhyAndChangesNothing() {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("en"))) {
            var page = signedIn(visitor);
            var before = page.locator("tbody tr").count();
            upload(
                    page,
                    new FilePayload(
                            "holiday.jar", "application/java-archive", "not a jar".getBytes(StandardCharsets.UTF_8)));
            assertThat(page.locator("main [role=alert]")).containsText("not a readable jar");
            assertThat(page.locator("tbody tr")).hasCount(before);
            assertThat(signedInAgain(visitor).locator("tbody tr")).hasCount(before);
        }
    }

    @Test
    void anImportIsTriedThenRunAndItsErrorsAreNamedByLine() {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("en"))) {
            signedIn(visitor);
            var page = visitor.open("/organiser/imports");
            var good =
                    "{\"id\":\"org-by-mouse\",\"kind\":\"organisation\",\"name\":{\"zh\":\"鼠标公司\",\"en\":\"Mouse Ltd\"},"
                            + "\"summary\":{\"zh\":\"试\",\"en\":\"A trial\"},\"roles\":[],\"isExhibitor\":false,\"editions\":[],\"source\":[]}\n";
            importFile(page, good + "{\"id\": broken\n", false);
            assertThat(page.locator("table")).containsText("2");
            assertEquals(404, house.page("/en/organisation/org-by-mouse").statusCode());
            importFile(page, good, false);
            assertThat(page.locator("dl.stats")).containsText("1");
            assertEquals(404, house.page("/en/organisation/org-by-mouse").statusCode());
            importFile(page, good, true);
            assertThat(page.locator("section[aria-labelledby=report] .alert.ok"))
                    .isVisible();
            house.await("/en/organisation/org-by-mouse", answer -> answer.statusCode() == 200);
        }
    }

    @Test
    void theGlossaryIsEditedAndTheIndexRebuiltByMouse() {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("en"))) {
            signedIn(visitor);
            var page = visitor.open("/organiser/search");
            page.locator("#terms").fill("exoskeleton, 外骨骼");
            page.locator("#terms").press("Enter");
            var group = page.locator("li", new Page.LocatorOptions().setHasText("exoskeleton = 外骨骼"));
            assertThat(group).isVisible();
            group.locator("button").click();
            assertThat(group).hasCount(0);
            page.locator("form[action$='/rebuild'] button").click();
            assertThat(page.locator("main .alert.ok")).isVisible();
            visitor.expectNoTrouble("the search desk");
        }
    }

    @Test
    void aSettingOfTheHouseIsRefusedAtItsFieldThenHoldsAndIsSignedByWhoChangedIt() {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("en"))) {
            signedIn(visitor);
            var page = visitor.open("/organiser/settings");
            var form = page.locator("#core form");
            var pause = page.locator("#s-core-slowSeconds");
            pause.fill("99999");
            form.locator(".submit button").click();
            assertThat(page.locator("#s-core-slowSeconds[aria-invalid=true]")).hasValue("99999");
            page.locator("#s-core-slowSeconds").fill("5");
            page.locator("#s-core-signUp").uncheck();
            page.locator("#core form .submit button").click();
            page.waitForURL(Pattern.compile(".*done=core.*"));
            assertThat(page.locator("#s-core-slowSeconds")).hasValue("5");
            house.await("/en/sign-up", answer -> answer.body().contains("No new accounts"));

            var signed = page.locator("#core", new Page.LocatorOptions().setHasText("Changed by the operator"));
            for (int look = 0; look < 100 && signed.count() == 0; look++) {
                page.reload(); // the audit follows the log
            }
            assertThat(signed).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh dark phone", "en"})
    void theOrganisersPagesAreAccessible(String look) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of(look))) {
            visitor.open("/setup");
            visitor.expectAccessible("set-up");
            signedIn(visitor);
            visitor.expectAccessible("plugins");
            for (var path : PAGES) {
                visitor.open(path);
                visitor.expectAccessible(path);
            }
            visitor.expectNoTrouble("organiser pages");
        }
    }

    private Page signedIn(Visitor visitor) {
        visitor.page().navigate(house.server().setupLink());
        visitor.page().locator("main form button").click();
        visitor.page().waitForURL(Pattern.compile(".*(organiser|setup).*"));
        return signedInAgain(visitor);
    }

    private static Page signedInAgain(Visitor visitor) {
        return visitor.open("/organiser/plugins");
    }

    private static FilePayload jar(String version) {
        return new FilePayload("guestbook.jar", "application/java-archive", SamplePlugin.jar(version));
    }

    private static void upload(Page page, FilePayload file) {
        page.locator("#jar").setInputFiles(file);
        page.locator("form[data-progress] button").click();
    }

    private static void importFile(Page page, String lines, boolean forGood) {
        page.evaluate("() => document.querySelector('#report')?.setAttribute('data-old', '')");
        page.locator("#kind").selectOption("organisation");
        page.locator("#lines")
                .setInputFiles(new FilePayload(
                        "organisations.jsonl", "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8)));
        page.locator("input[name=dryRun]").setChecked(!forGood);
        page.locator("form[data-progress] button").click();
        assertThat(page.locator("#report:not([data-old])")).isVisible();
    }

    private static void button(Page page, Locator row, String words) {
        row.locator("button", new Locator.LocatorOptions().setHasText(words)).click();
        page.waitForLoadState();
    }
}
