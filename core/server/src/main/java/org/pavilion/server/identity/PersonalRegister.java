package org.pavilion.server.identity;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pavilion.api.PersonalData;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who keeps rows of people. Each holder answers for its own; one that fails keeps nobody else from
 * exporting or erasing.
 */
final class PersonalRegister {
    private static final Logger LOG = LoggerFactory.getLogger(PersonalRegister.class);

    private final Map<String, PersonalData> holders = new TreeMap<>();

    synchronized void add(String holder, PersonalData data) {
        holders.put(holder, data);
    }

    /** Forgets the owner's holders: {@code owner} and {@code owner/…}. */
    synchronized void withdraw(String owner) {
        holders.keySet().removeIf(name -> name.equals(owner) || name.startsWith(owner + "/"));
    }

    Map<String, Map<String, Object>> export(Ref person) {
        var all = new LinkedHashMap<String, Map<String, Object>>();
        holders().forEach((name, data) -> {
            var kept = data.export(person);
            if (!kept.isEmpty()) {
                all.put(name, kept);
            }
        });
        return all;
    }

    /** Has every holder erase; those that fail are named, and the whole is to be done again. */
    void erase(Ref person) {
        var failed = new HashMap<String, RuntimeException>();
        holders().forEach((name, data) -> {
            try {
                data.erase(person);
            } catch (RuntimeException e) {
                LOG.warn("{} could not erase what it keeps of {}", name, person, e);
                failed.put(name, e);
            }
        });
        if (!failed.isEmpty()) {
            throw new Problem(
                    "personal.not-erased",
                    503,
                    "not everything could be erased yet: " + String.join(", ", List.copyOf(failed.keySet())));
        }
    }

    private synchronized Map<String, PersonalData> holders() {
        return new LinkedHashMap<>(holders);
    }
}
