package org.pavilion.server.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Caller;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.FourEyes;
import org.pavilion.api.Journal;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.api.Storage;

/** Who holds which role where: given by name, by traits, or by what somebody is. */
public final class Rights {
    private static final Ref OPERATOR = new Ref("operator", "operator");
    private static final Set<String> OPERATOR_ROLES = Set.of(Roles.GUEST, Roles.ORGANISER, Roles.OPERATOR);
    private static final Set<String> PERSON_ROLES = Set.of(Roles.GUEST, Roles.ATTENDEE);
    private static final Set<String> GUEST_ROLES = Set.of(Roles.GUEST);
    private static final Set<String> MACHINES = Set.of("kiosk", "display", "device", "plugin");
    private static final int HOUSE = 100;
    private static final int LONGEST_NOTE = 500;
    private static final int MOST_WISHES = 5;

    private final Storage storage;
    private final InstantSource clock;
    private final Roles roles;
    private final Holdings holdings;
    private volatile @Nullable Passes passes;
    private final List<Consumer<Predicate<Ref>>> listeners = new CopyOnWriteArrayList<>();

    Rights(Storage storage, DomainEvents events, Roles roles, InstantSource clock) {
        this.storage = storage;
        this.clock = clock;
        this.roles = roles;
        RightsEvents.publish(events);
        holdings = new Holdings(storage);
    }

    /** Who tells what screens and people in a hall may do. */
    void passes(Passes told) {
        passes = told;
    }

    /** Reads anew what the log says has changed: grants are also written in the transactions of others. */
    void follow(DomainEvents events) {
        events.on(RightsEvents.GRANTED, Changed.class, DomainEvents.each((subject, change) -> changed(subject)));
        events.on(RightsEvents.REVOKED, Changed.class, DomainEvents.each((subject, change) -> changed(subject)));
        events.on(RightsEvents.TRAITS_CHANGED, Changed.class, DomainEvents.each((subject, change) -> traitsChanged()));
    }

    /** All that is read of a change: it happened. */
    record Changed() {}

    /** The roles that exist now, the highest first. */
    public List<Role> roles() {
        return roles.all();
    }

    public Optional<Role> role(String name) {
        return roles.find(name);
    }

    /** What somebody was given by name, also what has ended since. */
    public List<Grant> of(Ref subject) {
        return holdings.explicit(subject);
    }

    /** Everybody who holds the role by name anywhere now. */
    public Set<Ref> holders(String role) {
        var now = clock.instant();
        var found = new TreeSet<Ref>(Comparator.comparing(Ref::toString));
        holdings.all()
                .filter(grant -> grant.role().equals(role) && grant.holdsAt(now))
                .forEach(grant -> found.add(grant.subject()));
        return found;
    }

    /**
     * Gives a role; the same one in the same scope again moves its end. Refused with {@code
     * role.too-high} (403) when it stands above the giver's own in that scope.
     */
    public Grant grant(Ref subject, String role, Scope scope, Optional<Instant> until, Ref by) {
        var granted = storage.write((handle, journal) -> grant(handle, journal, subject, role, scope, until, by));
        changed(subject);
        return granted;
    }

    /** The same within somebody's transaction; it holds a moment after the commit, or {@link #changed} says so. */
    public Grant grant(
            Handle handle, Journal journal, Ref subject, String role, Scope scope, Optional<Instant> until, Ref by) {
        check(subject, role, until, clock.instant());
        outranks(by, role, scope);
        var grant = new Grant(journal.newId(), subject, role, scope, until, by, journal.now());
        GrantRows.put(handle, grant);
        var kept = GrantRows.of(handle, subject).stream()
                .filter(each -> each.role().equals(role) && each.scope().equals(scope))
                .findFirst()
                .orElse(grant);
        journal.append(new RightsEvents.Granted(subject, kept.id(), role, scope.path(), until));
        return kept;
    }

    /** Takes a grant back and says what it was, so that it can be given again. */
    public Grant revoke(String id, Ref by) {
        var revoked = storage.write((handle, journal) -> {
            var grant = GrantRows.get(handle, id).orElseThrow(() -> Problem.notFound("this grant"));
            outranks(by, grant.role(), grant.scope());
            take(handle, journal, grant);
            return grant;
        });
        changed(revoked.subject());
        return revoked;
    }

    /** Roles that come with traits. */
    public List<TraitGrant> byTraits() {
        return holdings.byTraits();
    }

    /** Gives a role to everybody with an account whom the traits fit, now and later. */
    public void grant(Traits traits, String role, Scope scope, Optional<Instant> until, Ref by) {
        storage.write((handle, journal) -> {
            check(new Ref("account", "any"), role, until, clock.instant());
            outranks(by, role, scope);
            var grant = new TraitGrant(journal.newId(), traits, role, scope, until, by, journal.now());
            TraitRows.put(handle, grant);
            return journal.append(
                    new RightsEvents.TraitsChanged(new Ref("trait-grant", grant.id()), role, scope.path(), true));
        });
        traitsChanged();
    }

    public void revokeTraits(String id, Ref by) {
        storage.write((handle, journal) -> {
            var grant = TraitRows.all(handle).stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound("this grant"));
            outranks(by, grant.role(), grant.scope());
            TraitRows.delete(handle, id);
            return journal.append(new RightsEvents.TraitsChanged(
                    new Ref("trait-grant", id), grant.role(), grant.scope().path(), false));
        });
        traitsChanged();
    }

    /** Who tells the traits of an account, such as {@code mail:example.org}. */
    public void traits(Function<Ref, Set<String>> source) {
        holdings.traits(source);
    }

    /** Asks for a role; somebody else decides. */
    public Wish request(Ref subject, String role, Scope scope, String note) {
        var text = note.strip();
        if (text.length() > LONGEST_NOTE) {
            throw Problem.invalid("/note", "at most " + LONGEST_NOTE + " characters");
        }
        return storage.write((handle, journal) -> {
            check(subject, role, Optional.empty(), clock.instant());
            var waiting = WishRows.waiting(handle, subject);
            if (waiting.stream()
                    .anyMatch(wish -> wish.role().equals(role) && wish.scope().equals(scope))) {
                throw new Problem("role.asked", 409, "You asked for this already; somebody will look at it");
            }
            if (waiting.size() >= MOST_WISHES) {
                throw new Problem("role.too-many", 409, "At most " + MOST_WISHES + " wishes wait at a time");
            }
            var wish = new Wish(journal.newId(), subject, role, scope, text, journal.now());
            WishRows.insert(handle, wish);
            journal.append(new RightsEvents.Wished(subject, wish.id(), role, scope.path()));
            return wish;
        });
    }

    /** Wishes that wait, the oldest first. */
    public List<Wish> wishes(int limit) {
        return storage.read(handle -> WishRows.waiting(handle, limit));
    }

    /** The wishes of one person that wait. */
    public List<Wish> wishes(Ref subject) {
        return storage.read(handle -> WishRows.waiting(handle, subject));
    }

    /** Grants or refuses a wish; never the one who has it. */
    public Wish decide(String id, boolean granted, Ref by) {
        return decide(id, granted, by, (handle, journal, wish) -> {});
    }

    /** Tells somebody of a wish's fate, in the transaction that decides it. */
    public interface Told {
        void told(Handle handle, Journal journal, Wish wish);
    }

    /** The same, and somebody hears of it. */
    public Wish decide(String id, boolean granted, Ref by, Told also) {
        var decided = storage.write((handle, journal) -> {
            var wish = WishRows.waiting(handle, id).orElseThrow(() -> Problem.notFound("a wish that waits"));
            new FourEyes("role.grant").require(by, wish.subject());
            if (!WishRows.decide(handle, id, granted, by, journal.now())) {
                throw new Problem("role.state-conflict", 409, "Somebody else decided this at this moment");
            }
            if (granted) {
                grant(handle, journal, wish.subject(), wish.role(), wish.scope(), Optional.empty(), by);
            }
            journal.append(new RightsEvents.WishDecided(
                    wish.subject(), id, wish.role(), wish.scope().path(), granted));
            also.told(handle, journal, wish);
            return wish;
        });
        changed(decided.subject());
        return decided;
    }

    /** Has a decided wish wait again; the role that the decision gave is taken back. */
    public Wish reconsider(String id, Ref by, Told also) {
        var waits = storage.write((handle, journal) -> {
            var decided = WishRows.decided(handle, id).orElseThrow(() -> Problem.notFound("a wish that was decided"));
            var wish = decided.wish();
            new FourEyes("role.grant").require(by, wish.subject());
            outranks(by, wish.role(), wish.scope());
            if (WishRows.waiting(handle, wish.subject()).stream()
                            .anyMatch(other -> other.role().equals(wish.role())
                                    && other.scope().equals(wish.scope()))
                    || !WishRows.again(handle, id)) {
                throw new Problem("role.state-conflict", 409, "This wish waits already");
            }
            if (decided.granted()) {
                GrantRows.of(handle, wish.subject()).stream()
                        .filter(grant -> grant.role().equals(wish.role())
                                && grant.scope().equals(wish.scope())
                                && grant.at().equals(decided.at()))
                        .forEach(grant -> take(handle, journal, grant));
            }
            journal.append(new RightsEvents.WishReopened(
                    wish.subject(), id, wish.role(), wish.scope().path()));
            also.told(handle, journal, wish);
            return wish;
        });
        changed(waits.subject());
        return waits;
    }

    static void take(Handle handle, Journal journal, Grant grant) {
        GrantRows.delete(handle, grant.id());
        journal.append(new RightsEvents.Revoked(
                grant.subject(), grant.id(), grant.role(), grant.scope().path()));
    }

    /** The grants of a subject were written by somebody else's transaction, which has committed. */
    public void changed(Ref subject) {
        holdings.reload(subject);
        tell(subject::equals);
    }

    private void traitsChanged() {
        holdings.reloadTraits();
        tell(subject -> subject.type().equals("account"));
    }

    /** Hears whose rights changed, so that what they have open follows at once. */
    void onChange(Consumer<Predicate<Ref>> listener) {
        listeners.add(listener);
    }

    void tell(Predicate<Ref> whose) {
        listeners.forEach(listener -> listener.accept(whose));
    }

    private void check(Ref subject, String role, Optional<Instant> until, Instant now) {
        var known = roles.find(role).orElseThrow(() -> Problem.invalid("/role", "there is no role " + role));
        boolean fits = MACHINES.contains(subject.type())
                ? role.equals(subject.type())
                : known.given() && subject.type().equals("account");
        if (!fits) {
            throw Problem.invalid("/role", subject.type() + " does not get the role " + role);
        }
        if (until.filter(end -> !end.isAfter(now)).isPresent()) {
            throw Problem.invalid("/until", "lies in the past");
        }
    }

    private void outranks(Ref by, String role, Scope scope) {
        if (roles.rank(role) > rank(by, scope)) {
            throw new Problem("role.too-high", 403, "This role stands above your own here");
        }
    }

    /** Whether somebody may give the role in the scope, as far as their own stands there. */
    boolean gives(Ref by, String role, Scope scope) {
        return roles.rank(role) <= rank(by, scope);
    }

    /** Refuses who stands below the person it is done to with {@code role.too-high} (403). */
    void reaches(Ref by, Ref subject) {
        if (rankWithin(subject, Scope.EXPO) > rankWithin(by, Scope.EXPO)) {
            throw new Problem("role.too-high", 403, "This person stands above you");
        }
    }

    /** How high the roles stand that somebody holds at a scope. */
    int rank(Ref subject, Scope scope) {
        if (subject.equals(OPERATOR) || subject.type().equals("system")) {
            return HOUSE;
        }
        return held(subject)
                .filter(grant -> Covering.covers(grant.scope(), scope))
                .mapToInt(grant -> roles.rank(grant.role()))
                .max()
                .orElse(0);
    }

    /** The highest role of somebody at a scope, or anywhere below it. */
    int rankWithin(Ref subject, Scope scope) {
        if (subject.equals(OPERATOR)) {
            return HOUSE;
        }
        return held(subject)
                .filter(grant -> Covering.covers(grant.scope(), scope) || Covering.covers(scope, grant.scope()))
                .mapToInt(grant -> roles.rank(grant.role()))
                .max()
                .orElse(0);
    }

    private Stream<Grant> held(Ref subject) {
        var now = clock.instant();
        return holdings.of(subject).filter(grant -> grant.holdsAt(now));
    }

    /** Whether somebody holds one of the roles at a scope. */
    boolean holds(Caller who, Set<String> any, Scope scope) {
        var pass = passes;
        if (pass != null && Passes.holds(who.ref()) && pass.holds(who.ref(), any, scope)) {
            return true;
        }
        return byNature(who, any).stream().anyMatch(any::contains)
                || given(who).anyMatch(grant -> any.contains(grant.role()) && Covering.covers(grant.scope(), scope));
    }

    /** The scopes in which somebody holds one of the roles. */
    List<Scope> where(Caller who, Set<String> any) {
        if (byNature(who, any).stream().anyMatch(any::contains)) {
            return List.of(Scope.EXPO);
        }
        var pass = passes;
        if (pass != null && Passes.holds(who.ref())) {
            return pass.where(who.ref(), any);
        }
        return given(who)
                .filter(grant -> any.contains(grant.role()))
                .map(Grant::scope)
                .distinct()
                .toList();
    }

    private Stream<Grant> given(Caller who) {
        return who.kind() == Caller.Kind.GUEST ? Stream.empty() : held(who.ref());
    }

    /** What somebody in a hall may do by being there, they may do in that hall alone; else they are a visitor. */
    private static Set<String> byNature(Caller who, Set<String> any) {
        return switch (who.kind()) {
            case OPERATOR, MACHINE -> who.ref().equals(OPERATOR) ? OPERATOR_ROLES : Set.of();
            case GUEST -> GUEST_ROLES;
            case PERSON -> PERSON_ROLES;
            case IN_ROOM -> any.contains(Passes.IN_ROOM) ? Set.of() : GUEST_ROLES;
            case DISPLAY, PLUGIN -> Set.of();
        };
    }

    /** The search groups of an account: everybody's, and those of the roles it holds in the whole expo. */
    Set<String> groups(Ref account) {
        var groups = new TreeSet<>(Set.of("pub", "role:" + Roles.ATTENDEE));
        held(account)
                .filter(grant -> grant.scope().equals(Scope.EXPO))
                .forEach(grant -> groups.add("role:" + grant.role()));
        return Set.copyOf(groups);
    }
}
