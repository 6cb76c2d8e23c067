package org.pavilion.server.live.question;

import java.time.Instant;
import java.util.Map;
import org.pavilion.api.PersonalData;
import org.pavilion.api.Ref;

/** What people asked in rooms. */
public record AskedByPeople(Questions questions) implements PersonalData {

    /** One question as its author takes it along. */
    record Asked(Ref room, Instant at, String as, boolean anonymous, String text, String state, long votes) {}

    @Override
    public Map<String, Object> export(Ref person) {
        var asked = questions.storage().read(handle -> questions.rows().by(handle, person)).stream()
                .map(row -> new Asked(
                        row.room(), row.at(), row.name(), row.anonymous(), row.text(), row.state(), row.votes()))
                .toList();
        return asked.isEmpty() ? Map.of() : Map.of("questions", asked);
    }

    @Override
    public void erase(Ref person) {
        questions.erase(person);
    }
}
