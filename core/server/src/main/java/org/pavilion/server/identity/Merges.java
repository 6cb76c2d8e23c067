package org.pavilion.server.identity;

import java.text.Normalizer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;

/**
 * Two accounts of one person become one. The account that goes signs in nowhere any more; its address
 * leads to the other by a letter. Others hear of it and hand over their own rows. It is final.
 */
public final class Merges {
    static final String MERGED = "identity.account-merged.v1";

    private final Storage storage;
    private final InstantSource clock;
    private final Accounts accounts;
    private final Rights rights;
    private final Sanctions sanctions;
    private final Tokens tokens;
    private final Function<Ref, Set<String>> holders;
    private final Runnable ended;

    Merges(
            Storage storage,
            InstantSource clock,
            Accounts accounts,
            Rights rights,
            Sanctions sanctions,
            Tokens tokens,
            Function<Ref, Set<String>> holders,
            Runnable ended) {
        this.storage = storage;
        this.clock = clock;
        this.accounts = accounts;
        this.rights = rights;
        this.sanctions = sanctions;
        this.tokens = tokens;
        this.holders = holders;
        this.ended = ended;
    }

    /** Accounts that may belong to one person, the strongest sign first. */
    public List<Likely> likely(int most) {
        var all = storage.read(AccountRows::all);
        var found = new ArrayList<Likely>();
        var told = new HashSet<List<Account>>();
        for (var reason : Likely.Reason.values()) {
            var groups = new LinkedHashMap<String, List<Account>>();
            for (var account : all) {
                var key = key(reason, account);
                if (!key.isEmpty()) {
                    groups.computeIfAbsent(key, fresh -> new ArrayList<>()).add(account);
                }
            }
            groups.values().stream()
                    .filter(group -> group.size() > 1 && told.add(group))
                    .forEach(group -> found.add(new Likely(reason, List.copyOf(group))));
        }
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }

    private static String key(Likely.Reason reason, Account account) {
        return switch (reason) {
            case PERSON -> account.person().map(Ref::toString).orElse("");
            case ADDRESS -> mailbox(account.email());
            case NAME ->
                Normalizer.normalize(account.name(), Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[\\s\\p{Punct}·•]+", "");
        };
    }

    /** The mailbox as most providers see it: without dots, and without what follows a plus. */
    private static String mailbox(String email) {
        var key = Emails.key(email);
        int at = key.lastIndexOf('@');
        return at < 1 ? "" : key.substring(0, at).replaceAll("\\+.*", "").replace(".", "") + key.substring(at);
    }

    /** What a merge would do; refused like the merge itself. */
    public MergePlan preview(Ref from, Ref into, Ref by) {
        var goes = accounts.find(from).orElseThrow(() -> Problem.notFound("this account"));
        var stays = accounts.find(into).orElseThrow(() -> Problem.notFound("this account"));
        allowed(goes, stays, by);
        var moves = new ArrayList<Grant>();
        var lost = new ArrayList<Grant>();
        for (var grant : rights.of(from)) {
            (rights.gives(by, grant.role(), grant.scope()) ? moves : lost).add(grant);
        }
        return new MergePlan(
                goes,
                stays,
                List.copyOf(moves),
                List.copyOf(lost),
                tokens.of(from).size(),
                accounts.sessions(from, Optional.empty()).size(),
                holders.apply(from).stream().sorted().toList());
    }

    /**
     * Merges one account into another. {@code address} is that of the account that goes, typed by who
     * does it, for there is no way back.
     */
    public void merge(Ref from, Ref into, String address, Ref by) {
        var gone = storage.write((handle, journal) -> {
            var goes = Accounts.require(handle, from).account();
            var stays = Accounts.require(handle, into).account();
            allowed(goes, stays, by);
            if (!Emails.key(goes.email()).equals(Emails.key(address))) {
                throw Problem.invalid("/address", "type the address of the account that goes");
            }
            carry(handle, journal, from, into, by);
            handle.execute(
                    "update identity_sanction set subject = ? where subject = ?", into.toString(), from.toString());
            handle.execute("delete from identity_wish where subject = ?", from.toString());
            if (stays.person().isEmpty()) {
                goes.person().ifPresent(person -> AccountRows.link(handle, into, person));
            }
            Accounts.close(handle, journal, goes);
            MergeRows.insert(handle, journal, from, into, goes.confirmed() ? Emails.key(goes.email()) : null);
            AccountRows.erase(handle, from);
            journal.append(new AccountEvents.Merged(from, into, by));
            return goes;
        });
        tokens.revokeAll(from);
        for (var one : List.of(from, into)) {
            rights.changed(one);
            sanctions.changed(one);
        }
        ended.run();
        if (gone.confirmed()) {
            accounts.send(new Letter(
                    gone.email(),
                    gone.language(),
                    Letter.Kind.MERGED,
                    "/sign-in",
                    OneTimeLinks.until(OneTimeLinks.Use.INVITED, clock.instant())));
        }
    }

    private void allowed(Account goes, Account stays, Ref by) {
        if (goes.ref().equals(stays.ref())) {
            throw Problem.invalid("/into", "an account is not merged into itself");
        }
        if (goes.ref().equals(by)) {
            throw new Problem("merge.own", 403, "Nobody merges away the account they are signed in with");
        }
        rights.reaches(by, goes.ref());
        rights.reaches(by, stays.ref());
        for (var one : List.of(goes, stays)) {
            if (rights.of(one.ref()).stream().anyMatch(grant -> grant.role().equals(Roles.OPERATOR))) {
                throw new Problem("merge.operator", 403, "An operator's account is merged with no other");
            }
        }
        if (stays.state() != Account.State.ACTIVE || goes.state() == Account.State.BLOCKED) {
            throw new Problem("merge.state", 409, "Blocked people, and those who have not come yet, take nobody over");
        }
    }

    /** Roles go over as far as the caller might give them; of the same one in the same place the longer lasts. */
    private void carry(Handle handle, Journal journal, Ref from, Ref into, Ref by) {
        var held = GrantRows.of(handle, into);
        for (var grant : GrantRows.of(handle, from)) {
            Rights.take(handle, journal, grant);
            var twin = held.stream()
                    .filter(own -> own.role().equals(grant.role())
                            && own.scope().equals(grant.scope())
                            && !outlives(grant, own))
                    .findFirst();
            if (twin.isEmpty() && grant.holdsAt(clock.instant()) && rights.gives(by, grant.role(), grant.scope())) {
                rights.grant(handle, journal, into, grant.role(), grant.scope(), grant.until(), by);
            }
        }
    }

    private static boolean outlives(Grant one, Grant other) {
        return other.until().isPresent()
                && (one.until().isEmpty()
                        || one.until().get().isAfter(other.until().get()));
    }

    /** Accounts that became part of this one. */
    List<Ref> formerly(Ref into) {
        return storage.read(handle -> MergeRows.of(handle, into));
    }
}
