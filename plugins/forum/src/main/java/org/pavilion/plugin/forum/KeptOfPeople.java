package org.pavilion.plugin.forum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pavilion.api.PersonalData;
import org.pavilion.api.Ref;

/** Everything the board keeps of people: seats and signatures. */
record KeptOfPeople(List<PersonalData> parts) implements PersonalData {
    @Override
    public Map<String, Object> export(Ref person) {
        var all = new HashMap<String, Object>();
        parts.forEach(part -> all.putAll(part.export(person)));
        return all;
    }

    @Override
    public void erase(Ref person) {
        parts.forEach(part -> part.erase(person));
    }

    @Override
    public void merge(Ref from, Ref into) {
        parts.forEach(part -> part.merge(from, into));
    }
}
