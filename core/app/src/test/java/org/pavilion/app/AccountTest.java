package org.pavilion.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pavilion.api.Ref;
import org.pavilion.server.identity.KeptLetter;
import org.pavilion.server.identity.Letter;

/** Somebody gets an account, signs out and in again, and forgets the password. */
final class AccountTest {
    private static final String PASSWORD = "Kranich über Wasser";
    private static final String OTHER = "ein ganz anderer Satz";

    @TempDir
    static Path data;

    private static House house;

    @BeforeAll
    static void open() {
        house = House.fresh(data, false, false);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh light desktop", "en dark phone", "zh dark phone", "en light desktop"})
    void signsUpOutAndInAgain(String look) {
        var email = look.replace(' ', '.') + "@example.org";
        try (var visitor = new Visitor(house.base(), Visitor.Look.of(look))) {
            var page = visitor.open("/sign-up");
            visitor.expectAccessible("sign-up");
            page.locator("#f-email").fill(email);
            page.locator("#f-name").fill("Mei Lin");
            page.locator("#f-password").fill(PASSWORD);
            page.locator("#f-terms").check();
            send(page);
            assertThat(page.locator("main [role=status]")).isVisible();
            visitor.expectAccessible("sign-up, sent");

            visitor.open(letter(email, Letter.Kind.CONFIRM).path());
            assertThat(page.locator("main")).containsText(email);
            visitor.expectAccessible("confirm");
            page.locator("#f-password").fill(PASSWORD);
            send(page);
            menu(page);
            assertThat(page.locator("#pv-account")).containsText("Mei Lin");
            visitor.expectAccessible("home, signed in");
            visitor.open("/me/consents");
            assertThat(page.locator("main .rows a[href$='/terms']")).isVisible();
            page.locator("main .rows a[href$='/terms']").click();
            page.waitForURL(Pattern.compile(".*/terms$"));
            visitor.expectAccessible("terms");
            menu(page);
            page.locator("#pv-account form button").click();
            assertThat(page.locator("header a[href$='/sign-in']")).isVisible();

            visitor.open("/sign-in?next=/en/live");
            visitor.expectAccessible("sign-in");
            page.locator("#f-email").fill(email);
            page.locator("#f-password").fill(PASSWORD);
            page.locator("#f-password").press("Enter");
            page.waitForURL(Pattern.compile(".*/en/live$"));
            menu(page);
            visitor.expectNoTrouble("the account");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh phone no-script", "en desktop no-script"})
    void aForgottenPasswordIsReplacedWithoutScript(String look) {
        var email = look.replace(' ', '.') + "@example.org";
        var accounts = house.server().identity().accounts();
        var account = accounts.create(email, "Lin Tao", org.pavilion.api.Language.EN);
        house.server().identity().entrance().choosePassword(account.ref(), PASSWORD);
        try (var visitor = new Visitor(house.base(), Visitor.Look.of(look))) {
            var page = visitor.open("/forgot");
            page.locator("#f-email").fill(email);
            send(page);
            assertThat(page.locator("main [role=status]")).isVisible();
            visitor.open(letter(email, Letter.Kind.RESET).path());
            page.locator("#f-password").fill(OTHER);
            send(page);
            assertThat(page.locator("header [popovertarget=pv-account]")).isVisible();
            visitor.expectNoTrouble("a forgotten password");
        }
    }

    @Test
    void whatIsWrongStandsBesideTheFieldAndTheFieldHasTheFocus() {
        try (var visitor = new Visitor(house.base(), Visitor.Look.of("en phone"))) {
            var page = visitor.open("/sign-up");
            page.locator("#f-email").fill("x@example.org");
            page.locator("#f-name").fill("X");
            page.locator("#f-password").fill("password2026");
            page.locator("#f-terms").check();
            send(page);
            assertThat(page.locator("#f-password-error")).containsText("guessed first");
            assertThat(page.locator("#f-password")).isFocused();
            assertThat(page.locator("#f-email")).hasValue("x@example.org");
        }
    }

    private static void send(Page page) {
        page.locator("main form button.primary").click();
    }

    private static void menu(Page page) {
        page.locator("header [popovertarget=pv-account]").click();
        assertThat(page.locator("#pv-account")).isVisible();
    }

    private static Letter letter(String to, Letter.Kind kind) {
        var deadline = Instant.now().plusSeconds(20);
        while (Instant.now().isBefore(deadline)) {
            var found = house.server().identity().accounts().letters(new Ref("operator", "operator")).stream()
                    .map(KeptLetter::letter)
                    .filter(letter -> letter.kind() == kind && letter.to().equals(to))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no letter to " + to);
    }
}
