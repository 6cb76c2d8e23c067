package org.pavilion.server.personal;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Calendar;
import org.pavilion.api.Caller;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.JsonText;
import org.pavilion.api.PersonalData;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Route;
import org.pavilion.api.Storage;
import org.pavilion.api.Tasks;
import org.pavilion.server.identity.Accounts;
import org.pavilion.server.identity.Identity;

/** What belongs to one person; every method works for the account it is given and for no other. */
public final class Personal implements PersonalData {
    /** Of the terms people agree to when they make an account. */
    public static final String TERMS = "2026-11";

    private final Storage storage;
    private final Accounts accounts;
    private final Favourites favourites;
    private final Papers papers;
    private final Feeds feeds;
    private final Archive archive;
    private final Leaving leaving;
    private final Agendas agendas = new Agendas();

    /** @param scrub sees to it that what was deleted is in no file any more */
    public Personal(
            Storage storage, DomainEvents events, Tasks tasks, JsonText json, Identity identity, Runnable scrub) {
        this.storage = storage;
        this.accounts = identity.accounts();
        favourites = new Favourites(storage);
        papers = new Papers(storage, json);
        feeds = new Feeds(storage);
        events.publishes("personal.consent-changed.v1", ConsentChanged.class);
        identity.personalData("core/personal", this);
        archive = new Archive(identity, json);
        leaving = new Leaving(storage, events, tasks, identity, scrub);
    }

    /** The caller's account; {@code access.denied} (403) for the operator and machines, which are no person. */
    public static Ref account(Caller caller) {
        if (caller.kind() != Caller.Kind.PERSON) {
            throw new Problem("access.denied", 403, "Only somebody with an account of their own has this");
        }
        return caller.ref();
    }

    public List<Route> routes() {
        return new PersonalRoutes(this).all();
    }

    /** Newest first. */
    public List<Favourite> favourites(Ref account) {
        return favourites.of(account);
    }

    /** The accounts that starred the object. */
    public List<Ref> starredBy(Handle handle, Ref object) {
        return favourites.starredBy(handle, object);
    }

    /** Stars them all; {@code favourites.full} (409) beyond two thousand. Returns how many are new. */
    public int star(Ref account, List<Ref> refs) {
        return favourites.add(account, refs);
    }

    public void unstar(Ref account, Ref ref) {
        favourites.remove(account, ref);
    }

    /** What the person wrote to something they starred. */
    public void note(Ref account, Ref ref, String note) {
        favourites.note(account, ref, note);
    }

    public Profile profile(Ref account) {
        return papers.profile(account);
    }

    public Card card(Ref account) {
        return papers.card(account);
    }

    public void keep(Ref account, Profile profile) {
        papers.keep(account, profile, papers.card(account));
    }

    public void keep(Ref account, Card card) {
        papers.keep(account, papers.profile(account), card);
    }

    /** Newest first, also those that ended. */
    public List<Consent> consents(Ref account) {
        return papers.consents(account);
    }

    /** Records what somebody agreed to and returns its id. */
    public String agree(
            Ref account, String kind, String version, String holder, List<String> fields, @Nullable Instant until) {
        return papers.agree(account, kind, version, holder, fields, until);
    }

    /** Notes that somebody agreed to the terms of the house, once for each version of them. */
    public void agreeToTerms(Ref account) {
        if (papers.consents(account).stream()
                .noneMatch(each -> each.kind().equals("terms") && each.version().equals(TERMS))) {
            agree(account, "terms", TERMS, "house", List.of(), null);
        }
    }

    /** Takes a consent back. The terms end with the account alone: refused with {@code consent.not-withdrawn} (409). */
    public void withdraw(Ref account, String consent) {
        if (!papers.withdraw(account, consent)) {
            throw new Problem("consent.not-withdrawn", 409, "This consent has ended already, or ends with the account");
        }
    }

    /** What the person starred that has hours, in its order. */
    public List<Calendar.Entry> agenda(Ref account) {
        return agendas.of(favourites.of(account).stream().map(Favourite::ref).toList());
    }

    /** Says when objects of a type take place. */
    public void provide(String owner, String type, Function<Collection<Ref>, List<Calendar.Entry>> source) {
        agendas.provide(owner, type, source);
    }

    public void withdraw(String owner) {
        agendas.withdraw(owner);
    }

    /** The secret part of the feed's address, when there is a feed. */
    public Optional<String> feed(Ref account) {
        return feeds.secret(account);
    }

    public String renewFeed(Ref account) {
        return feeds.renew(account);
    }

    public void revokeFeed(Ref account) {
        feeds.revoke(account);
    }

    /** Whose feed it is. */
    public Optional<Ref> reader(String secret) {
        return feeds.account(secret);
    }

    /** Everything the house keeps about the person, as a ZIP of JSON files. */
    public byte[] archive(Ref account) {
        return archive.of(account);
    }

    /** Lets a person go: everything kept about them, their account and sessions with it. */
    public void leave(Ref account) {
        leaving.leave(account);
    }

    /** Lets those go again whom a restored backup brought back; before the house opens. */
    public void leaveAgain(Collection<Ref> erased) {
        leaving.again(erased);
    }

    @Override
    public Map<String, Object> export(Ref person) {
        var all = new LinkedHashMap<String, Object>();
        accounts.find(person).ifPresent(account -> {
            all.put("account", account);
            all.put("sessions", accounts.sessions(person, Optional.empty()));
        });
        all.putAll(favourites.export(person));
        all.putAll(papers.export(person));
        feed(person).ifPresent(secret -> all.put("calendar", "/me/calendar/" + secret + ".ics"));
        return all;
    }

    @Override
    public void merge(Ref from, Ref into) {
        storage.write((handle, journal) -> {
            handle.execute("""
                    insert into personal_favourite(account, ref, note, at)
                    select ?, ref, note, at from personal_favourite where account = ?
                    on conflict (account, ref) do nothing""", into, from);
            handle.execute("delete from personal_favourite where account = ?", from);
            handle.execute("""
                    update personal_profile set account = ? where account = ?
                    and not exists (select 1 from personal_profile other where other.account = ?)""", into, from, into);
            handle.execute("delete from personal_profile where account = ?", from);
            handle.execute("update personal_consent set account = ? where account = ?", into, from);
            handle.execute("delete from personal_calendar where account = ?", from);
            return into;
        });
    }

    @Override
    public void erase(Ref person) {
        storage.write((handle, journal) -> {
            for (var table :
                    List.of("personal_favourite", "personal_profile", "personal_consent", "personal_calendar")) {
                handle.execute("delete from " + table + " where account = ?", person);
            }
            return person;
        });
    }
}
