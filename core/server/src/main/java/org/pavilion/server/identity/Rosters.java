package org.pavilion.server.identity;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Journal;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.api.Storage;

/**
 * Many people at once: who gets an invitation, who only the role, and what is wrong with a line. What
 * a list did can be taken back as far as nobody accepted.
 */
public final class Rosters {
    /** Each invitation is a letter, so a list stays of a size that somebody looked through. */
    public static final int MOST = 1_000;

    private static final Map<String, Language> LANGUAGES = Map.of(
            "zh", Language.ZH,
            "中文", Language.ZH,
            "汉语", Language.ZH,
            "chinese", Language.ZH,
            "en", Language.EN,
            "英文", Language.EN,
            "英语", Language.EN,
            "english", Language.EN);

    private final Storage storage;
    private final InstantSource clock;
    private final Accounts accounts;
    private final Rights rights;

    Rosters(Storage storage, DomainEvents events, Accounts accounts, Rights rights, InstantSource clock) {
        this.storage = storage;
        this.clock = clock;
        this.accounts = accounts;
        this.rights = rights;
        events.publishes("identity.roster-invited.v1", Invited.class)
                .publishes("identity.roster-undone.v1", Undone.class);
    }

    record Invited(Ref subject, long lines) implements DomainEvent {}

    record Undone(Ref subject) implements DomainEvent {}

    /** What would become of the lines; nothing is stored. {@code otherwise} is the language of a line that names none. */
    public RosterPlan preview(List<RosterLine> lines, Language otherwise, Ref by) {
        if (lines.size() > MOST) {
            throw new Problem("roster.too-long", 422, "a list may have " + MOST + " people").at("/file");
        }
        var first = new HashMap<String, Integer>();
        var titles = titles();
        var entries = new ArrayList<RosterPlan.Entry>();
        for (var line : lines) {
            var entry = entry(line, otherwise, titles, by);
            var twin = entry.email().isEmpty() ? null : first.putIfAbsent(Emails.key(entry.email()), line.line());
            entries.add(twin == null || entry.kind() == RosterPlan.Kind.FAULT ? entry : faulty(entry, "twice:" + twin));
        }
        return new RosterPlan(List.copyOf(entries));
    }

    private RosterPlan.Entry entry(RosterLine line, Language otherwise, Map<String, Role> titles, Ref by) {
        var language = line.language().isEmpty()
                ? Optional.of(otherwise)
                : Optional.ofNullable(LANGUAGES.get(line.language().toLowerCase(Locale.ROOT)));
        var role = Optional.ofNullable(titles.get(line.role().toLowerCase(Locale.ROOT)));
        var scope = scope(line.scope());
        var entry = new RosterPlan.Entry(
                line.line(),
                line.email(),
                line.name(),
                language.orElse(otherwise),
                role,
                scope.orElse(Scope.EXPO),
                RosterPlan.Kind.INVITED,
                "");
        if (!Emails.are(line.email())) {
            return faulty(entry, "email");
        }
        if (language.isEmpty()) {
            return faulty(entry, "language");
        }
        if (role.isEmpty() && !line.role().isEmpty()) {
            return faulty(entry, "role");
        }
        if (scope.isEmpty() || (role.isEmpty() && !line.scope().isEmpty())) {
            return faulty(entry, scope.isEmpty() ? "scope" : "scope-alone");
        }
        if (role.filter(one -> !rights.gives(by, one.name(), entry.scope())).isPresent()) {
            return faulty(entry, "rank");
        }
        return accounts.byEmail(line.email())
                .map(account -> known(entry, account))
                .orElseGet(() -> Accounts.isName(line.name()) ? entry : faulty(entry, "name"));
    }

    private RosterPlan.Entry known(RosterPlan.Entry entry, Account account) {
        if (account.state() == Account.State.BLOCKED) {
            return faulty(entry, "blocked");
        }
        boolean held = entry.role().isEmpty()
                || rights.of(account.ref()).stream().anyMatch(grant -> is(grant, entry) && holds(grant));
        return as(entry, held ? RosterPlan.Kind.SAME : RosterPlan.Kind.GRANTED, "");
    }

    private boolean holds(Grant grant) {
        return grant.holdsAt(clock.instant());
    }

    private static boolean is(Grant grant, RosterPlan.Entry entry) {
        return entry.role().filter(role -> role.name().equals(grant.role())).isPresent()
                && grant.scope().equals(entry.scope());
    }

    private static RosterPlan.Entry faulty(RosterPlan.Entry entry, String code) {
        return as(entry, RosterPlan.Kind.FAULT, code);
    }

    private static RosterPlan.Entry as(RosterPlan.Entry entry, RosterPlan.Kind kind, String code) {
        return new RosterPlan.Entry(
                entry.line(), entry.email(), entry.name(), entry.language(), entry.role(), entry.scope(), kind, code);
    }

    /** Roles that people get, by everything a table may call them. */
    private Map<String, Role> titles() {
        var titles = new HashMap<String, Role>();
        for (var role : rights.roles().stream().filter(Role::given).toList()) {
            for (var word : List.of(role.name(), role.title().zh(), role.title().en())) {
                titles.putIfAbsent(word.toLowerCase(Locale.ROOT), role);
            }
        }
        return titles;
    }

    private static Optional<Scope> scope(String text) {
        try {
            return Optional.of(text.isEmpty() ? Scope.EXPO : new Scope(text.replace(':', '/')));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the line is reported with what it says
        }
    }

    /** Invites and grants line by line; what is at fault, or became so meanwhile, is left out and said so. */
    public Roster run(RosterPlan plan, Ref by) {
        var id = storage.write((handle, journal) -> {
            var fresh = RosterRows.insert(handle, journal, by);
            journal.append(new Invited(new Ref("roster", fresh), plan.acts()));
            return fresh;
        });
        for (var entry : plan.entries()) {
            try {
                if (entry.kind() == RosterPlan.Kind.FAULT) {
                    keep(id, entry, Optional.empty(), Roster.Outcome.LEFT_OUT);
                } else if (entry.kind() == RosterPlan.Kind.INVITED) {
                    invite(id, entry, by);
                } else {
                    grant(id, entry, by);
                }
            } catch (Problem changed) {
                keep(id, entry, Optional.empty(), Roster.Outcome.LEFT_OUT);
            }
        }
        return find(id).orElseThrow(() -> Problem.notFound("this list"));
    }

    private void invite(String id, RosterPlan.Entry entry, Ref by) {
        var account =
                accounts.invite(entry.email(), entry.name(), entry.language(), by, (handle, journal, ref, fresh) -> {
                    var grant = give(handle, journal, ref, entry, by);
                    var outcome = fresh
                            ? Roster.Outcome.INVITED
                            : grant.isPresent() ? Roster.Outcome.GRANTED : Roster.Outcome.SAME;
                    RosterRows.insert(handle, id, new Roster.Row(entry.line(), Optional.of(ref), grant, outcome));
                });
        rights.changed(account.ref());
    }

    private void grant(String id, RosterPlan.Entry entry, Ref by) {
        var account = accounts.byEmail(entry.email()).orElseThrow(() -> Problem.notFound("this account"));
        storage.write((handle, journal) -> {
            var grant = give(handle, journal, account.ref(), entry, by);
            var outcome = grant.isPresent() ? Roster.Outcome.GRANTED : Roster.Outcome.SAME;
            RosterRows.insert(handle, id, new Roster.Row(entry.line(), Optional.of(account.ref()), grant, outcome));
            return id;
        });
        rights.changed(account.ref());
    }

    /** The grant that is new; empty when there is no role, or it is held. */
    private Optional<String> give(Handle handle, Journal journal, Ref ref, RosterPlan.Entry entry, Ref by) {
        var held = GrantRows.of(handle, ref).stream().anyMatch(grant -> is(grant, entry) && holds(grant));
        return held
                ? Optional.empty()
                : entry.role()
                        .map(role -> rights.grant(
                                        handle, journal, ref, role.name(), entry.scope(), Optional.empty(), by)
                                .id());
    }

    private void keep(String id, RosterPlan.Entry entry, Optional<Ref> account, Roster.Outcome outcome) {
        storage.write((handle, journal) -> {
            RosterRows.insert(handle, id, new Roster.Row(entry.line(), account, Optional.empty(), outcome));
            return id;
        });
    }

    public Optional<Roster> find(String id) {
        return storage.read(handle -> RosterRows.get(handle, id));
    }

    /** The newest first. */
    public List<Roster> newest(int limit) {
        return storage.read(handle -> RosterRows.newest(handle, limit));
    }

    /**
     * Takes a list back: invitations that nobody accepted and roles it gave. Refused with {@code
     * role.too-high} (403) when one of its roles stands above the caller's, and with {@code
     * roster.undone} (409) the second time.
     */
    public Roster undo(String id, Ref by) {
        var roster = find(id).orElseThrow(() -> Problem.notFound("this list"));
        var grants = roster.rows().stream()
                .flatMap(row -> row.account().stream())
                .flatMap(ref -> rights.of(ref).stream())
                .collect(Collectors.toMap(Grant::id, grant -> grant, (one, same) -> one));
        for (var row : roster.rows()) {
            var grant = row.grant().map(grants::get);
            if (grant.filter(one -> !rights.gives(by, one.role(), one.scope())).isPresent()) {
                throw new Problem("role.too-high", 403, "A role of this list stands above your own");
            }
        }
        storage.write((handle, journal) -> {
            if (!RosterRows.undone(handle, journal, id)) {
                throw new Problem("roster.undone", 409, "This list was taken back already");
            }
            return journal.append(new Undone(new Ref("roster", id)));
        });
        for (var row : roster.rows()) {
            if (row.outcome() == Roster.Outcome.INVITED || row.outcome() == Roster.Outcome.GRANTED) {
                var outcome = withdraw(row, by) ? Roster.Outcome.WITHDRAWN : Roster.Outcome.KEPT;
                storage.write((handle, journal) -> {
                    RosterRows.outcome(handle, id, row.line(), outcome);
                    return id;
                });
            }
        }
        return find(id).orElseThrow(() -> Problem.notFound("this list"));
    }

    private boolean withdraw(Roster.Row row, Ref by) {
        if (row.outcome() == Roster.Outcome.INVITED) {
            return row.account().filter(accounts::uninvite).isPresent();
        }
        return row.grant().filter(grant -> revoke(grant, by)).isPresent();
    }

    /** False when somebody took it meanwhile. */
    private boolean revoke(String grant, Ref by) {
        try {
            rights.revoke(grant, by);
            return true;
        } catch (Problem gone) {
            return false;
        }
    }
}
