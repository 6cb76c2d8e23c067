package org.pavilion.server.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.pavilion.api.Access;
import org.pavilion.api.Caller;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.FourEyes;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.api.Storage;

/**
 * Warnings, time-outs, silence and bans. They cap rights from the next frame on, within their scope;
 * whoever has one sees it and may appeal once, and somebody else than the moderator decides.
 */
public final class Sanctions {
    public static final Permission APPLY = new Permission("sanction:apply");
    public static final Permission DECIDE = new Permission("sanction:decide");
    public static final Permission APPEAL = new Permission("sanction:appeal");

    private static final Set<String> SANCTIONED = Set.of("account", "guest");
    private static final Duration LONGEST = Duration.ofDays(3 * 366);
    private static final int LONGEST_TEXT = 1_000;
    private static final int SEARCHED = 2_000;

    private final Storage storage;
    private final InstantSource clock;
    private final Rights rights;
    private final Access access;
    private final Map<Ref, List<Sanction>> running = new ConcurrentHashMap<>();

    Sanctions(Storage storage, DomainEvents events, Rights rights, Access access, InstantSource clock) {
        this.storage = storage;
        this.clock = clock;
        this.rights = rights;
        this.access = access;
        SanctionEvents.publish(events);
        var now = clock.instant();
        running.putAll(storage.read(handle -> SanctionRows.running(handle, now)).stream()
                .collect(Collectors.groupingBy(Sanction::subject)));
    }

    /**
     * Imposes a sanction. Refused with {@code access.denied} outside the moderator's own scope and with
     * {@code sanction.rank} (403) for somebody whose role there is as high as the moderator's.
     */
    public Sanction apply(Caller by, Ref subject, Sanction.Kind kind, Scope scope, String reason, Duration length) {
        access.require(by, APPLY, scope);
        var text = text("/reason", reason, 3);
        if (length.compareTo(Duration.ofMinutes(1)) < 0 || length.compareTo(LONGEST) > 0) {
            throw Problem.invalid("/until", "from one minute to three years");
        }
        if (!SANCTIONED.contains(subject.type()) || subject.equals(by.ref())) {
            throw Problem.invalid("/subject", "an account or a guest, and not yourself");
        }
        if (rights.rankWithin(subject, scope) >= rights.rank(by.ref(), scope)) {
            throw new Problem("sanction.rank", 403, "Their role here is as high as yours; ask somebody above you");
        }
        var imposed = storage.write((handle, journal) -> {
            var sanction = new Sanction(
                    journal.newId(),
                    subject,
                    kind,
                    scope,
                    text,
                    by.ref(),
                    journal.now(),
                    clock.instant().plus(length),
                    Sanction.State.ACTIVE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            SanctionRows.insert(handle, sanction);
            journal.append(new SanctionEvents.Sanctioned(
                    subject, sanction.id(), kind.name().toLowerCase(Locale.ROOT), scope.path(), sanction.until()));
            return sanction;
        });
        changed(subject);
        return imposed;
    }

    /** Takes one back that nobody appealed against: the moderator's own, or any of a higher one's scope. */
    public Sanction lift(Caller by, String id) {
        var found = require(id);
        access.require(by, APPLY, found.scope());
        var lifted = storage.write((handle, journal) -> {
            var sanction = SanctionRows.get(handle, id).orElseThrow(() -> Problem.notFound("this sanction"));
            if (!sanction.by().equals(by.ref())
                    && rights.rank(by.ref(), sanction.scope()) <= rights.rank(sanction.by(), sanction.scope())) {
                throw new Problem("sanction.rank", 403, "It was imposed by somebody as high as you");
            }
            if (sanction.state() != Sanction.State.ACTIVE
                    || !SanctionRows.decide(
                            handle, sanction, Sanction.State.LIFTED, by.ref(), Optional.empty(), journal.now())) {
                throw conflict();
            }
            journal.append(new SanctionEvents.Lifted(sanction.subject(), id));
            return sanction;
        });
        changed(lifted.subject());
        return require(id);
    }

    /** The subject says why it is wrong; once. */
    public Sanction appeal(Ref subject, String id, String text) {
        var words = text("/text", text, 3);
        storage.write((handle, journal) -> {
            var sanction = SanctionRows.get(handle, id)
                    .filter(each -> each.subject().equals(subject))
                    .orElseThrow(() -> Problem.notFound("this sanction"));
            if (!sanction.appealable(clock.instant()) || !SanctionRows.appeal(handle, id, words, journal.now())) {
                throw new Problem("sanction.appealed", 409, "An appeal is possible once, while the sanction lasts");
            }
            return journal.append(new SanctionEvents.Appealed(subject, id));
        });
        changed(subject);
        return require(id);
    }

    /** Decides an appeal; never who imposed it, and never who has it. */
    public Sanction decide(Caller by, String id, boolean lift, String why) {
        var found = require(id);
        access.require(by, DECIDE, found.scope());
        var words = text("/decision", why, 0);
        storage.write((handle, journal) -> {
            var sanction = SanctionRows.get(handle, id).orElseThrow(() -> Problem.notFound("this sanction"));
            new FourEyes("sanction.decide").require(by.ref(), sanction.by(), sanction.subject());
            var to = lift ? Sanction.State.LIFTED : Sanction.State.UPHELD;
            if (sanction.state() != Sanction.State.APPEALED
                    || !SanctionRows.decide(handle, sanction, to, by.ref(), Optional.of(words), journal.now())) {
                throw conflict();
            }
            return journal.append(
                    lift
                            ? new SanctionEvents.Lifted(sanction.subject(), id)
                            : new SanctionEvents.Upheld(sanction.subject(), id));
        });
        changed(found.subject());
        return require(id);
    }

    /** Somebody's whole record, the newest first. */
    public List<Sanction> of(Ref subject) {
        return storage.read(handle -> SanctionRows.of(handle, subject));
    }

    /** The newest that a moderator may see. */
    public List<Sanction> recent(Caller by, int limit) {
        return within(by, APPLY, storage.read(handle -> SanctionRows.newest(handle, SEARCHED)), limit);
    }

    /** Appeals that wait for somebody like the caller, the oldest first. */
    public List<Sanction> appeals(Caller by, int limit) {
        return within(by, DECIDE, storage.read(handle -> SanctionRows.appealed(handle, SEARCHED)), limit);
    }

    /** All appeals that wait, for whoever decides in the whole expo, the oldest first. */
    public List<Sanction> appeals(int limit) {
        return storage.read(handle -> SanctionRows.appealed(handle, limit));
    }

    private List<Sanction> within(Caller by, Permission right, List<Sanction> all, int limit) {
        return all.stream()
                .filter(sanction -> access.can(by, right, sanction.scope()))
                .limit(limit)
                .toList();
    }

    /** What takes the right from somebody who holds it; empty when nothing does. */
    Optional<Sanction> cap(Ref subject, Permission action, Scope scope) {
        if (running.isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant();
        return running.getOrDefault(subject, List.of()).stream()
                .filter(sanction -> sanction.caps(now)
                        && !Caps.leaves(sanction.kind(), action)
                        && Covering.covers(sanction.scope(), scope))
                .findFirst();
    }

    /** Whether somebody is kept out of the whole expo now. */
    boolean banned(Ref subject) {
        var now = clock.instant();
        return running.getOrDefault(subject, List.of()).stream()
                .anyMatch(sanction -> sanction.kind() == Sanction.Kind.BAN
                        && sanction.caps(now)
                        && sanction.scope().equals(Scope.EXPO));
    }

    /** Reads anew what holds for somebody, and has their open sockets follow. */
    void changed(Ref subject) {
        running.compute(subject, (who, before) -> {
            var now = clock.instant();
            var all = of(who).stream().filter(sanction -> sanction.caps(now)).toList();
            return all.isEmpty() ? null : all;
        });
        rights.tell(subject::equals);
    }

    private Sanction require(String id) {
        return storage.read(handle -> SanctionRows.get(handle, id))
                .orElseThrow(() -> Problem.notFound("this sanction"));
    }

    private static Problem conflict() {
        return new Problem("sanction.state-conflict", 409, "Somebody else decided this at this moment");
    }

    private static String text(String pointer, String raw, int least) {
        var text = raw.strip();
        if (text.length() < least || text.length() > LONGEST_TEXT) {
            throw Problem.invalid(pointer, least + " to " + LONGEST_TEXT + " characters");
        }
        return text;
    }
}
