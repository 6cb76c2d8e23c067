package org.pavilion.server.plugin;

import java.util.Map;
import org.pavilion.api.PersonalData;
import org.pavilion.api.Ref;

/** What a plugin keeps about people, asked inside the plugin. */
record HostedPersonalData(PersonalData data, Doorway doorway) implements PersonalData {
    @Override
    public Map<String, Object> export(Ref person) {
        return doorway.within(() -> data.export(person));
    }

    @Override
    public void merge(Ref from, Ref into) {
        doorway.<Boolean, RuntimeException>asPlugin(() -> {
            data.merge(from, into);
            return true;
        });
    }

    @Override
    public void erase(Ref person) {
        doorway.<Boolean, RuntimeException>asPlugin(() -> {
            data.erase(person);
            return true;
        });
    }
}
