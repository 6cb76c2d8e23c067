package org.pavilion.server.directory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Outcome;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.server.directory.Lines.OrganisationLine;

/** What organisers do with organisations: give them their names, and make one of two records of the same. */
final class OrganisationActs {
    private static final String EDIT = "organisation";
    private static final String MERGE = "merge";
    private static final int MOST_ALIASES = 50;

    private final Storage storage;
    private final Organisations organisations;
    private final UndoRows undo;

    OrganisationActs(Storage storage, Organisations organisations, JsonText json) {
        this.storage = storage;
        this.organisations = organisations;
        this.undo = new UndoRows(json);
    }

    long version(String id) {
        return storage.read(handle -> UndoRows.version(handle, "directory_organisation", id));
    }

    String edit(String id, long version, OrganisationDraft draft, Ref by) {
        if (draft.aliases().size() > MOST_ALIASES) {
            throw Problem.invalid("/aliases", "at most " + MOST_ALIASES + " other names");
        }
        return storage.write((handle, journal) -> {
            var before = require(handle, id);
            EditionActs.guard(version, UndoRows.version(handle, "directory_organisation", id));
            put(handle, journal, renamed(before, draft));
            return undo.keep(handle, journal, by, EDIT, List.of(step(handle, before)));
        });
    }

    /** What merging would move; changes nothing. */
    OrganisationMerge preview(String keep, String gone) {
        return storage.read(handle -> {
            var kept = require(handle, keep);
            var left = require(handle, gone);
            mergeable(handle, keep, gone);
            return new OrganisationMerge(
                    Organisations.organisation(kept),
                    Organisations.organisation(left),
                    Stream.concat(Stream.of(left.name()), left.aliases().stream())
                            .filter(each -> !kept.aliases().contains(each)
                                    && !kept.name().equals(each))
                            .toList(),
                    left.roles().stream()
                            .filter(each -> !kept.roles().contains(each))
                            .toList(),
                    left.editions().stream()
                            .filter(each -> !kept.editions().contains(each))
                            .toList());
        });
    }

    /** The kept record answers for the other one from now on. */
    String merge(String keep, String gone, Ref by) {
        return storage.write((handle, journal) -> {
            var kept = require(handle, keep);
            var left = require(handle, gone);
            mergeable(handle, keep, gone);
            handle.execute("insert into directory_merged(id, target) values (?, ?)", gone, keep);
            Organisations.forget(handle, gone);
            put(handle, journal, united(kept, left));
            journal.append(new Change.OrganisationMerged(ref(gone), ref(keep), true));
            return undo.keep(handle, journal, by, MERGE, List.of(step(handle, kept), step(handle, left)));
        });
    }

    /** Puts back what an act replaced, unless somebody changed it since. */
    void undo(String id) {
        storage.write((handle, journal) -> {
            if (undo.is(handle, id, MERGE)) {
                apart(handle, journal, id);
                return id;
            }
            return undo.organisations(handle, journal, id, EDIT, line -> put(handle, journal, line));
        });
    }

    private void apart(Handle handle, Journal journal, String id) {
        var lines = new ArrayList<OrganisationLine>();
        undo.organisations(handle, journal, id, MERGE, lines::add);
        var kept = lines.getFirst();
        var left = lines.getLast();
        put(handle, journal, kept);
        handle.execute("delete from directory_merged where id = ?", left.id());
        Organisations.columns(handle, left);
        journal.append(new Change.OrganisationMerged(ref(left.id()), ref(kept.id()), false));
    }

    private static void mergeable(Handle handle, String keep, String gone) {
        if (keep.equals(gone)) {
            throw Problem.invalid("/other", "an organisation is not merged with itself");
        }
        int merged = handle.createQuery(
                        "select count(*) from directory_merged where id in (:keep, :gone) or target = :gone")
                .bind("keep", keep)
                .bind("gone", gone)
                .mapTo(Integer.class)
                .one();
        if (merged > 0) {
            throw new Problem("organisation.merged", 409, "One of them was merged already").at("/other");
        }
    }

    private UndoRows.Step step(Handle handle, OrganisationLine before) {
        return undo.organisation(before, UndoRows.version(handle, "directory_organisation", before.id()));
    }

    private void put(Handle handle, Journal journal, OrganisationLine line) {
        switch (organisations.put(handle, journal, line)) {
            case Outcome.Rejected refused -> throw Problem.invalid(refused.pointer(), refused.detail());
            case Outcome.Duplicate other ->
                throw new Problem(
                                "organisation.name-taken",
                                409,
                                "Another organisation bears one of these names: " + other.of() + "; merge the two")
                        .at("/zh");
            case Outcome.Created created -> {}
            case Outcome.Updated updated -> {}
            case Outcome.Same same -> {}
        }
    }

    private OrganisationLine require(Handle handle, String id) {
        return organisations.line(handle, id).orElseThrow(() -> Problem.notFound("this organisation"));
    }

    private static OrganisationLine renamed(OrganisationLine line, OrganisationDraft draft) {
        return new OrganisationLine(
                line.id(),
                line.kind(),
                draft.name(),
                draft.summary(),
                draft.aliases(),
                line.roles(),
                line.editions(),
                line.isExhibitor(),
                line.exhibitorEvidence(),
                line.synthetic(),
                line.source());
    }

    private static OrganisationLine united(OrganisationLine kept, OrganisationLine left) {
        var aliases = new LinkedHashSet<>(kept.aliases());
        aliases.add(left.name());
        aliases.addAll(left.aliases());
        aliases.remove(kept.name());
        return new OrganisationLine(
                kept.id(),
                kept.kind(),
                kept.name(),
                kept.summary(),
                List.copyOf(aliases),
                union(kept.roles(), left.roles()),
                union(kept.editions(), left.editions()),
                kept.isExhibitor() || left.isExhibitor(),
                kept.exhibitorEvidence().or(left::exhibitorEvidence),
                Optional.of(kept.synthetic().orElse(false) && left.synthetic().orElse(false)),
                union(kept.source(), left.source()));
    }

    private static <T> List<T> union(List<T> a, List<T> b) {
        return Stream.concat(a.stream(), b.stream()).distinct().toList();
    }

    private static Ref ref(String id) {
        return new Ref("organisation", id);
    }
}
