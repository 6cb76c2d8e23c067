package org.pavilion.server.identity;

import java.text.Normalizer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Journal;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.api.Storage;

/**
 * People with an account: how they are found, invited, named, blocked and erased. How they get in is
 * {@link Entrance}.
 */
public final class Accounts {
    private static final int LONGEST_NAME = 60;
    private static final int MOST = 200;

    private final Storage storage;
    private final InstantSource clock;
    private final Sessions sessions;
    private final Rights rights;
    private final KeptLetters kept;
    private final Runnable ended;
    private volatile Letters letters;

    Accounts(Storage storage, InstantSource clock, Sessions sessions, Rights rights, Seal seal, Runnable ended) {
        this.storage = storage;
        this.clock = clock;
        this.sessions = sessions;
        this.rights = rights;
        this.kept = new KeptLetters(storage, clock, seal);
        this.ended = ended;
        this.letters = letter -> false;
    }

    /** The account, unless it is none or erased. */
    public Optional<Account> find(Ref ref) {
        return storage.read(handle -> find(handle, ref));
    }

    /** The same within a read or write of the caller. */
    public Optional<Account> find(Handle handle, Ref ref) {
        return AccountRows.find(handle, ref).map(AccountRows.Kept::account).filter(Accounts::there);
    }

    /** The name of an account inside somebody's transaction; empty for none or an erased one. */
    public Optional<String> name(Handle handle, Ref ref) {
        return AccountRows.find(handle, ref)
                .map(AccountRows.Kept::account)
                .filter(Accounts::there)
                .map(Account::name);
    }

    public Optional<Account> byEmail(String email) {
        return storage.read(handle -> AccountRows.byEmail(handle, email))
                .map(AccountRows.Kept::account)
                .filter(Accounts::there);
    }

    /** Accounts whose address or name holds the text, the newest first; {@code after} is empty or a page's {@code next}. */
    public AccountPage page(String query, int limit, String after) {
        int most = Math.clamp(limit, 1, MOST);
        var found = storage.read(handle -> AccountRows.page(handle, query, most + 1, after));
        var page = found.subList(0, Math.min(most, found.size()));
        return new AccountPage(
                page, found.size() > most ? Optional.of(page.getLast().ref().id()) : Optional.empty());
    }

    /** Makes an account whose address somebody vouches for, e.g. an import; without a password it needs a link or a provider. */
    public Account create(String email, String name, Language language) {
        var address = Emails.of(email);
        var called = name(name);
        return storage.write((handle, journal) -> {
            var account = fresh(journal, address, called, language, Account.State.ACTIVE, true);
            insert(handle, journal, account, null);
            return account;
        });
    }

    /** Makes an account that waits for its person and writes the letter; a known address is answered as it is. */
    public Account invite(String email, String name, Language language, Ref by) {
        return invite(email, name, language, by, (handle, journal, ref, fresh) -> {});
    }

    /** The same with a role in a scope, which a known account gets at once. */
    public Account invite(String email, String name, Language language, String role, Scope scope, Ref by) {
        var account = invite(
                email,
                name,
                language,
                by,
                (handle, journal, ref, fresh) -> rights.grant(handle, journal, ref, role, scope, Optional.empty(), by));
        rights.changed(account.ref());
        return account;
    }

    /** What goes with an invitation, in its transaction. */
    interface Also {
        /** Writes what belongs to it; {@code fresh} says whether the invitation made the account. */
        void with(Handle handle, Journal journal, Ref account, boolean fresh);
    }

    Account invite(String email, String name, Language language, Ref by, Also also) {
        var address = Emails.of(email);
        var called = name(name);
        var secret = Secret.random();
        var now = clock.instant();
        var account = storage.write((handle, journal) -> {
            var known = AccountRows.byEmail(handle, address).or(() -> MergeRows.byEmail(handle, address));
            var one = known.map(AccountRows.Kept::account)
                    .orElseGet(() -> fresh(journal, address, called, language, Account.State.INVITED, false));
            if (known.isEmpty()) {
                insert(handle, journal, one, null);
                journal.append(new AccountEvents.Invited(one.ref(), by));
            }
            if (one.state() == Account.State.INVITED) {
                OneTimeLinks.issue(handle, secret, OneTimeLinks.Use.INVITED, one.ref(), now);
            }
            also.with(handle, journal, one.ref(), known.isEmpty());
            return one;
        });
        if (account.state() == Account.State.INVITED) {
            send(new Letter(
                    account.email(),
                    account.language(),
                    Letter.Kind.INVITED,
                    "/invited?token=" + secret,
                    OneTimeLinks.until(OneTimeLinks.Use.INVITED, now)));
        }
        return account;
    }

    /** Changes what others see of the account and the language of its letters. */
    public Account describe(Ref ref, String name, Language language) {
        var called = name(name);
        return storage.write((handle, journal) -> {
            require(handle, ref);
            AccountRows.describe(handle, ref, called, language);
            journal.append(new AccountEvents.Changed(ref));
            return require(handle, ref).account();
        });
    }

    /** Whom the traits fit now; {@code most} of them by name. */
    public Fitting fitting(Traits traits, int most) {
        var all = storage.read(AccountRows::all).stream()
                .filter(account -> traits.fit(traits(account)))
                .toList();
        return new Fitting(all.size(), all.subList(0, Math.min(most, all.size())));
    }

    /** What roles may be given by: the domain of a confirmed address. */
    Set<String> traits(Ref ref) {
        return find(ref).map(Accounts::traits).orElse(Set.of());
    }

    private static Set<String> traits(Account account) {
        return account.confirmed() && account.state() == Account.State.ACTIVE
                ? Set.of(
                        "confirmed",
                        "mail:"
                                + Emails.key(account.email())
                                        .substring(account.email().lastIndexOf('@') + 1))
                : Set.of();
    }

    /** Says which entry of the public directory the account is; null for none. */
    public void link(Ref ref, @Nullable Ref person) {
        storage.write((handle, journal) -> {
            require(handle, ref);
            AccountRows.link(handle, ref, person);
            return journal.append(new AccountEvents.Changed(ref));
        });
    }

    /** Keeps the account out from this moment on; nobody does so to who stands above them. */
    public void block(Ref ref, Ref by) {
        rights.reaches(by, ref);
        storage.write((handle, journal) -> {
            if (AccountRows.state(handle, ref, Account.State.ACTIVE, Account.State.BLOCKED)) {
                OneTimeLinks.withdraw(handle, ref);
                Sessions.closeAll(handle, journal, ref, Optional.empty());
                journal.append(new AccountEvents.Blocked(ref, by));
            }
            return ref;
        });
        ended.run();
    }

    public void unblock(Ref ref, Ref by) {
        rights.reaches(by, ref);
        storage.write((handle, journal) -> {
            if (AccountRows.state(handle, ref, Account.State.BLOCKED, Account.State.ACTIVE)) {
                journal.append(new AccountEvents.Unblocked(ref, by));
            }
            return ref;
        });
    }

    /** Leaves nothing of the person but the reference; others hear of it and do the same. */
    public void erase(Ref ref) {
        storage.write(
                (handle, journal) -> erase(handle, journal, require(handle, ref).account()));
        ended.run();
    }

    /** Takes an invitation back that nobody accepted; false when somebody did, or it is gone. */
    boolean uninvite(Ref ref) {
        return storage.write((handle, journal) -> AccountRows.find(handle, ref)
                .map(AccountRows.Kept::account)
                .filter(account -> account.state() == Account.State.INVITED)
                .map(account -> erase(handle, journal, account))
                .isPresent());
    }

    /** Shuts every way in: links, sessions, other providers. */
    static void close(Handle handle, Journal journal, Account account) {
        KeptLetters.drop(handle, account.email());
        OneTimeLinks.withdraw(handle, account.ref());
        OneTimeLinks.withdraw(handle, account.email());
        Sessions.closeAll(handle, journal, account.ref(), Optional.empty());
        handle.execute(
                "delete from identity_foreign where account = ?", account.ref().toString());
    }

    private static Ref erase(Handle handle, Journal journal, Account account) {
        var ref = account.ref();
        close(handle, journal, account);
        MergeRows.forgetAddresses(handle, ref);
        AccountRows.erase(handle, ref);
        journal.append(new AccountEvents.Erased(ref));
        return ref;
    }

    /** The browsers that are signed in; {@code cookie} marks the one that asks. */
    public List<OpenSession> sessions(Ref ref, Optional<String> cookie) {
        return sessions.of(ref, cookie);
    }

    /** Ends one of the account's own sessions, and its sockets at once. */
    public void signOut(Ref ref, String session) {
        sessions.close(ref, session);
        ended.run();
    }

    /** Ends every session of the subject, and its sockets at once. */
    public void signOutEverywhere(Ref ref) {
        signOutElsewhere(ref, Optional.empty());
    }

    /** The same to somebody else, who must not stand above. */
    public void signOutEverywhere(Ref ref, Ref by) {
        rights.reaches(by, ref);
        signOutEverywhere(ref);
    }

    /** The same, but for the browser that asks. */
    public void signOutElsewhere(Ref ref, Optional<String> cookie) {
        storage.write((handle, journal) -> {
            Sessions.closeAll(handle, journal, ref, cookie);
            return ref;
        });
        ended.run();
    }

    /** Letters go this way first; what it does not take waits for the organiser. */
    public void deliver(Letters way) {
        letters = way;
    }

    /** Letters that nobody took, with their links: whoever opens one is that person, so never to who stands below them. */
    public List<KeptLetter> letters(Ref by) {
        int rank = rights.rankWithin(by, Scope.EXPO);
        return kept.all().stream()
                .filter(each -> byEmail(each.letter().to())
                        .filter(account -> rights.rankWithin(account.ref(), Scope.EXPO) > rank)
                        .isEmpty())
                .toList();
    }

    void send(Letter letter) {
        if (!letters.send(letter)) {
            kept.send(letter);
        }
    }

    static boolean isName(String raw) {
        try {
            name(raw);
            return true;
        } catch (Problem e) {
            return false;
        }
    }

    /** A name as it is stored. */
    static String name(String raw) {
        var name = Normalizer.normalize(raw, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
        int length = name.codePointCount(0, name.length());
        if (length < 1 || length > LONGEST_NAME) {
            throw Problem.invalid("/name", "a name has 1 to " + LONGEST_NAME + " characters");
        }
        if (name.codePoints().anyMatch(Accounts::disturbs)) {
            throw Problem.invalid("/name", "a character in this name cannot be shown");
        }
        return name;
    }

    /** Controls, halves of characters, and what turns the direction of other text or is not seen. */
    private static boolean disturbs(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> c == '<' || c == '>';
        };
    }

    static Account fresh(
            Journal journal, String email, String name, Language language, Account.State state, boolean confirmed) {
        return new Account(
                new Ref(Account.TYPE, journal.newId()),
                email,
                name,
                language,
                state,
                confirmed,
                journal.now(),
                Optional.empty());
    }

    static void insert(Handle handle, Journal journal, Account account, @Nullable String secret) {
        if (MergeRows.byEmail(handle, account.email()).isPresent() || !AccountRows.insert(handle, account, secret)) {
            throw new Problem("account.known", 409, "There is an account with this address").at("/email");
        }
        journal.append(new AccountEvents.Created(account.ref()));
    }

    static AccountRows.Kept require(Handle handle, Ref ref) {
        return AccountRows.find(handle, ref)
                .filter(kept -> kept.account().state() != Account.State.ERASED)
                .orElseThrow(() -> Problem.notFound("this account"));
    }

    private static boolean there(Account account) {
        return account.state() != Account.State.ERASED;
    }
}
