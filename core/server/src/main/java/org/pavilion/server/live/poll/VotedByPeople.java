package org.pavilion.server.live.poll;

import java.util.Map;
import org.pavilion.api.PersonalData;
import org.pavilion.api.Ref;

/** What people voted in polls. */
public record VotedByPeople(Polls polls) implements PersonalData {
    @Override
    public Map<String, Object> export(Ref person) {
        var all = polls.by(person);
        return all.isEmpty() ? Map.of() : Map.of("ballots", all);
    }

    @Override
    public void erase(Ref person) {
        polls.erase(person);
    }
}
