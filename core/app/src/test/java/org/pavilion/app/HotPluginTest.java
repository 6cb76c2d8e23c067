package org.pavilion.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins come, change, fail and go while visitors have pages open. */
final class HotPluginTest {
    private static final String JAR = "application/java-archive";
    private static final String DESK = "/api/organiser/plugins";

    @TempDir
    static Path data;

    private static House house;

    @BeforeAll
    static void open() {
        house = House.fresh(data, false, true);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void anOpenPageGainsAndLosesAPluginWithoutAReload() {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("en"))) {
            var page = visitor.open("/");
            page.evaluate("() => { window.stillTheSamePage = true }");
            var link = page.locator("nav a[href$='/guestbook']");
            assertThat(link).hasCount(0);

            install(SamplePlugin.jar("1.0.0"));
            assertThat(link.first()).isVisible();
            link.first().click();
            assertThat(page.locator("h1")).containsText("Guestbook 1.0.0");

            install(SamplePlugin.jar("1.1.0"));
            assertTrue(house.await("/en/guestbook", answer -> answer.body().contains("1.1.0"))
                            .statusCode()
                    == 200);

            order("uninstall");
            assertThat(link).hasCount(0);
            assertEquals("yes", page.evaluate("() => window.stillTheSamePage ? 'yes' : 'reloaded'"));
            assertEquals(404, house.page("/en/guestbook").statusCode());
            assertEquals(404, house.get("/api/plugins/guestbook/entries").statusCode());
            remove();
        }
    }

    @Test
    void whatFailsIsNamedAndEverythingElseServes() {
        for (var rubbish : SamplePlugin.rubbish()) {
            var answer = house.asOperator("POST", DESK, JAR, rubbish);
            assertTrue(answer.statusCode() == 400 || answer.statusCode() == 422, answer.statusCode() + answer.body());
            assertEquals(
                    "application/problem+json",
                    answer.headers().firstValue("content-type").orElse("").replaceFirst(";.*", ""));
        }
        var broken = house.asOperator(
                "POST",
                DESK,
                JAR,
                SamplePlugin.jar("2.0.0", "", "create table guestbook_entry (id text); select from nothing at all;"));
        assertTrue(broken.statusCode() >= 400 || broken.body().contains("FAILED"), broken.body());
        var throwing = house.asOperator(
                "POST",
                DESK,
                JAR,
                SamplePlugin.jar(
                        "2.0.1",
                        "if (true) throw new IllegalStateException(\"not today\");",
                        "create table guestbook_entry (id text primary key);"));
        assertTrue(throwing.body().contains("not today"), throwing.body());
        assertTrue(house.asOperator(DESK).body().contains("exhibition"));
        assertEquals(200, house.page("/halls").statusCode());
        assertEquals(200, house.get("/api/search?q=test").statusCode());
        remove();
    }

    @Test
    void theBoardItselfIsStoppedAndStartedWhileTheHouseServes() {
        assertEquals(200, house.page("/halls").statusCode());
        house.asOperator("POST", DESK + "/exhibition/stop", "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        house.await("/halls", answer -> answer.statusCode() == 404);
        assertEquals(200, house.page("/").statusCode());
        house.asOperator("POST", DESK + "/exhibition/start", "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        house.await("/halls", answer -> answer.statusCode() == 200);
    }

    @Test
    void aStrangerMayNotInstall() {
        var answer = house.send(house.request(DESK)
                .header("Content-Type", JAR)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(SamplePlugin.jar("1.0.0"))));
        assertTrue(answer.statusCode() == 401 || answer.statusCode() == 403, answer.body());
    }

    private static void install(byte[] jar) {
        var answer = house.asOperator("POST", DESK, JAR, jar);
        assertTrue(answer.statusCode() < 300, answer.body());
        house.await("/en/guestbook", page -> page.statusCode() == 200);
    }

    /** Its data too, so that each test begins with none of it. */
    private static void remove() {
        assertEquals(204, order("purge").statusCode());
    }

    private static HttpResponse<String> order(String what) {
        return house.asOperator(
                "POST", DESK + "/guestbook/" + what, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
    }
}
