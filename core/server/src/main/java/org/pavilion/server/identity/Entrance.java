package org.pavilion.server.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.server.settings.Limit;

/**
 * How people get in: signing up and in, links that prove an address, passwords. Nothing here tells a
 * stranger whether an address is known: answers, their text and the work behind them are the same.
 */
public final class Entrance implements AutoCloseable {
    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    private final Storage storage;
    private final InstantSource clock;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Rates rates;
    private final Passwords passwords = new Passwords();
    private final Post post = new Post();
    private final Door door;
    private final Runnable ended;
    private volatile BooleanSupplier open = () -> true;

    Entrance(
            Storage storage,
            InstantSource clock,
            Accounts accounts,
            Sessions sessions,
            Rates rates,
            Door door,
            Runnable ended) {
        this.storage = storage;
        this.clock = clock;
        this.accounts = accounts;
        this.sessions = sessions;
        this.rates = rates;
        this.door = door;
        this.ended = ended;
    }

    /** What the house knows of ways in. */
    interface Door {
        /** Refuses a way on which a cookie could be read by others. */
        void requireSafe(Credentials from);

        /** How long the account's sessions last. */
        Sessions.Term term(Ref account);
    }

    /** Has the question asked, at each sign-up, whether strangers get an account by themselves. */
    public void openWhile(BooleanSupplier question) {
        open = question;
    }

    /** Whether strangers get an account by themselves. */
    public boolean open() {
        return open.getAsBoolean();
    }

    /** Refuses new accounts while the expo takes none. */
    void requireOpen() {
        if (!open()) {
            throw new Problem("access.sign-up-closed", 403, "This expo takes no new accounts; ask for an invitation");
        }
    }

    /**
     * Wants an account. A letter goes to the address; its link, with the same password, makes the account.
     * An address that has one gets a letter that says so.
     */
    public void signUp(SignUp draft, String address) {
        requireOpen();
        var email = Emails.of(draft.email());
        var name = Accounts.name(draft.name());
        PasswordRules.check(draft.password(), List.of(email, name), "/password");
        rates.take(Limit.REGISTER, address);
        var pending = new OneTimeLinks.Pending(email, name, draft.language(), passwords.hash(draft.password()));
        post.later(() -> register(pending));
    }

    private void register(OneTimeLinks.Pending pending) {
        if (!rates.rare(Limit.LETTER, Emails.key(pending.email()))) {
            return;
        }
        var secret = Secret.random();
        var now = clock.instant();
        var known = storage.write((handle, journal) -> {
            OneTimeLinks.sweep(handle, now);
            var account = AccountRows.byEmail(handle, pending.email()).map(AccountRows.Kept::account);
            if (account.isEmpty() && merged(handle, pending.email()).isEmpty()) {
                OneTimeLinks.issue(handle, secret, pending, now);
            }
            return account;
        });
        if (known.isEmpty() && pointed(pending.email())) {
            return;
        }
        var until = OneTimeLinks.until(OneTimeLinks.Use.CONFIRM, now);
        accounts.send(known.map(account ->
                        new Letter(account.email(), account.language(), Letter.Kind.KNOWN, "/sign-in", until))
                .orElseGet(() -> new Letter(
                        pending.email(), pending.language(), Letter.Kind.CONFIRM, "/confirm?token=" + secret, until)));
    }

    private static Optional<Account> merged(Handle handle, String email) {
        return MergeRows.byEmail(handle, email).map(AccountRows.Kept::account);
    }

    /** An address whose account became part of another gets a letter that says so; which one it does not say. */
    private boolean pointed(String email) {
        var stays = storage.read(handle -> merged(handle, email));
        stays.ifPresent(account -> accounts.send(new Letter(
                email,
                account.language(),
                Letter.Kind.MERGED,
                "/sign-in",
                OneTimeLinks.until(OneTimeLinks.Use.CONFIRM, clock.instant()))));
        return stays.isPresent();
    }

    /** Finishes a sign-up: the link shows that the address is theirs, the password that it was their wish. */
    public Session confirm(String token, String password, Visit visit) {
        door.requireSafe(visit.credentials());
        var took = rates.attempt(
                "link " + Secret.sha256Hex(token), visit.credentials().address());
        var pending = pending(token);
        if (!matches(took, password, Optional.of(pending.secret()))) {
            throw new Problem("access.credentials", 403, "This is not the password chosen at sign-up").at("/password");
        }
        var session = storage.write((handle, journal) -> {
            OneTimeLinks.spend(handle, token, OneTimeLinks.Use.CONFIRM, clock.instant());
            var account = Accounts.fresh(
                    journal, pending.email(), pending.name(), pending.language(), Account.State.ACTIVE, true);
            Accounts.insert(handle, journal, account, pending.secret());
            journal.append(new AccountEvents.Confirmed(account.ref()));
            KeptLetters.drop(handle, pending.email(), Letter.Kind.CONFIRM);
            return open(handle, journal, account.ref(), visit);
        });
        took.run();
        return session;
    }

    private OneTimeLinks.Pending pending(String token) {
        return storage.read(handle -> OneTimeLinks.bearer(handle, token, OneTimeLinks.Use.CONFIRM, clock.instant()))
                .flatMap(OneTimeLinks.Bearer::pending)
                .orElseThrow(OneTimeLinks::spent);
    }

    /** Signs in. Refused with {@code access.credentials} (403) whatever is wrong, too many with {@code rate.limited}. */
    public Session signIn(String email, String password, Visit visit) {
        door.requireSafe(visit.credentials());
        var took = rates.attempt(Emails.key(email), visit.credentials().address());
        var kept = storage.read(handle -> AccountRows.byEmail(handle, email));
        boolean right = matches(took, password, kept.flatMap(AccountRows.Kept::secret));
        if (!right || kept.isEmpty()) {
            throw wrong();
        }
        var account = kept.get().account().ref();
        var session = storage.write((handle, journal) -> {
            // Blocked or given another password while the old one was hashed: too late.
            var still = AccountRows.find(handle, account)
                    .filter(one -> one.account().state() == Account.State.ACTIVE)
                    .filter(one -> one.secret().equals(kept.get().secret()));
            if (still.isEmpty()) {
                throw wrong();
            }
            return open(handle, journal, account, visit);
        });
        took.run();
        return session;
    }

    /** That the house is busy is nobody's wrong guess. */
    private boolean matches(Runnable took, String password, Optional<String> stored) {
        try {
            return passwords.matches(password, stored);
        } catch (Problem busy) {
            took.run();
            throw busy;
        }
    }

    private static Problem wrong() {
        return new Problem("access.credentials", 403, "E-mail address and password do not belong together");
    }

    /** Somebody cannot sign in any more: a letter goes to the address if it has an account. */
    public void forgot(String email, String address) {
        var wanted = Emails.of(email);
        rates.take(Limit.LETTER, address);
        post.later(() -> {
            if (rates.rare(Limit.LETTER, Emails.key(wanted))) {
                accounts.byEmail(wanted)
                        .ifPresentOrElse(
                                account -> {
                                    if (account.state() == Account.State.ACTIVE) {
                                        offerReset(account);
                                    }
                                },
                                () -> pointed(wanted));
            }
        });
    }

    private void offerReset(Account account) {
        var secret = Secret.random();
        var now = clock.instant();
        storage.write((handle, journal) -> {
            OneTimeLinks.issue(handle, secret, OneTimeLinks.Use.RESET, account.ref(), now);
            KeptLetters.drop(handle, account.email(), Letter.Kind.RESET);
            return secret;
        });
        accounts.send(new Letter(
                account.email(),
                account.language(),
                Letter.Kind.RESET,
                "/reset?token=" + secret,
                OneTimeLinks.until(OneTimeLinks.Use.RESET, now)));
    }

    /** Chooses a new password with a link; every other session ends. */
    public Session reset(String token, String password, Visit visit) {
        return enter(token, OneTimeLinks.Use.RESET, Letter.Kind.RESET, password, visit);
    }

    /** Takes an invitation and chooses the first password. */
    public Session accept(String token, String password, Visit visit) {
        return enter(token, OneTimeLinks.Use.INVITED, Letter.Kind.INVITED, password, visit);
    }

    private Session enter(String token, OneTimeLinks.Use use, Letter.Kind letter, String password, Visit visit) {
        door.requireSafe(visit.credentials());
        var account = bearer(token, use).orElseThrow(OneTimeLinks::spent);
        PasswordRules.check(password, List.of(account.email(), account.name()), "/password");
        var secret = passwords.hash(password);
        var session = storage.write((handle, journal) -> {
            var ref = OneTimeLinks.spend(handle, token, use, clock.instant())
                    .account()
                    .orElseThrow();
            AccountRows.confirm(handle, ref);
            change(handle, journal, ref, secret, Optional.empty());
            KeptLetters.drop(handle, account.email(), letter);
            return open(handle, journal, ref, visit);
        });
        ended.run();
        return session;
    }

    /** Whose link this is, so that its page can greet them; empty when it does not work any more. */
    public Optional<Account> resets(String token) {
        return bearer(token, OneTimeLinks.Use.RESET);
    }

    /** The same for an invitation. */
    public Optional<Account> invites(String token) {
        return bearer(token, OneTimeLinks.Use.INVITED);
    }

    /** The address that the link of a sign-up was sent to, while it works. */
    public Optional<String> confirms(String token) {
        return storage.read(handle -> OneTimeLinks.bearer(handle, token, OneTimeLinks.Use.CONFIRM, clock.instant()))
                .flatMap(OneTimeLinks.Bearer::pending)
                .map(OneTimeLinks.Pending::email);
    }

    private Optional<Account> bearer(String token, OneTimeLinks.Use use) {
        return storage.read(handle -> OneTimeLinks.bearer(handle, token, use, clock.instant())
                        .flatMap(OneTimeLinks.Bearer::account)
                        .flatMap(ref -> AccountRows.find(handle, ref)))
                .map(AccountRows.Kept::account)
                .filter(account -> account.state() == Account.State.ACTIVE
                        || (use == OneTimeLinks.Use.INVITED && account.state() == Account.State.INVITED));
    }

    /** Changes the password; the session that asks stays under a new cookie, every other one ends. */
    public Session changePassword(Ref ref, String current, String fresh, Visit visit) {
        var took = rates.attempt(ref.toString(), visit.credentials().address());
        var kept = storage.read(handle -> Accounts.require(handle, ref));
        if (!matches(took, current, kept.secret())) {
            throw new Problem("access.credentials", 403, "This is not your password").at("/current");
        }
        took.run();
        PasswordRules.check(
                fresh, List.of(kept.account().email(), kept.account().name()), "/password");
        var secret = passwords.hash(fresh);
        var session = storage.write((handle, journal) -> {
            change(handle, journal, ref, secret, Optional.empty());
            return open(handle, journal, ref, visit);
        });
        ended.run();
        return session;
    }

    /** Whether the account has a password; one that came by another provider has none until it chooses one. */
    public boolean hasPassword(Ref ref) {
        return storage.read(handle -> Accounts.require(handle, ref)).secret().isPresent();
    }

    /**
     * Asks again who it is before something grave: for the password, or, where there is none, for a session that
     * was opened just now. Refused with {@code access.credentials} or {@code access.step-up} (403).
     */
    public void stepUp(Ref ref, String password, Visit visit) {
        var credentials = visit.credentials();
        var kept = storage.read(handle -> Accounts.require(handle, ref));
        if (kept.secret().isEmpty()) {
            var since = clock.instant().minus(JUST_NOW);
            if (accounts.sessions(ref, credentials.sessionCookie()).stream()
                    .noneMatch(open -> open.current() && open.opened().isAfter(since))) {
                throw new Problem("access.step-up", 403, "Sign in once more, then do this within ten minutes");
            }
            return;
        }
        var took = rates.attempt(ref.toString(), credentials.address());
        if (!matches(took, password, kept.secret())) {
            throw new Problem("access.credentials", 403, "This is not your password").at("/password");
        }
        took.run();
    }

    /** Whose session it is. */
    public Ref holder(Session session) {
        return sessions.subject(session.cookie()).orElseThrow(() -> Problem.notFound("this session"));
    }

    /** Gives an account its password without a letter; for set-up and the command line. */
    public void choosePassword(Ref ref, String password) {
        var account = storage.read(handle -> Accounts.require(handle, ref)).account();
        PasswordRules.check(password, List.of(account.email(), account.name()), "/password");
        var secret = passwords.hash(password);
        storage.write((handle, journal) -> {
            AccountRows.confirm(handle, ref);
            change(handle, journal, ref, secret, Optional.empty());
            return ref;
        });
        ended.run();
    }

    /** Lets in whom somebody else vouches for; a blocked account stays out. */
    Session admit(Visit visit, Vouched vouched) {
        door.requireSafe(visit.credentials());
        return storage.write((handle, journal) -> {
            var ref = vouched.who(handle, journal);
            if (Accounts.require(handle, ref).account().state() != Account.State.ACTIVE) {
                throw new Problem("access.denied", 403, "This account is closed");
            }
            return open(handle, journal, ref, visit);
        });
    }

    interface Vouched {
        Ref who(Handle handle, Journal journal);
    }

    private static void change(Handle handle, Journal journal, Ref ref, String secret, Optional<String> but) {
        AccountRows.secret(handle, ref, secret);
        OneTimeLinks.withdraw(handle, ref);
        Sessions.closeAll(handle, journal, ref, but);
        journal.append(new AccountEvents.PasswordChanged(ref));
    }

    private Session open(Handle handle, Journal journal, Ref ref, Visit visit) {
        return sessions.open(
                handle,
                journal,
                ref,
                door.term(ref),
                Browsers.label(visit.userAgent()),
                visit.credentials().sessionCookie());
    }

    @Override
    public void close() {
        post.close();
        passwords.close();
    }
}
