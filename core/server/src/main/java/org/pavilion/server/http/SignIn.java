package org.pavilion.server.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.server.identity.Credentials;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Providers;
import org.pavilion.server.identity.Session;
import org.pavilion.server.identity.Visit;
import org.pavilion.server.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens and ends sessions: the only place that sets their cookie. */
final class SignIn implements SessionCookies {
    /** What the page of the set-up link sends. */
    record Token(String token) {}

    private static final int LONGEST = 4096;

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private final Identity identity;
    private final HttpParts house;

    SignIn(HttpParts house) {
        this.house = house;
        this.identity = house.identity();
    }

    /** Spends the token and opens a session. A link preview or prefetch only ever sees the page before this. */
    void exchange(Exchange x) {
        var request = new HttpRequest(
                x, x.caller().orElseThrow(), x.language(), java.util.Map.of(), LONGEST, json(), house.directory());
        var session = identity.exchange(request.body(Token.class).token().strip(), credentials(x));
        give(x, session);
        Renderer.redirect(x, URI.create(SitePaths.of(first(), x.language(), Optional.empty())));
    }

    private void give(Exchange x, Session session) {
        var seconds =
                Math.max(1, Duration.between(Instant.now(), session.until()).toSeconds());
        x.context()
                .res()
                .addHeader("Set-Cookie", identity.setCookie(identity.sessionCookie(), session.cookie(), seconds));
    }

    private void end(Exchange x) {
        x.cookie(identity.sessionCookie()).ifPresent(identity::signOut);
        x.context().res().addHeader("Set-Cookie", identity.setCookie(identity.sessionCookie(), "", 0));
    }

    @Override
    public Visit visit(Request request) {
        var x = exchange(request);
        return new Visit(credentials(x), x.header("User-Agent").orElse(""));
    }

    @Override
    public Optional<String> onward(String wanted) {
        return OwnPath.of(wanted);
    }

    @Override
    public void opened(Request request, Session session) {
        give(exchange(request), session);
    }

    @Override
    public void close(Request request) {
        end(exchange(request));
    }

    /** Leaves for another provider. Looking changes nothing but where this browser may come back to. */
    void depart(Exchange x) {
        var next = Query.parse(x.servlet().getQueryString()).getOrDefault("next", List.of());
        var departure = identity.providers()
                .depart(
                        callback(x),
                        next.isEmpty() ? SitePaths.of("/", x.language(), Optional.empty()) : next.getFirst());
        way(x, departure.cookie(), Providers.patience());
        x.context().res().setHeader("Cache-Control", "private, no-store");
        x.context().res().setHeader("Location", departure.to().toASCIIString());
        Renderer.empty(x, 303);
    }

    /** Comes back from the provider. */
    void arrive(Exchange x) {
        var cookie = x.cookie(Providers.cookie(identity.sessionCookie()));
        way(x, "", 0);
        try {
            var answer = URI.create(callback(x) + "?"
                    + Optional.ofNullable(x.servlet().getQueryString()).orElse(""));
            var arrival = identity.providers()
                    .arrive(
                            cookie.orElse(""),
                            answer,
                            new Visit(credentials(x), x.header("User-Agent").orElse("")),
                            Dispatcher.language(x));
            house.personal().agreeToTerms(identity.entrance().holder(arrival.session()));
            give(x, arrival.session());
            Renderer.redirect(
                    x,
                    URI.create(OwnPath.of(arrival.next())
                            .orElseGet(() -> SitePaths.of("/", Dispatcher.language(x), Optional.empty()))));
        } catch (Problem refused) {
            log.info("a sign-in through the provider was refused: {} {}", refused.code(), refused.detail());
            Renderer.redirect(
                    x, URI.create(SitePaths.of("/sign-in?done=refused", Dispatcher.language(x), Optional.empty())));
        }
    }

    private void way(Exchange x, String value, long seconds) {
        x.context()
                .res()
                .addHeader(
                        "Set-Cookie", identity.setCookie(Providers.cookie(identity.sessionCookie()), value, seconds));
    }

    /** One address for both languages, so that the provider needs to know one. Without a public address it is this machine's. */
    private URI callback(Exchange x) {
        return identity.site(x.header("Host").orElse("")).resolve("/sign-in/callback");
    }

    private static Exchange exchange(Request request) {
        if (request instanceof HttpRequest http) {
            return http.exchange();
        }
        throw new IllegalStateException("only an answer of its own sets cookies, not a part of a page");
    }

    /** An empty house is set up first. */
    private String first() {
        return house.brand().profile().unnamed() && house.directory().editions().isEmpty()
                ? "/setup/name"
                : "/organiser";
    }

    void signOut(Exchange x) {
        end(x);
        Renderer.redirect(x, URI.create(SitePaths.of("/", x.language(), Optional.empty())));
    }

    Credentials credentials(Exchange x) {
        return new Credentials(
                x.cookie(identity.sessionCookie()),
                x.header("Authorization")
                        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                        .map(value -> value.substring(7).strip()),
                x.address(),
                x.cookie(identity.guestCookie()));
    }

    private Json json() {
        return house.json();
    }
}
