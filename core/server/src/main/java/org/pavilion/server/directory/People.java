package org.pavilion.server.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Outcome;
import org.pavilion.api.Person;
import org.pavilion.api.Ref;
import org.pavilion.server.directory.Lines.PersonLine;

/** Speakers, jurors and guests, and the editions they took part in. */
final class People {
    private static final String OMITTED = "omit-from-demo-ui";

    private final Rows<PersonLine> rows;

    People(JsonText json) {
        rows = new Rows<>("directory_person", PersonLine.class, json);
    }

    Optional<Person> get(Handle handle, String id) {
        return rows.get(handle, id).map(People::person);
    }

    /** Those that exist, in the order asked. */
    List<Person> get(Handle handle, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Person> found = new LinkedHashMap<>();
        handle.createQuery("select body from directory_person where id in (<ids>)")
                .bindList("ids", ids)
                .mapTo(String.class)
                .map(rows::read)
                .map(People::person)
                .forEach(each -> found.put(each.id(), each));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    List<String> editions(Handle handle, String id) {
        return handle.createQuery("select edition from directory_person_edition where person = ? order by edition")
                .bind(0, id)
                .mapTo(String.class)
                .list();
    }

    Outcome put(Handle handle, Journal journal, PersonLine line) {
        var names = List.of(line.name());
        var bearer = Names.bearer(handle, "person", line.id(), names);
        if (bearer.isPresent()) {
            return Outcome.duplicate(bearer.get());
        }
        var ref = new Ref("person", line.id());
        return rows.put(
                handle,
                journal,
                line.id(),
                line,
                h -> Names.store(h, "person", line.id(), names),
                version -> new Change.PersonChanged(ref, version));
    }

    void tookPart(Handle handle, Journal journal, String person, String edition) {
        journal.within(edition);
        int added = handle.execute(
                "insert into directory_person_edition(person, edition) values (?, ?) on conflict do nothing",
                person,
                edition);
        if (added > 0) {
            long version = handle.createQuery("select version from directory_person where id = ?")
                    .bind(0, person)
                    .mapTo(Long.class)
                    .findOne()
                    .orElse(0L);
            journal.append(new Change.PersonChanged(new Ref("person", person), version));
        }
    }

    private static Person person(PersonLine line) {
        return new Person(
                line.id(),
                line.name(),
                line.summary(),
                line.role(),
                !line.displayHint().equals(Optional.of(OMITTED)),
                line.attendanceInferred().orElse(false),
                line.synthetic().orElse(false),
                line.source());
    }
}
