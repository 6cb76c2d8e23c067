package org.pavilion.server.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.identity.oidc.Began;
import org.pavilion.server.identity.oidc.Claims;
import org.pavilion.server.identity.oidc.Provider;
import org.pavilion.server.settings.OidcSettings;

/**
 * Signing in with an account at another provider. The way there and back is tied to one browser by a
 * cookie, is taken once, and ends in the account that the provider's verified address belongs to.
 */
public final class Providers {
    private static final int WAITING = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Entrance entrance;
    private final Optional<Provider> provider;
    private final Cache<String, Way> ways = Caffeine.newBuilder()
            .maximumSize(WAITING)
            .expireAfterWrite(PATIENCE)
            .build();

    Providers(Entrance entrance, Optional<OidcSettings> settings) {
        this.entrance = entrance;
        this.provider = settings.map(Provider::new);
    }

    private record Way(Began began, String next) {}

    /**
     * A sign-in that begins.
     *
     * @param to address at the provider
     * @param cookie ties what comes back to this browser
     */
    public record Departure(URI to, String cookie) {}

    /** A sign-in that is finished; {@code next} is where it was begun for. */
    public record Arrival(Session session, String next) {}

    /** What the button of the provider says; empty without one. */
    public Optional<String> name() {
        return provider.map(Provider::name);
    }

    /** Name of the cookie of a sign-in on its way. */
    public static String cookie(String session) {
        return session + "-way";
    }

    /** How long a sign-in may take at the provider, in seconds. */
    public static long patience() {
        return PATIENCE.toSeconds();
    }

    /** Begins; {@code back} is the address of this house that the provider answers to. */
    public Departure depart(URI back, String next) {
        var began = there().begin(back);
        var cookie = Secret.random();
        ways.put(Secret.sha256Hex(cookie), new Way(began, next));
        return new Departure(began.to(), cookie);
    }

    /** Finishes; {@code answer} is the whole address that the browser came back to. */
    public Arrival arrive(String cookie, URI answer, Visit visit, Language language) {
        var way = ways.asMap().remove(Secret.sha256Hex(cookie));
        if (way == null) {
            throw new Problem("access.provider", 403, "This sign-in was not begun in this browser, or long ago");
        }
        var claims = there().finish(way.began(), answer);
        return new Arrival(
                entrance.admit(visit, (handle, journal) -> account(handle, journal, claims, language)), way.next());
    }

    private Provider there() {
        return provider.orElseThrow(() -> Problem.notFound("this way to sign in"));
    }

    private Ref account(Handle handle, Journal journal, Claims claims, Language language) {
        var known = handle.createQuery(
                        "select account from identity_foreign where issuer = :issuer and subject = :subject")
                .bind("issuer", claims.issuer())
                .bind("subject", claims.subject())
                .mapTo(Ref.class)
                .findOne();
        return known.orElseGet(() -> link(handle, journal, claims, language));
    }

    private Ref link(Handle handle, Journal journal, Claims claims, Language language) {
        var email = Emails.of(claims.email()
                .orElseThrow(() -> new Problem(
                        "access.provider-email", 403, "The provider vouches for no e-mail address of this account")));
        var account = AccountRows.byEmail(handle, email)
                .map(AccountRows.Kept::account)
                .map(found -> own(handle, journal, found))
                .orElseGet(() -> {
                    entrance.requireOpen();
                    return create(handle, journal, email, claims, language);
                });
        handle.execute(
                "insert into identity_foreign (issuer, subject, account, at) values (?, ?, ?, ?)",
                claims.issuer(),
                claims.subject(),
                account.ref().toString(),
                journal.now().toEpochMilli());
        return account.ref();
    }

    /** Who made an account with somebody's address before they proved it theirs is put out of it. */
    private static Account own(Handle handle, Journal journal, Account found) {
        if (!found.confirmed()) {
            AccountRows.forgetSecret(handle, found.ref());
            Sessions.closeAll(handle, journal, found.ref(), Optional.empty());
            OneTimeLinks.withdraw(handle, found.ref());
            AccountRows.confirm(handle, found.ref());
            journal.append(new AccountEvents.Confirmed(found.ref()));
        }
        return found;
    }

    private static Account create(Handle handle, Journal journal, String email, Claims claims, Language language) {
        var name = List.of(claims.name().orElse(""), email.substring(0, email.indexOf('@'))).stream()
                .filter(Accounts::isName)
                .findFirst()
                .orElse("?");
        var account = Accounts.fresh(journal, email, name, language, Account.State.ACTIVE, true);
        Accounts.insert(handle, journal, account, null);
        return account;
    }
}
