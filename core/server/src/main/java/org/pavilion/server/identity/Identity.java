package org.pavilion.server.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pavilion.api.Access;
import org.pavilion.api.Caller;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Permission;
import org.pavilion.api.PersonalData;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Route;
import org.pavilion.api.Scope;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;
import org.pavilion.server.settings.Limit;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.telemetry.Telemetry;

/**
 * Who is calling and what they may do. Besides guests and accounts there is the operator: with the
 * token of the data directory (a machine), or with a session that the one-time set-up link or that
 * token opened (a browser).
 */
public final class Identity implements Access, AutoCloseable {
    private static final Ref OPERATOR = new Ref("operator", "operator");
    private static final Set<String> OPERATOR_GROUPS = Set.of("pub", "role:organiser", "role:operator");

    /** Who may change what others see has shorter sessions. */
    private static final Set<String> STAFF = Set.of(Roles.OPERATOR, Roles.ORGANISER, "moderator");

    private final Permissions permissions = new Permissions();
    private final Roles roles = new Roles();
    private final ScopePaths scopes = new ScopePaths();
    private final Rights rights;
    private final PersonalRegister personal = new PersonalRegister();
    private final Sanctions sanctions;
    private final Tokens tokens;
    private final SetupLink setup = new SetupLink();
    private final OperatorToken token;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Entrance entrance;
    private final Providers providers;
    private final Rosters rosters;
    private final Merges merges;
    private final Passes passes;
    private final Guests guests;
    private final CrossSite crossSite;
    private final Rates rates;
    private final boolean secure;
    private final Optional<URI> publicUrl;
    private final List<Runnable> onSessionEnd = new CopyOnWriteArrayList<>();

    public Identity(Storage storage, DomainEvents events, ServerSettings settings, Telemetry telemetry) {
        this(storage, events, settings, telemetry, InstantSource.system());
    }

    Identity(Storage storage, DomainEvents events, ServerSettings settings, Telemetry telemetry, InstantSource clock) {
        events.publishes("identity.session-opened.v1", Sessions.Opened.class)
                .publishes("identity.session-closed.v1", Sessions.Closed.class);
        AccountEvents.declare(events);
        token = OperatorToken.in(settings.data());
        sessions = new Sessions(storage, clock);
        guests = new Guests(clock);
        crossSite = new CrossSite(settings.publicUrl());
        rates = new Rates(settings, telemetry);
        publicUrl = settings.publicUrl();
        secure = settings.publicUrl()
                .filter(url -> "https".equals(url.getScheme()))
                .isPresent();
        permissions.declare("core", CorePermissions.ALL);
        rights = new Rights(storage, events, roles, clock);
        var seal = new Seal(SecretFile.read(settings.data(), "letters-key"));
        accounts = new Accounts(storage, clock, sessions, rights, seal, this::sessionEnded);
        passes = new Passes(storage, clock, sessions, this::sessionEnded);
        rights.passes(passes);
        entrance = new Entrance(storage, clock, accounts, sessions, rates, new Ways(clock), this::sessionEnded);
        providers = new Providers(entrance, settings.oidc());
        rights.traits(accounts::traits);
        rosters = new Rosters(storage, events, accounts, rights, clock);
        sanctions = new Sanctions(storage, events, rights, this, clock);
        tokens = new Tokens(storage, events, rights, this, clock);
        merges = new Merges(
                storage,
                clock,
                accounts,
                rights,
                sanctions,
                tokens,
                account -> personal.export(account).keySet(),
                this::sessionEnded);
        personal.add("core/rights", new RightsData(storage, rights, sanctions, tokens));
    }

    /** Makes the owner's permissions known, in place of those it declared before. */
    public void declare(String owner, List<DeclaredPermission> declared) {
        permissions.declare(owner, declared);
    }

    /** The same with the roles it adds to the house: name and title. */
    public void declare(String owner, Map<String, Text> added, List<DeclaredPermission> declared) {
        permissions.declare(owner, declared);
        roles.declare(owner, added);
    }

    /** Takes back what the owner declared: permissions, roles, and where its objects stand. */
    public void withdraw(String owner) {
        permissions.withdraw(owner);
        roles.withdraw(owner);
        scopes.withdraw(owner);
        personal.withdraw(owner);
    }

    /** Hears from the log what is written of rights in the transactions of others. */
    public void follow(DomainEvents events) {
        rights.follow(events);
        events.on(Merges.MERGED, Merged.class, DomainEvents.each((from, news) -> personal.merge(from, news.into())));
    }

    /** As much of a merge as its holders want to know. */
    record Merged(Ref into) {}

    /** Roles and grants. */
    public Rights rights() {
        return rights;
    }

    /** Warnings, time-outs, silence and bans. */
    public Sanctions sanctions() {
        return sanctions;
    }

    /** Tokens of machines. */
    public Tokens tokens() {
        return tokens;
    }

    /** The JSON API of rights, below {@code /api}. */
    public List<Route> routes() {
        return Stream.concat(new TokenRoutes(this).all().stream(), new ModerationRoutes(this).all().stream())
                .toList();
    }

    /** Tells where the owner's objects of a type stand, see {@link org.pavilion.api.Scopes}. */
    public void nest(String owner, String type, Function<String, Optional<Ref>> container) {
        scopes.nest(owner, type, container);
    }

    @Override
    public Scope scope(Ref object) {
        return scopes.of(object);
    }

    /** Who keeps rows of people says how they are exported and erased; {@code holder} is its owner, or {@code owner/part}. */
    public void personalData(String holder, PersonalData data) {
        personal.add(holder, data);
    }

    /** Everything the house keeps about the person, by holder. */
    public Map<String, Map<String, Object>> exportOf(Ref person) {
        var all = new LinkedHashMap<>(personal.export(person));
        for (var former : merges.formerly(person)) {
            personal.export(former).forEach((holder, kept) -> all.put(holder + "/former-" + former.id(), kept));
        }
        return all;
    }

    /** Has every holder erase what it keeps; {@code personal.not-erased} (503) when one of them could not. */
    public void eraseAll(Ref person) {
        eraseAll(person, holder -> {});
    }

    /** The same; {@code done} hears of every holder that has. */
    public void eraseAll(Ref person, Consumer<String> done) {
        merges.formerly(person).forEach(former -> personal.erase(former, holder -> {}));
        personal.erase(person, done);
    }

    /** Has one holder erase what it keeps; false when it is away. */
    public boolean erase(Ref person, String holder) {
        merges.formerly(person).forEach(former -> personal.erase(former, holder));
        return personal.erase(person, holder);
    }

    /** Hears of every holder that comes from now on, e.g. with a plugin that starts. */
    public void onPersonalData(Consumer<String> hearer) {
        personal.onAdded(hearer);
    }

    /** Every permission that exists now. */
    public List<DeclaredPermission> declared() {
        return permissions.all();
    }

    @Override
    public boolean can(Caller who, Permission action, Scope scope) {
        if (action.equals(Permission.PUBLIC)) {
            return true;
        }
        if (who.ref().type().equals("token")) {
            return tokens.find(who.ref())
                    .filter(token -> token.permissions().contains(action)
                            && Covering.covers(token.scope(), scope)
                            && can(signedIn(token.issuer()), action, scope))
                    .isPresent();
        }
        return permissions
                .find(action)
                .filter(declared -> rights.holds(who, declared.grants(), scope)
                        && sanctions.cap(who.ref(), action, scope).isEmpty())
                .isPresent();
    }

    /** The scopes in which somebody has a right; empty when they have it nowhere. */
    public List<Scope> where(Caller who, Permission action) {
        if (who.ref().type().equals("token")) {
            return tokens.find(who.ref()).map(Token::scope).filter(scope -> can(who, action, scope)).stream()
                    .toList();
        }
        return permissions.find(action).map(declared -> rights.where(who, declared.grants())).orElse(List.of()).stream()
                .filter(scope -> sanctions.cap(who.ref(), action, scope).isEmpty())
                .toList();
    }

    /** Whether somebody has a right anywhere, so that a page may ask for each object it shows. */
    public boolean canSomewhere(Caller who, Permission action) {
        return action.equals(Permission.PUBLIC) || !where(who, action).isEmpty();
    }

    /** Refuses who has a right nowhere, as {@link #require} does. */
    public void requireSomewhere(Caller who, Permission action) {
        if (!canSomewhere(who, action)) {
            throw denied(who, action, Scope.EXPO);
        }
    }

    @Override
    public void require(Caller who, Permission action, Scope scope) {
        if (can(who, action, scope)) {
            return;
        }
        throw denied(who, action, scope);
    }

    private Problem denied(Caller who, Permission action, Scope scope) {
        var cap = sanctions.cap(who.ref(), action, scope);
        if (cap.isPresent()) {
            return new Problem(
                    "access.sanctioned",
                    403,
                    "You may only read here until " + cap.get().until());
        }
        return who.kind() == Caller.Kind.GUEST
                ? new Problem("access.sign-in", 401, "Sign in to do this")
                : new Problem("access.denied", 403, "You may not do this");
    }

    /** Who sent a request; a bearer token that is not ours is refused, a dead session is a guest. */
    public Caller caller(Credentials credentials) {
        if (credentials.bearer().isPresent()) {
            return token.matches(credentials.bearer().get())
                    ? new Caller(OPERATOR, Caller.Kind.MACHINE, OPERATOR_GROUPS)
                    : tokens.caller(credentials.bearer().get())
                            .orElseThrow(() -> new Problem("access.token", 401, "This token is not valid here"));
        }
        return credentials
                .sessionCookie()
                .flatMap(sessions::subject)
                .map(this::signedIn)
                .orElseGet(() -> guests.caller(credentials.guestCookie(), credentials.address()));
    }

    private Caller signedIn(Ref subject) {
        if (Passes.holds(subject)) {
            var kind = subject.type().equals(Passes.DISPLAY) ? Caller.Kind.DISPLAY : Caller.Kind.IN_ROOM;
            return new Caller(subject, kind, Set.of("pub"));
        }
        return subject.equals(OPERATOR)
                ? new Caller(OPERATOR, Caller.Kind.OPERATOR, OPERATOR_GROUPS)
                : new Caller(subject, Caller.Kind.PERSON, rights.groups(subject));
    }

    /** Refuses who is kept out of the whole expo: they read public pages, and hold nothing open. */
    public void admit(Caller who) {
        if (sanctions.banned(who.ref())) {
            throw new Problem("access.sanctioned", 403, "You may only read public pages");
        }
    }

    /** Hears whose rights changed, so that what they have open follows at once. */
    public void onRightsChange(Consumer<Predicate<Ref>> listener) {
        rights.onChange(listener);
    }

    /** People with an account. */
    public Accounts accounts() {
        return accounts;
    }

    /** Many people invited at once. */
    public Rosters rosters() {
        return rosters;
    }

    /** Screens, and people in a hall. */
    public Passes passes() {
        return passes;
    }

    /** Accounts that belong to one person. */
    public Merges merges() {
        return merges;
    }

    /** How people get an account and in. */
    public Entrance entrance() {
        return entrance;
    }

    /** Signing in with an account at another provider. */
    public Providers providers() {
        return providers;
    }

    /** A one-time path that signs its first user in as the operator; it replaces the one before. */
    public String setupLink() {
        return "/setup?token=" + setup.issue();
    }

    /** Whether an operator is signed in somewhere, so that no set-up link need be shown. */
    public boolean operatorPresent() {
        return sessions.any(OPERATOR);
    }

    /**
     * Signs in with the token of a set-up link, which is then spent, or with the operator's own.
     * Refused with {@code access.setup-token} (403), after five failures a quarter of an hour with
     * {@code rate.limited}, and over plain http from elsewhere with {@code access.insecure}.
     */
    public Session exchange(String candidate, Credentials from) {
        requireSafe(from);
        if (!token.matches(candidate) && !setup.spend(candidate)) {
            rates.take(Limit.SIGN_IN, guests.caller(Optional.empty(), from.address()), from.address());
            throw new Problem(
                    "access.setup-token",
                    403,
                    "This link was used already or is not valid; a restart of the server makes a new one");
        }
        return sessions.open(OPERATOR, Sessions.Term.VISITOR, "", from.sessionCookie());
    }

    private void requireSafe(Credentials from) {
        if (!secure && !Addresses.isLoopback(from.address())) {
            throw new Problem(
                    "access.insecure", 403, "Sign in over https, or in a browser on the server's own machine");
        }
    }

    public void signOut(String cookie) {
        sessions.close(cookie);
        sessionEnded();
    }

    private void sessionEnded() {
        onSessionEnd.forEach(Runnable::run);
    }

    /** Runs the listener after a session ended, so that what it holds open ends with it. */
    public void onSessionEnd(Runnable listener) {
        onSessionEnd.add(listener);
    }

    /** Whether an unsafe request comes from another site's page and must be refused. */
    public boolean crossSite(String method, Function<String, Optional<String>> header) {
        return crossSite.refused(method, header);
    }

    public Rates rates() {
        return rates;
    }

    /** The address of this house; without a public one, the machine's own as the browser wrote it. */
    public URI site(String host) {
        return publicUrl.orElseGet(() -> {
            if (!Addresses.isLoopbackHost(host)) {
                throw new Problem("access.insecure", 403, "This works over https alone; set public-url");
            }
            return URI.create("http://" + host);
        });
    }

    /** Name of the session cookie. */
    public String sessionCookie() {
        return secure ? "__Host-pav" : "pav";
    }

    /** Name of the cookie that makes a guest's browser recognisable to itself. */
    public String guestCookie() {
        return secure ? "__Host-pav-guest" : "pav-guest";
    }

    /** A fresh value for {@link #guestCookie}. */
    public String newGuest() {
        return Secret.random();
    }

    /** The {@code Set-Cookie} value for one of our cookies; {@code maxAgeSeconds} 0 removes it. */
    public String setCookie(String name, String value, long maxAgeSeconds) {
        return name + "=" + value + "; Path=/; Max-Age=" + maxAgeSeconds + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }

    /** Where the operator's token lies; for the command line on the same machine. */
    public static Path tokenFile(Path data) {
        return OperatorToken.file(data);
    }

    @Override
    public void close() {
        entrance.close();
    }

    /** What the entrance asks back. */
    private final class Ways implements Entrance.Door {
        private final InstantSource clock;

        Ways(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public void requireSafe(Credentials from) {
            Identity.this.requireSafe(from);
        }

        @Override
        public Sessions.Term term(Ref account) {
            return rights.of(account).stream()
                            .anyMatch(grant -> STAFF.contains(grant.role()) && grant.holdsAt(clock.instant()))
                    ? Sessions.Term.STAFF
                    : Sessions.Term.VISITOR;
        }
    }
}
