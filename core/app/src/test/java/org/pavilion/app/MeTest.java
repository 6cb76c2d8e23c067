package org.pavilion.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pavilion.api.Language;
import org.pavilion.api.Ref;

/** One's own pages: what one keeps, takes along, and leaves behind. */
@ExtendWith(House.Shared.class)
final class MeTest {
    private static final String PASSWORD = "Kranich über Wasser";
    private static final String OTHER = "ein ganz anderer Satz";
    private static final List<String> PAGES = List.of(
            "/me",
            "/me/profile",
            "/me/agenda",
            "/me/favourites",
            "/me/cards",
            "/me/inbox",
            "/me/consents",
            "/me/account",
            "/standing");

    @ParameterizedTest
    @ValueSource(strings = {"zh light desktop", "en dark phone"})
    void everyPageIsReadableForEverybody(String look, House house) {
        var email = look.replace(' ', '.') + ".me@example.org";
        account(house, email);
        try (var visitor = new Visitor(house.base(), Visitor.Look.of(look))) {
            signIn(visitor, email, PASSWORD);
            for (var path : PAGES) {
                var page = visitor.open(path);
                assertThat(page.locator("h1")).hasCount(1);
                visitor.expectAccessible(path);
                assertEquals(
                        0,
                        page.evaluate(
                                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"),
                        path + " is wider than the screen as " + look);
                visitor.expectNoTrouble(path);
            }
        }
    }

    @Test
    void keepsABoothTakesEverythingAlongAndLeaves(House house) throws IOException {
        var me = account(house, "leaver@example.org");
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("en phone"))) {
            signIn(visitor, "leaver@example.org", PASSWORD);
            var page = visitor.open("/booth/b-ttc-2020-imr-cas");
            page.locator("main form[action$='/me/favourites'] button").click();
            page.waitForURL(Pattern.compile(".*/me/favourites.*"));
            assertEquals(1, house.server().personal().favourites(me).size());
            assertThat(page.locator("main .rows > li")).hasCount(1);

            visitor.open("/me/account");
            password(page, "not my password", OTHER);
            assertThat(page.locator("#f-current-error")).isVisible();
            password(page, PASSWORD, OTHER);
            assertThat(page.locator("main [role=status]")).isVisible();

            var export = page.request().get(house.base() + "/me/export");
            assertEquals(200, export.status());
            var files = files(export.body());
            assertTrue(files.stream().anyMatch(file -> file.contains("leaver@example.org")), files.toString());

            page.locator("#f-email").fill("leaver@example.org");
            page.locator("form[action$='/me/account/leave'] button").click();
            page.waitForURL(Pattern.compile(".*/en/$"));
            assertThat(page.locator("header a[href$='/sign-in']")).isVisible();
            assertTrue(house.server()
                    .identity()
                    .accounts()
                    .byEmail("leaver@example.org")
                    .isEmpty());
        }
    }

    private static Ref account(House house, String email) {
        var account = house.server().identity().accounts().create(email, "Lin Tao", Language.EN);
        house.server().identity().entrance().choosePassword(account.ref(), PASSWORD);
        return account.ref();
    }

    private static void signIn(Visitor visitor, String email, String password) {
        var page = visitor.open("/sign-in");
        page.locator("#f-email").fill(email);
        page.locator("#f-password").fill(password);
        page.locator("#f-password").press("Enter");
        assertThat(page.locator("header [popovertarget=pv-account]")).isVisible();
    }

    private static void password(Page page, String current, String fresh) {
        page.locator("#f-current").fill(current);
        page.locator("#f-password").fill(fresh);
        page.locator("form[action$='/me/account/password'] button").click();
    }

    private static List<String> files(byte[] archive) throws IOException {
        var files = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            while (zip.getNextEntry() != null) {
                files.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
