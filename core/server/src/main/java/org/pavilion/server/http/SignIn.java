package org.pavilion.server.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pavilion.server.identity.Credentials;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.json.Json;

/** Opens and ends the operator's session: the only places that set its cookie. */
final class SignIn {
    /** What the page of the set-up link sends. */
    record Token(String token) {}

    private static final int LONGEST = 4096;

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
        var seconds =
                Math.max(1, Duration.between(Instant.now(), session.until()).toSeconds());
        x.context()
                .res()
                .addHeader("Set-Cookie", identity.setCookie(identity.sessionCookie(), session.cookie(), seconds));
        Renderer.redirect(x, URI.create(SitePaths.of("/organiser", x.language(), Optional.empty())));
    }

    void signOut(Exchange x) {
        x.cookie(identity.sessionCookie()).ifPresent(identity::signOut);
        x.context().res().addHeader("Set-Cookie", identity.setCookie(identity.sessionCookie(), "", 0));
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
