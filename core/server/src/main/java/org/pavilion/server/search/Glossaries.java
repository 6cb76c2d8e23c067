package org.pavilion.server.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.server.search.query.GeneralGlossary;
import org.pavilion.server.search.query.Glossary;

/** The organisers' glossary in the store, and the snapshot that queries use. A change works at once, without a new index. */
final class Glossaries {
    private static final String CHANGED = "search.glossary-changed.v1";
    private static final int MAX_FORMS = 12;
    private static final int MAX_NOTE = 500;

    /** A group was added, changed or removed. */
    record GlossaryChanged(Ref subject, long version) implements DomainEvent {}

    private final Storage storage;
    private volatile Glossary snapshot;

    Glossaries(Storage storage, DomainEvents events) {
        this.storage = storage;
        events.publishes(CHANGED, GlossaryChanged.class);
        events.on(CHANGED, GlossaryChanged.class, event -> reload());
        this.snapshot = load();
    }

    Glossary snapshot() {
        return snapshot;
    }

    private void reload() {
        snapshot = load();
    }

    private Glossary load() {
        var groups = new ArrayList<List<String>>();
        all().forEach(group -> groups.add(group.forms()));
        groups.addAll(GeneralGlossary.groups());
        return new Glossary(groups);
    }

    List<GlossaryGroup> all() {
        return storage.read(handle -> {
            var forms = new HashMap<String, List<String>>();
            handle.createQuery("select glossary_id, form from search_glossary_form order by glossary_id, n")
                    .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(form -> forms.computeIfAbsent(form.getKey(), id -> new ArrayList<>())
                            .add(form.getValue()));
            return handle.createQuery(
                            "select id, note, version, changed_by, changed_at from search_glossary order by changed_at desc, id")
                    .map((row, context) -> new GlossaryGroup(
                            row.getString(1),
                            forms.getOrDefault(row.getString(1), List.of()),
                            row.getString(2),
                            row.getLong(3),
                            Ref.of(row.getString(4)),
                            Instant.ofEpochMilli(row.getLong(5))))
                    .list();
        });
    }

    GlossaryGroup add(List<String> forms, String note, Ref by) {
        var checked = checked(forms, note);
        var added = storage.write((handle, journal) -> {
            var id = journal.newId();
            handle.execute(
                    "insert into search_glossary(id, note, version, changed_by, changed_at) values (?, ?, 1, ?, ?)",
                    id,
                    note.strip(),
                    by.toString(),
                    journal.now().toEpochMilli());
            insert(handle, id, checked);
            journal.append(new GlossaryChanged(new Ref("glossary", id), 1));
            return new GlossaryGroup(id, List.copyOf(checked.values()), note.strip(), 1, by, journal.now());
        });
        reload();
        return added;
    }

    GlossaryGroup change(String id, List<String> forms, String note, Optional<Long> version, Ref by) {
        var checked = checked(forms, note);
        long expected = version.orElseThrow(
                () -> new Problem("request.version-missing", 428, "send the version you saw in If-Match"));
        var changed = storage.write((handle, journal) -> {
            int rows = handle.execute(
                    """
                    update search_glossary set note = ?, version = version + 1, changed_by = ?, changed_at = ?
                    where id = ? and version = ?
                    """, note.strip(), by.toString(), journal.now().toEpochMilli(), id, expected);
            if (rows == 0) {
                throw exists(handle, id)
                        ? new Problem("glossary.version-conflict", 412, "somebody changed this group meanwhile")
                        : Problem.notFound("glossary group " + id);
            }
            handle.execute("delete from search_glossary_form where glossary_id = ?", id);
            insert(handle, id, checked);
            journal.append(new GlossaryChanged(new Ref("glossary", id), expected + 1));
            return new GlossaryGroup(id, List.copyOf(checked.values()), note.strip(), expected + 1, by, journal.now());
        });
        reload();
        return changed;
    }

    void remove(String id) {
        storage.write((handle, journal) -> {
            handle.execute("delete from search_glossary_form where glossary_id = ?", id);
            if (handle.execute("delete from search_glossary where id = ?", id) == 0) {
                throw Problem.notFound("glossary group " + id);
            }
            return journal.append(new GlossaryChanged(new Ref("glossary", id), 0));
        });
        reload();
    }

    private static boolean exists(Handle handle, String id) {
        return handle.createQuery("select count(*) from search_glossary where id = ?")
                        .bind(0, id)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Form by key, in order. */
    private static Map<String, String> checked(List<String> forms, String note) {
        if (note.length() > MAX_NOTE) {
            throw Problem.invalid("/note", "a note has at most " + MAX_NOTE + " characters");
        }
        var checked = new LinkedHashMap<String, String>();
        for (int i = 0; i < forms.size(); i++) {
            var folded = Glossary.fold(forms.get(i));
            var key = Glossary.key(folded);
            if (folded.length() < 2 || key.length() < 2 || folded.indexOf(',') >= 0) {
                throw Problem.invalid("/forms/" + i, "a form has at least two letters or characters and no comma");
            }
            checked.putIfAbsent(key, folded);
        }
        if (checked.size() < 2 || checked.size() > MAX_FORMS) {
            throw Problem.invalid("/forms", "a group has 2 to " + MAX_FORMS + " different forms");
        }
        return checked;
    }

    private static void insert(Handle handle, String id, Map<String, String> forms) {
        int n = 0;
        for (var form : forms.entrySet()) {
            int rows = handle.execute(
                    "insert into search_glossary_form(form_key, glossary_id, n, form) values (?, ?, ?, ?) on conflict do nothing",
                    form.getKey(),
                    id,
                    n++,
                    form.getValue());
            if (rows == 0) {
                throw new Problem(
                        "glossary.form-taken", 409, "“" + form.getValue() + "” already belongs to another group");
            }
        }
    }
}
