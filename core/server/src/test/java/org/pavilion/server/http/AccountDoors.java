package org.pavilion.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pavilion.api.Language;
import org.pavilion.api.Ref;
import org.pavilion.server.http.Raw11.Answer;
import org.pavilion.server.identity.Account;
import org.pavilion.server.identity.KeptLetter;
import org.pavilion.server.identity.Letter;
import org.pavilion.server.personal.Personal;
import org.pavilion.server.settings.Limit;
import org.pavilion.server.settings.Rate;
import org.pavilion.server.settings.RateTable;
import org.pavilion.server.storage.Dialect;
import org.pavilion.server.storage.Store;

/** The doors of accounts, tried as an attacker would: over the wire of a whole server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AccountDoors {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String JSON = "Content-Type: application/json";
    private static final String OWN = "Sec-Fetch-Site: same-origin";
    private static final String BROWSER = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String PASSWORD = "Kranich über Wasser";
    private static final String OTHER = "ein ganz anderer Satz";

    private final HttpHouse house;

    AccountDoors(Dialect dialect, Path data) {
        house = new HttpHouse(data, local -> Store.empty(dialect, data), Gate.MOST_IN_FLIGHT);
        account("mei@example.org");
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void signsUpConfirmsSignsOutAndInAgainWithFormsAlone() throws IOException {
        var wanted =
                form("/en/sign-up", "email=new@example.org&name=Neu+Gier&terms=true&password=" + encoded(PASSWORD));
        assertEquals(303, wanted.status(), wanted.text());
        assertEquals("/en/sign-up?done=sent", wanted.header("Location"));
        assertFalse(wanted.header("Set-Cookie").contains("pav="), "a sign-up alone opens no session");
        var link = letter("new@example.org", Letter.Kind.CONFIRM).path();

        var page = get("/en" + link, BROWSER);
        assertEquals(200, page.status());
        assertTrue(page.text().contains("new@example.org"));
        assertEquals("private, no-store", page.header("Cache-Control"));
        assertEquals(200, get(link, BROWSER).status(), "looking spends nothing");

        var wrong = form("/confirm", "token=" + token(link) + "&password=" + encoded(OTHER));
        assertEquals(403, wrong.status());
        assertTrue(wrong.text().contains("aria-invalid=\"true\""));
        var in = form("/en/confirm", "token=" + token(link) + "&password=" + encoded(PASSWORD));
        assertEquals(303, in.status(), in.text());
        assertEquals("/en/", in.header("Location"));

        var me = get("/api/account", session(in));
        assertTrue(me.text().contains("\"name\":\"Neu Gier\""), me.text());
        assertTrue(get("/", session(in), BROWSER).text().contains("Neu Gier"));
        assertEquals("private, no-store", get("/", session(in), BROWSER).header("Cache-Control"));
        assertEquals(303, form("/sign-out", "", session(in)).status());
        assertEquals(401, get("/api/account", session(in)).status());
        assertEquals(
                303,
                form("/sign-in", "email=NEW@example.org&password=" + encoded(PASSWORD))
                        .status());
        assertEquals(410, get("/en" + link, BROWSER).status());
    }

    @Test
    void everyGuestSeesTheSameBytes() throws IOException {
        var one = get("/", BROWSER);
        var two = get("/", BROWSER, "Cookie: pav-guest=" + house.identity().newGuest());
        assertEquals(one.text(), two.text());
        assertEquals(one.header("ETag"), two.header("ETag"));
        assertEquals("no-cache", one.header("Cache-Control"));
        assertTrue(one.text().contains("href=\"/sign-in\""));
    }

    @Test
    void saysTheSameForKnownAndUnknownAddresses() throws IOException {
        for (var path : List.of("/api/account/sign-in", "/api/account/forgot", "/api/account/sign-up")) {
            var known = json(path, body(path, "mei@example.org"));
            var unknown = json(path, body(path, "nobody@example.org"));
            assertEquals(known.status(), unknown.status(), path);
            assertEquals(stable(known.text()), stable(unknown.text()), path);
            assertEquals(known.headers().keySet(), unknown.headers().keySet(), path);
        }
        for (var path : List.of("/sign-in", "/forgot", "/sign-up")) {
            var known = form(path, "email=mei@example.org" + rest(path));
            var unknown = form(path, "email=nobo@example.org" + rest(path));
            assertEquals(known.status(), unknown.status(), path);
            assertEquals(known.text(), unknown.text().replace("nobo@example.org", "mei@example.org"), path);
            assertEquals(known.header("Location"), unknown.header("Location"), path);
        }
    }

    @Test
    void aSessionSomebodyPlantedIsNotTheOneThatIsOpened() throws IOException {
        var planted = "Cookie: pav=" + house.identity().newGuest();
        var in = form("/sign-in", "email=mei@example.org&password=" + encoded(PASSWORD), planted);

        assertEquals(303, in.status());
        assertNotEquals(planted, session(in));
        assertEquals(401, get("/api/account", planted).status());
        var again = form("/sign-in", "email=mei@example.org&password=" + encoded(PASSWORD), session(in));
        assertNotEquals(session(in), session(again));
        assertEquals(401, get("/api/account", session(in)).status(), "the session before ends");
        assertEquals(200, get("/api/account", session(again)).status());
        var cookie = again.header("Set-Cookie");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/en/sign-in",
                "/sign-up",
                "/forgot",
                "/confirm",
                "/reset",
                "/invited",
                "/sign-out",
                "/api/account/sign-in",
                "/api/account/sign-up",
                "/api/account/forgot",
                "/api/account/reset",
                "/api/account/password",
                "/api/account/sign-out",
                "/api/account/sign-out-everywhere"
            })
    void refusesWhatAnotherSitesPageSends(String path) throws IOException {
        var cookie = signIn();
        for (var from : List.of("Sec-Fetch-Site: cross-site", "Origin: https://evil.example", "Origin: null")) {
            var body = "email=mei@example.org&password=" + encoded(PASSWORD);
            assertEquals(
                    403,
                    Raw11.send(house.port(), "POST", path, body, FORM, from, cookie)
                            .status(),
                    from);
        }
        assertEquals(
                403, Raw11.send(house.port(), "POST", path, "a=b", FORM, cookie).status());
        assertEquals(200, get("/api/account", cookie).status(), "nothing was done");
    }

    @Test
    void refusesASocketThatAnotherSiteOpensWithTheCookie() throws IOException {
        var cookie = signIn();
        for (var origin : List.of("Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site")) {
            var answer = get(
                    "/ws",
                    "Connection: Upgrade",
                    "Upgrade: websocket",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "Sec-WebSocket-Protocol: pavilion.v1",
                    cookie,
                    origin);
            assertEquals(403, answer.status(), origin);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/live?x=1                    | /live?x=1",
                "/en/organisations            | /en/organisations",
                "https://evil.example/        | /",
                "//evil.example/              | /",
                "/\\evil.example/             | /",
                "/%09/evil.example            | /%09/evil.example",
                "/%5Cevil.example             | /",
                "/%2F/evil.example            | /",
                "javascript:alert(1)          | /",
                "evil.example                 | /",
                "/api/account                 | /",
                "/a%0d%0aSet-Cookie:x=y       | /a%0d%0aSet-Cookie:x=y"
            })
    void goesOnToPagesOfItsOwnAlone(String next, String expected) throws IOException {
        var in = form(
                "/sign-in", "email=mei@example.org&password=" + encoded(PASSWORD) + "&next=" + encoded(next.strip()));
        assertEquals(303, in.status());
        assertEquals(expected, in.header("Location"));
        assertFalse(
                get("/sign-in?next=" + encoded(next.strip()), BROWSER).text().contains("evil.example/\""));
    }

    @Test
    void anInvitationIsTakenByWhoAgreesToTheTerms() throws IOException {
        house.identity().accounts().invite("guest@example.org", "Guest", Language.EN, new Ref("operator", "operator"));
        var chosen =
                chosen(token(letter("guest@example.org", Letter.Kind.INVITED).path()));
        var unasked = form("/invited", chosen);
        assertEquals(422, unasked.status());
        assertTrue(unasked.text().contains("id=\"f-terms-error\""), unasked.text());
        var in = form("/invited", chosen + "&terms=true");
        assertEquals(303, in.status(), in.text());
        assertTrue(get("/me/consents", session(in), BROWSER).text().contains(">" + Personal.TERMS + "<"));
    }

    @Test
    void aUsedOldOrForeignLinkOpensNothing() throws IOException {
        account("lost@example.org");
        assertEquals(303, form("/forgot", "email=lost@example.org").status());
        var token = token(letter("lost@example.org", Letter.Kind.RESET).path());

        assertEquals(410, form("/invited", chosen(token)).status());
        assertEquals(410, form("/confirm", chosen(token)).status());
        assertEquals(410, form("/reset", chosen(house.identity().newGuest())).status());
        var common = form("/reset", "token=" + token + "&password=password2026");
        assertEquals(422, common.status());
        assertTrue(common.text().contains("id=\"f-password-error\""));
        var in = form("/reset", chosen(token));
        assertEquals(303, in.status(), in.text());
        assertEquals(200, get("/api/account", session(in)).status());
        assertEquals(410, form("/reset", chosen(token)).status());
        assertEquals(
                403,
                json("/api/account/reset", "{\"token\":\"" + token + "\",\"password\":\"" + OTHER + "\"}")
                        .status());
    }

    @Test
    void slowsDownGuessingOnOneAccountAndAcrossMany(@TempDir Path data) throws IOException {
        var limits = RateTable.DEFAULT.with(Limit.SIGN_IN_NETWORK, Rate.of("10/15m"));
        try (var strict = new HttpHouse(
                data, settings -> settings.withLimits(new RateTable(limits.rates(), 40, 1)), Gate.MOST_IN_FLIGHT)) {
            for (int i = 0; i < 5; i++) {
                assertEquals(403, guess(strict, "one@example.org").status());
            }
            assertEquals(429, guess(strict, "one@example.org").status());
            var limited = Raw11.send(
                    strict.port(),
                    "POST",
                    "/api/account/sign-in",
                    body("/api/account/sign-in", "one@example.org"),
                    JSON,
                    OWN);
            assertEquals(429, limited.status());
            assertFalse(limited.header("Retry-After").isEmpty());
            for (int i = 0; i < 3; i++) {
                assertEquals(403, guess(strict, "many" + i + "@example.org").status());
            }
            assertEquals(429, guess(strict, "many99@example.org").status());
        }
    }

    @Test
    void endsOtherBrowsersAtOnce() throws IOException {
        account("two@example.org");
        var here = session(form("/sign-in", "email=two@example.org&password=" + encoded(PASSWORD)));
        var there = session(form("/sign-in", "email=two@example.org&password=" + encoded(PASSWORD)));
        var list = get("/api/account/sessions", here).text();
        assertEquals(3, list.split("\"id\":", -1).length, list);
        assertFalse(list.contains(here.substring(12)), "a list of sessions opens none");

        assertEquals(
                204,
                Raw11.send(house.port(), "POST", "/api/account/sign-out-everywhere", "", OWN, here)
                        .status());
        assertEquals(401, get("/api/account", here).status());
        assertEquals(401, get("/api/account", there).status());
    }

    @Test
    void theFormsComeBackWithWhatIsWrongBesideTheField() throws IOException {
        var empty = form("/en/sign-up", "email=&name=&password=");
        assertEquals(422, empty.status());
        assertTrue(empty.text().contains("aria-describedby=\"f-email-error\""), empty.text());
        var unasked = form("/en/sign-up", "email=x@example.org&name=X&password=" + encoded(PASSWORD));
        assertEquals(422, unasked.status());
        assertTrue(unasked.text().contains("id=\"f-terms-error\""), unasked.text());
        assertEquals(
                422,
                json(
                                "/api/account/sign-up",
                                "{\"email\":\"x@example.org\",\"name\":\"X\",\"terms\":false,\"password\":\"" + OTHER
                                        + "\"}")
                        .status());
        var weak = form("/sign-up", "email=x@example.org&name=X&password=1234567890");
        assertTrue(weak.text().contains("value=\"x@example.org\""));
        assertFalse(weak.text().contains("1234567890"), "a password is never sent back");
        assertEquals(
                403,
                form("/en/sign-in", "email=mei@example.org&password=" + encoded(OTHER))
                        .status());
    }

    private void account(String email) {
        Account account = house.identity().accounts().create(email, "Mei", Language.EN);
        house.identity().entrance().choosePassword(account.ref(), PASSWORD);
    }

    private String signIn() throws IOException {
        return session(form("/sign-in", "email=mei@example.org&password=" + encoded(PASSWORD)));
    }

    private Answer guess(HttpHouse strict, String email) throws IOException {
        return Raw11.send(
                strict.port(),
                "POST",
                "/sign-in",
                "email=" + email + "&password=" + encoded(OTHER),
                FORM,
                OWN,
                BROWSER);
    }

    private Answer get(String path, String... headers) throws IOException {
        return Raw11.get(house.port(), path, headers);
    }

    private Answer form(String path, String body, String... headers) throws IOException {
        var all = new java.util.ArrayList<>(List.of(FORM, OWN, BROWSER));
        all.addAll(List.of(headers));
        return Raw11.send(house.port(), "POST", path, body, all.toArray(String[]::new));
    }

    private Answer json(String path, String body) throws IOException {
        return Raw11.send(house.port(), "POST", path, body, JSON, OWN);
    }

    private static String body(String path, String email) {
        return switch (path) {
            case "/api/account/forgot" -> "{\"email\":\"" + email + "\"}";
            case "/api/account/sign-up" ->
                "{\"email\":\"" + email + "\",\"name\":\"Somebody\",\"terms\":true,\"password\":\"" + OTHER + "\"}";
            default -> "{\"email\":\"" + email + "\",\"password\":\"" + OTHER + "\"}";
        };
    }

    private static String rest(String path) {
        return switch (path) {
            case "/forgot" -> "";
            case "/sign-up" -> "&name=Somebody&terms=true&password=" + encoded(OTHER);
            default -> "&password=" + encoded(OTHER);
        };
    }

    /** An answer without the id that each has. */
    private static String stable(String text) {
        return text.replaceAll("\"id\":\"[0-9a-f]+\"", "");
    }

    private static String chosen(String token) {
        return "token=" + token + "&password=" + encoded(OTHER);
    }

    private Letter letter(String to, Letter.Kind kind) {
        var deadline = Instant.now().plusSeconds(20);
        while (Instant.now().isBefore(deadline)) {
            var found = house.identity().accounts().letters(new Ref("operator", "operator")).stream()
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

    private static String token(String link) {
        return link.substring(link.indexOf('=') + 1);
    }

    private static String session(Answer answer) {
        return "Cookie: pav=" + answer.header("Set-Cookie").replaceAll(".*\\bpav=([^;]+);.*", "$1");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
