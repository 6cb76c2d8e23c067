package org.pavilion.plugin.forum;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Person;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/**
 * Somebody who speaks in a session.
 *
 * @param role what they are in this session, else who they are
 * @param title who they were that year, where the record says so
 * @param inferred the source implies that they were there without stating it
 */
public record SpeakerView(String id, Text name, Text role, Optional<Text> title, boolean inferred, boolean synthetic) {

    public Ref ref() {
        return new Ref("person", id);
    }

    /** The session's speakers that may be shown, in the order of the record. */
    static List<SpeakerView> of(SessionLine session, Map<String, Person> people) {
        return session.speakers().stream()
                .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                .filter(Person::listed)
                .map(person -> new SpeakerView(
                        person.id(),
                        person.name(),
                        session.roleOf(person.id()).orElse(person.role()),
                        session.role(person.id()).flatMap(SessionLine.Role::title),
                        inferred(session, person),
                        person.synthetic()))
                .toList();
    }

    static boolean inferred(SessionLine session, Person person) {
        return session.role(person.id()).flatMap(SessionLine.Role::inferred).orElse(false)
                || person.attendanceInferred()
                || session.speakersInferred().orElse(false);
    }
}
