package org.pavilion.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.identity.Account;
import org.pavilion.server.identity.oidc.Began;
import org.pavilion.server.identity.oidc.Provider;
import org.pavilion.server.personal.Personal;
import org.pavilion.server.settings.OidcSettings;
import org.pavilion.server.storage.Dialect;
import org.pavilion.server.storage.Store;

/** Signing in through a real provider on this machine, and every way to cheat on the way back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProviderWays {
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final OidcSettings settings;
    private final HttpHouse house;
    private final RealProvider provider;

    ProviderWays(Dialect dialect, Path data) throws IOException {
        int port = RealProvider.freePort();
        settings = new OidcSettings(
                URI.create("http://localhost:" + port), "pavilion", RealProvider.SECRET, "Example & Co");
        house = new HttpHouse(data, local -> Store.empty(dialect, data).withOidc(settings), Gate.MOST_IN_FLIGHT);
        provider = RealProvider.start(port, base() + "/sign-in/callback");
    }

    @AfterAll
    void close() {
        client.close();
        provider.close();
        house.close();
    }

    @Test
    void signsInAndGoesOnWhereItWasBegun() throws Exception {
        assertTrue(get(new Browser("mei"), base() + "/en/sign-in?next=/en/live")
                .body()
                .contains("Sign in with Example &amp; Co"));
        var browser = new Browser("mei");

        var back = travel(browser, "/sign-in/provider?next=/en/live");
        var in = get(browser, back);

        assertEquals(303, in.statusCode());
        assertEquals("/en/live", location(in));
        var me = get(browser, base() + "/api/account").body();
        assertTrue(me.contains("\"email\":\"mei@example.org\"") && me.contains("\"name\":\"Name of mei\""), me);
        var again = new Browser("mei");
        get(again, travel(again, "/sign-in/provider"));
        assertEquals(me, get(again, base() + "/api/account").body(), "the same account");
        assertNotEquals(browser.cookies.get("pav"), again.cookies.get("pav"));
    }

    @Test
    void takesTheInvitedAccountOfTheVerifiedAddress() throws Exception {
        var invited = house.identity()
                .accounts()
                .invite("lin@example.org", "Lin", Language.ZH, new Ref("operator", "operator"));
        var browser = new Browser("lin");

        get(browser, travel(browser, "/sign-in/provider"));

        assertTrue(get(browser, base() + "/api/account")
                .body()
                .contains(invited.ref().toString()));
        assertEquals(
                Optional.of(Account.State.ACTIVE),
                house.identity().accounts().find(invited.ref()).map(Account::state));
    }

    @Test
    void whoCameThatWayHasAgreedToTheTermsAndLeavesAfterJustSigningIn() throws Exception {
        var browser = new Browser("leaver");
        get(browser, travel(browser, "/sign-in/provider"));
        assertTrue(get(browser, base() + "/me/consents").body().contains(">" + Personal.TERMS + "<"));

        var left = client.send(
                HttpRequest.newBuilder(URI.create(base() + "/me/account/leave"))
                        .header("Accept", "text/html")
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", browser.header())
                        .POST(HttpRequest.BodyPublishers.ofString("proof="))
                        .build(),
                BodyHandlers.ofString());

        assertEquals(303, left.statusCode(), left.body());
        assertTrue(house.identity().accounts().byEmail("leaver@example.org").isEmpty());
    }

    @Test
    void refusesAnAddressThatIsNotVerified() throws Exception {
        var browser = new Browser("unverified-eve");
        refused(browser, travel(browser, "/sign-in/provider"));
    }

    @Test
    void refusesAnAnswerOfAnotherBrowserAStateThatWasChangedAndASecondTime() throws Exception {
        var victim = new Browser("victim");
        var attacker = new Browser("attacker");
        var planted = travel(attacker, "/sign-in/provider");
        refused(victim, planted);
        travel(victim, "/sign-in/provider");
        refused(victim, planted);

        var browser = new Browser("mei");
        refused(browser, travel(browser, "/sign-in/provider").replaceAll("state=[^&]+", "state=other"));

        var once = new Browser("mei");
        var back = travel(once, "/sign-in/provider");
        var way = once.cookies.get("pav-way");
        assertEquals(303, get(once, back).statusCode());
        once.cookies.remove("pav");
        once.cookies.put("pav-way", String.valueOf(way));
        refused(once, back);
    }

    @Test
    void refusesAReplayedCodeAForeignVerifierAndAForeignNonce() throws Exception {
        var real = new Provider(settings);
        var callback = URI.create(base() + "/sign-in/callback");
        var began = real.begin(callback);
        var answer = answered(began);
        assertEquals(Optional.of("mei@example.org"), real.finish(began, answer).email());
        problem(real, began, answer);

        var other = real.begin(callback);
        var theirs = real.begin(callback);
        var verifier = new Began(other.to(), other.back(), other.state(), other.nonce(), theirs.verifier());
        problem(real, verifier, answered(other));
        var nonce = real.begin(callback);
        problem(
                real,
                new Began(nonce.to(), nonce.back(), nonce.state(), theirs.nonce(), nonce.verifier()),
                answered(nonce));
    }

    @Test
    void reachesProvidersOverHttpsAlone() {
        assertThrows(
                Problem.class,
                () -> new Provider(new OidcSettings(URI.create("http://id.example.org"), "a", "b", "c")));
        assertFalse(settings.toString().contains(RealProvider.SECRET));
    }

    private static void problem(Provider real, Began began, URI answer) {
        assertEquals(
                "access.provider",
                assertThrows(Problem.class, () -> real.finish(began, answer)).code());
    }

    private void refused(Browser browser, String back) throws Exception {
        var answer = get(browser, back);
        assertEquals(303, answer.statusCode());
        assertTrue(location(answer).endsWith("/sign-in?done=refused"), location(answer));
        assertFalse(browser.cookies.containsKey("pav"), "no session");
    }

    private URI answered(Began began) throws Exception {
        return URI.create(follow(new Browser("mei"), began.to().toString()));
    }

    private String travel(Browser browser, String path) throws Exception {
        return follow(browser, location(get(browser, base() + path)));
    }

    /** Goes on until the provider sends the browser home; that last address is not opened. */
    private String follow(Browser browser, String from) throws Exception {
        var at = from;
        for (int hop = 0; hop < 10; hop++) {
            if (at.startsWith(base() + "/sign-in/callback")) {
                return at;
            }
            at = URI.create(at).resolve(location(get(browser, at))).toString();
        }
        throw new AssertionError("it goes round and round: " + at);
    }

    private String base() {
        return "http://localhost:" + house.port();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    private HttpResponse<String> get(Browser browser, String address) throws Exception {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", "text/html")
                        .header("Cookie", browser.header())
                        .build(),
                BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(browser::keep);
        return answer;
    }

    /** Cookies of one person's browser; those of one machine are shared by its ports. */
    private static final class Browser {
        private final Map<String, String> cookies = new LinkedHashMap<>();

        Browser(String login) {
            cookies.put("login", login);
        }

        void keep(String set) {
            var pair = set.substring(0, set.indexOf(';')).split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }

        String header() {
            return cookies.entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .collect(Collectors.joining("; "));
        }
    }
}
