package org.pavilion.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stranger makes an expo out of an empty server: the one-time link, seven steps, open. */
final class SetupTest {
    private static final String EXHIBITORS = """
            企业名称;英文名称;简介;英文简介;展区
            湖光机器人有限公司;Lakelight Robotics;做水面清洁机器人。;Robots that clean lakes.;机器人展区
            星河低空科技;Starway Air Mobility;载人飞行器。;Aircraft for people.;低空展区
            """;

    @TempDir
    Path data;

    private House house;

    @BeforeEach
    void open() {
        house = House.fresh(data, false, false);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh phone", "zh no-script"})
    void anEmptyServerBecomesAnOpenExpo(String look) {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of(look))) {
            var page = visitor.open("/");
            page.navigate(house.server().setupLink().replace("/setup", look.startsWith("en") ? "/en/setup" : "/setup"));
            page.locator("main form button").click();
            page.waitForURL(Pattern.compile(".*/setup/name"));
            page.locator("#nameZh").fill("湖博会");
            page.locator("#nameEn").fill("Lake Expo");
            page.locator("#contact").fill("hello@example.org");
            accessible(visitor, look, "name");
            next(page, "edition");

            assertThat(page.locator("#editionEn")).hasValue(Pattern.compile("Lake Expo 20\\d\\d"));
            page.locator("#start").fill("2031-05-04");
            page.locator("#end").fill("2031-05-01");
            page.locator("form.panel button.primary").click();
            assertThat(page.locator("#end-fault")).isVisible();
            page.locator("#end").fill("2031-05-07");
            page.locator("#zone").fill("Europe/Zurich");
            accessible(visitor, look, "edition");
            next(page, "look");

            page.locator("#seed").fill("#1f7a4d");
            accessible(visitor, look, "look");
            next(page, "plugins");
            accessible(visitor, look, "plugins");
            next(page, "exhibitors");
            accessible(visitor, look, "exhibitors");
            importExhibitors(visitor, page, look);
            next(page, "team");
            invite(page);
            accessible(visitor, look, "team");
            next(page, "review");
            accessible(visitor, look, "review");
            page.locator("form.panel button.primary").click();
            page.waitForURL(Pattern.compile(".*/(en/)?$"));
            if (!look.contains("no-script")) { // a browser without script calls every preloaded module a failure
                visitor.expectNoTrouble("set-up");
            }
        }
        theExpoIsOpen();
    }

    /** Without a mail server the invitation's link waits on the page itself. */
    private void invite(Page page) {
        page.locator("#person").fill("Lin");
        page.locator("#email").fill("lin@example.org");
        page.locator("input[name=role][value=moderator]").check();
        page.locator("button[name=invite]").click();
        page.waitForURL(Pattern.compile(".*/setup/team\\?done=invited"));
        assertThat(page.locator("section[aria-labelledby=invited] a")).hasText("lin@example.org");
        var accounts = house.server().identity().accounts();
        var invited = accounts.byEmail("lin@example.org").orElseThrow();
        assertEquals("Lin", invited.name());
        assertTrue(house.server().identity().rights().of(invited.ref()).stream()
                .anyMatch(grant -> grant.role().equals("moderator")));
    }

    private static void importExhibitors(Visitor visitor, Page page, String look) {
        page.locator("a[href*='imports/sheet']").click();
        page.locator("#file")
                .setInputFiles(new FilePayload("firms.csv", "text/csv", EXHIBITORS.getBytes(Charset.forName("GBK"))));
        page.locator("form.panel button.primary").click();
        page.waitForURL(Pattern.compile(".*/imports/sheet/.+"));
        assertThat(page.locator("#preview")).isVisible();
        accessible(visitor, look, "columns and preview");
        page.locator("section button.primary").click();
        page.waitForURL(Pattern.compile(".*/setup/exhibitors.*"));
        assertThat(page.locator(".alert.ok")).containsText("2");
    }

    /** The audit itself needs script. */
    private static void accessible(Visitor visitor, String look, String where) {
        if (!look.contains("no-script")) {
            visitor.expectAccessible(where);
        }
    }

    private static void next(Page page, String step) {
        page.locator("form.panel button.primary").click();
        page.waitForURL(Pattern.compile(".*/setup/" + step));
    }

    private void theExpoIsOpen() {
        var home = house.get("/").body();
        assertTrue(home.contains("湖博会"), "the home page bears the name");
        assertTrue(house.get("/en/").body().contains("Lake Expo"), "in English too");
        assertTrue(home.contains("/theme-1f7a4d-"), "and its colours");
        assertEquals(200, house.get("/halls").statusCode());
        house.await("/en/search?q=Lakelight", answer -> answer.body().contains("lakelight-robotics"));
        house.await("/search?q=%E4%BD%8E%E7%A9%BA", answer -> answer.body().contains("starway-air-mobility"));
        house.await("/halls", answer -> answer.body().contains("湖光机器人有限公司"));
    }
}
