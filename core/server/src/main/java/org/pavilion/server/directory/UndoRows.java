package org.pavilion.server.directory;

import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.directory.Lines.EditionLine;
import org.pavilion.server.directory.Lines.OrganisationLine;

/** What acts of organisers replaced, to put it back as long as nobody changed it since. */
final class UndoRows {
    private final JsonText json;

    UndoRows(JsonText json) {
        this.json = json;
    }

    /**
     * One record as it was.
     *
     * @param after the version it had after the act
     */
    record Step(String type, String id, String before, long after) {}

    private record Steps(List<Step> steps) {}

    Step edition(EditionLine before, long after) {
        return new Step("edition", before.id(), json.text(before), after);
    }

    Step organisation(OrganisationLine before, long after) {
        return new Step("organisation", before.id(), json.text(before), after);
    }

    /** Keeps what was replaced; the answer names it. */
    String keep(Handle handle, Journal journal, Ref by, String label, List<Step> steps) {
        var id = journal.newId();
        handle.execute(
                "insert into directory_undo(id, label, actor, at, steps) values (?, ?, ?, ?, ?)",
                id,
                label,
                by.toString(),
                journal.now().toEpochMilli(),
                json.text(new Steps(steps)));
        return id;
    }

    String editions(Handle handle, Journal journal, String id, Consumer<EditionLine> put) {
        for (var step : take(handle, journal, id, "edition")) {
            EditionActs.guard(step.after(), version(handle, "directory_edition", step.id()));
            put.accept(json.read(step.before(), EditionLine.class));
        }
        return id;
    }

    String organisations(Handle handle, Journal journal, String id, String label, Consumer<OrganisationLine> put) {
        for (var step : take(handle, journal, id, label)) {
            EditionActs.guard(step.after(), version(handle, "directory_organisation", step.id()));
            put.accept(json.read(step.before(), OrganisationLine.class));
        }
        return id;
    }

    /** Whether the act of this id is one of that label. */
    boolean is(Handle handle, String id, String label) {
        return handle.createQuery("select count(*) from directory_undo where id = :id and label = :label")
                        .bind("id", id)
                        .bind("label", label)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private List<Step> take(Handle handle, Journal journal, String id, String label) {
        int taken = handle.execute(
                "update directory_undo set undone_at = ? where id = ? and label = ? and undone_at is null",
                journal.now().toEpochMilli(),
                id,
                label);
        if (taken == 0) {
            throw new Problem("directory.undone", 409, "This was taken back already");
        }
        var text = handle.createQuery("select steps from directory_undo where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one();
        return json.read(text, Steps.class).steps();
    }

    static long version(Handle handle, String table, String id) {
        return handle.createQuery("select version from " + table + " where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne()
                .orElse(-1L);
    }
}
