package org.pavilion.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pavilion.api.Language;
import org.pavilion.api.Notice;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

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

            page.onDialog(Dialog::accept);
            page.locator("#f-proof").fill(PASSWORD);
            page.locator("form[action$='/me/account/leave'] button").click();
            assertThat(page.locator("#f-proof-error")).isVisible();
            page.locator("#f-proof").fill(OTHER);
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

    @Test
    void theBellCountsWhatIsUnreadOnEveryOpenDevice(House house) {
        var me = account(house, "bell@example.org");
        try (var desk = new Visitor(house.base(), Visitor.Look.of("en desktop"));
                var phone = new Visitor(house.base(), Visitor.Look.of("zh dark phone"))) {
            signIn(desk, "bell@example.org", PASSWORD);
            signIn(phone, "bell@example.org", PASSWORD);
            house.server()
                    .notices()
                    .send(
                            me,
                            new Notice(
                                    "test.told",
                                    new Text("有人回复了您", "Somebody answered you"),
                                    new Ref("booth", "b-ttc-2020-imr-cas")));
            assertThat(bell(desk)).hasAttribute("aria-label", "Inbox, 1 unread");
            assertThat(bell(phone)).hasAttribute("data-unread", "1");

            desk.page().locator("header nav a[href$='/agenda']").click();
            desk.page().waitForURL(Pattern.compile(".*/agenda$"));
            assertThat(bell(desk)).hasAttribute("data-unread", "1");

            phone.page().setViewportSize(320, 700);
            phone.open("/live");
            assertThat(bell(phone)).hasAttribute("data-unread", "1");
            assertThat(bell(phone)).isInViewport();
            assertEquals(
                    0,
                    phone.page()
                            .evaluate(
                                    "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"),
                    "the bar has room for the bell on the narrowest phone");
            phone.page().setViewportSize(390, 844);
            bell(phone).click();
            phone.page().waitForURL(Pattern.compile(".*/me/inbox$"));
            phone.expectAccessible("the inbox");
            phone.page().locator("form[action$='/me/inbox/read-all'] button").click();
            assertThat(bell(desk)).hasAttribute("aria-label", "Inbox");
            assertThat(bell(desk)).not().hasAttribute("data-unread", Pattern.compile(".*"));

            phone.page().locator("select[name=ways]").selectOption("NONE");
            phone.page().locator("form[action$='/me/inbox/wishes'] button").click();
            phone.page().waitForURL(Pattern.compile(".*done=wishes.*"));
            assertThat(phone.page().locator("select[name=ways]")).hasValue("NONE");
            desk.expectNoTrouble("the bell");
            phone.expectNoTrouble("the bell");
        }
    }

    @Test
    void whatTwoBrowsersStarredBeforeIsOneAfterSignIn(House house) {
        var me = account(house, "stars@example.org");
        house.server().personal().star(me, List.of(new Ref("item", "item-bit-robot")));
        try (var one = new Visitor(house.base(), Visitor.Look.of("en desktop"));
                var two = new Visitor(house.base(), Visitor.Look.of("zh phone"))) {
            star(one, 0, 1);
            star(two, 1, 2);
            one.open("/booth/b-ttc-2020-imr-cas");
            one.page()
                    .locator("main form[action$='/me/favourites'] button")
                    .first()
                    .click();
            assertThat(one.page().locator(".toast").first()).isVisible();

            for (var visitor : List.of(one, two)) {
                signIn(visitor, "stars@example.org", PASSWORD);
                programme(visitor);
                assertThat(visitor.page().locator(".star[aria-pressed=true]").first())
                        .isVisible();
            }
            for (var visitor : List.of(one, two)) {
                programme(visitor);
                assertThat(visitor.page().locator(".star[aria-pressed=true]")).hasCount(3);
                assertEquals(null, visitor.page().evaluate("() => localStorage.getItem('pv-stars')"));
                visitor.expectNoTrouble("stars");
            }
            assertEquals(5, house.server().personal().favourites(me).size());

            two.page().locator(".star[aria-pressed=true]").first().click();
            assertThat(two.page().locator(".star[aria-pressed=true]")).hasCount(2);
            await(() -> house.server().personal().favourites(me).size() == 4);
            programme(one);
            assertThat(one.page().locator(".star[aria-pressed=true]")).hasCount(2);
        }
    }

    private static void star(Visitor visitor, int... places) {
        programme(visitor);
        for (int place : places) {
            var star = visitor.page().locator(".agenda-slot .star").nth(place);
            star.click();
            assertThat(star).hasAttribute("aria-pressed", "true");
        }
        assertThat(visitor.page().locator("section.mine")).isVisible();
    }

    /** The last day of the programme, on which nothing moves with the hour. */
    private static void programme(Visitor visitor) {
        var page = visitor.open("/agenda");
        page.locator("nav.agenda-days a").last().click();
        page.waitForURL(Pattern.compile(".*[?&]day=.*"));
        assertThat(page.locator(".agenda-slot .star").first()).isVisible();
    }

    private static void await(BooleanSupplier wish) {
        var deadline = Instant.now().plusSeconds(20);
        while (!wish.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), "it did not come to pass");
            Thread.onSpinWait();
        }
    }

    private static Locator bell(Visitor visitor) {
        return visitor.page().locator("header [data-inbox]");
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
