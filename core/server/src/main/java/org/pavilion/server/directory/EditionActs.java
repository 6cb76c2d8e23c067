package org.pavilion.server.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Outcome;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;
import org.pavilion.server.directory.Lines.Dates;
import org.pavilion.server.directory.Lines.EditionLine;

/** What organisers do with editions; each act is an event. */
final class EditionActs {
    private static final String ID = "ed-[a-z0-9][a-z0-9-]{0,60}";
    private static final Set<String> FORMATS = Set.of("hybrid", "online", "on-site", "unknown");

    private final Storage storage;
    private final Editions editions;
    private final FrozenEditions frozen;
    private final UndoRows undo;

    EditionActs(Storage storage, Editions editions, FrozenEditions frozen, JsonText json) {
        this.storage = storage;
        this.editions = editions;
        this.frozen = frozen;
        this.undo = new UndoRows(json);
    }

    List<EditionState> states() {
        return storage.read(handle -> {
            var chosen = chosen(handle);
            return editions.all(handle).stream()
                    .map(each -> new EditionState(
                            each,
                            frozen.contains(each.id()),
                            chosen.equals(Optional.of(each.id())),
                            version(handle, each.id())))
                    .toList();
        });
    }

    /** The edition that was picked to be shown, if one was. */
    static Optional<String> chosen(Handle handle) {
        return handle.createQuery(
                        "select id from directory_edition_rule where chosen_at is not null order by chosen_at desc, id limit 1")
                .mapTo(String.class)
                .findOne();
    }

    void create(String id, EditionDraft draft) {
        if (!id.matches(ID)) {
            throw Problem.invalid("/id", "an id is written ed-name-2027, in small letters and digits");
        }
        storage.write((handle, journal) -> {
            if (editions.line(handle, id).isPresent()) {
                throw new Problem("edition.exists", 409, "There is an edition of this id").at("/id");
            }
            return put(handle, journal, line(id, draft, Optional.empty()));
        });
    }

    /** Changes what the draft says and keeps the rest; the answer takes it back. */
    String edit(String id, long version, EditionDraft draft, Ref by) {
        return storage.write((handle, journal) -> {
            var before = require(handle, id);
            guard(version, version(handle, id));
            put(handle, journal, line(id, draft, Optional.of(before)));
            return undo.keep(handle, journal, by, "edition", List.of(undo.edition(before, version(handle, id))));
        });
    }

    /** A new edition with the boards, format, zone and hosts of another one; nothing about anybody in it. */
    void copy(String from, String id, Text name, int year) {
        if (!id.matches(ID)) {
            throw Problem.invalid("/id", "an id is written ed-name-2027, in small letters and digits");
        }
        storage.write((handle, journal) -> {
            var source = require(handle, from);
            if (editions.line(handle, id).isPresent()) {
                throw new Problem("edition.exists", 409, "There is an edition of this id").at("/id");
            }
            put(
                    handle,
                    journal,
                    new EditionLine(
                            id,
                            source.kind(),
                            name,
                            source.summary(),
                            source.series(),
                            year,
                            Optional.empty(),
                            "announced",
                            new Dates(
                                    Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty()),
                            Optional.empty(),
                            source.boards(),
                            source.format(),
                            source.theme(),
                            source.hosts(),
                            source.zone(),
                            source.synthetic(),
                            List.of()));
            return journal.append(new Change.EditionCloned(ref(id), from));
        });
    }

    void freeze(String id) {
        rule(id, "frozen_at", true);
    }

    void thaw(String id) {
        rule(id, "frozen_at", false);
    }

    /** Shows this edition when a visitor chose none. */
    void choose(String id) {
        rule(id, "chosen_at", true);
    }

    /** Lets the house find the edition to show by itself again. */
    void unchoose(String id) {
        rule(id, "chosen_at", false);
    }

    /** Puts back what an act replaced, unless somebody changed it since. */
    void undo(String id) {
        storage.write((handle, journal) -> undo.editions(handle, journal, id, line -> put(handle, journal, line)));
    }

    private void rule(String id, String column, boolean on) {
        storage.write((handle, journal) -> {
            require(handle, id);
            if (on && column.equals("chosen_at")) {
                handle.execute("update directory_edition_rule set chosen_at = null");
            }
            handle.execute(
                    "insert into directory_edition_rule(id, " + column + ") values (?, ?)"
                            + " on conflict (id) do update set " + column + " = excluded." + column,
                    id,
                    on ? Long.valueOf(journal.now().toEpochMilli()) : null);
            return journal.append(
                    column.equals("chosen_at")
                            ? new Change.EditionChosen(ref(id), on)
                            : new Change.EditionFrozen(ref(id), on));
        });
        storage.read(handle -> {
            frozen.load(handle);
            return true;
        });
    }

    private Outcome put(Handle handle, Journal journal, EditionLine line) {
        var outcome = editions.put(handle, journal, line);
        if (outcome instanceof Outcome.Rejected refused) {
            throw Problem.invalid(refused.pointer(), refused.detail());
        }
        return outcome;
    }

    private EditionLine require(Handle handle, String id) {
        return editions.line(handle, id).orElseThrow(() -> Problem.notFound("this edition"));
    }

    private static long version(Handle handle, String id) {
        return handle.createQuery("select version from directory_edition where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one();
    }

    static void guard(long seen, long now) {
        if (seen != now) {
            throw new Problem("directory.version-conflict", 409, "Somebody else changed this meanwhile; look again");
        }
    }

    private static EditionLine line(String id, EditionDraft draft, Optional<EditionLine> before) {
        if (!FORMATS.contains(draft.format())) {
            throw Problem.invalid("/format", "one of hybrid, online, on-site, unknown is required");
        }
        if (draft.start().isPresent()
                && draft.end().isPresent()
                && draft.start().get().compareTo(draft.end().get()) > 0) {
            throw Problem.invalid("/end", "the last day is not before the first");
        }
        if (draft.year() < 1900 || draft.year() > 2999) {
            throw Problem.invalid("/year", "a year from 1900 to 2999 is required");
        }
        var known = before.map(each -> each.dates().known()).orElse(List.of());
        return new EditionLine(
                id,
                Optional.of("edition"),
                draft.name(),
                draft.summary(),
                before.map(EditionLine::series).orElse(id),
                draft.year(),
                before.flatMap(EditionLine::ordinal),
                draft.status(),
                new Dates(draft.start(), draft.end(), known, Optional.empty(), Optional.empty()),
                before.flatMap(EditionLine::hostedWithin),
                new ArrayList<>(draft.boards()),
                draft.format(),
                before.flatMap(EditionLine::theme),
                before.map(EditionLine::hosts).orElse(List.of()),
                Optional.of(draft.zone()),
                before.flatMap(EditionLine::synthetic),
                before.map(EditionLine::source).orElse(List.of()));
    }

    private static Ref ref(String id) {
        return new Ref("edition", id);
    }
}
