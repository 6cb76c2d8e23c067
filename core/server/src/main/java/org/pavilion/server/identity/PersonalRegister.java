package org.pavilion.server.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
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
    private volatile Consumer<String> added = holder -> {};

    void add(String holder, PersonalData data) {
        synchronized (this) {
            holders.put(holder, data);
        }
        added.accept(holder);
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

    /** Has every holder erase and names each that did; those that fail are named too, and asked again later. */
    void erase(Ref person, Consumer<String> done) {
        var failed = new TreeSet<String>();
        holders().forEach((name, data) -> {
            try {
                data.erase(person);
                done.accept(name);
            } catch (RuntimeException e) {
                LOG.warn("{} could not erase what it keeps of {}", name, person, e);
                failed.add(name);
            }
        });
        if (!failed.isEmpty()) {
            throw new Problem(
                    "personal.not-erased", 503, "not everything could be erased yet: " + String.join(", ", failed));
        }
    }

    /** Has one holder erase; false when it is away. */
    boolean erase(Ref person, String holder) {
        var data = holders().get(holder);
        if (data == null) {
            return false;
        }
        data.erase(person);
        return true;
    }

    /** Who wants to hear of holders that come from now on. */
    void onAdded(Consumer<String> hearer) {
        added = hearer;
    }

    /** Has every holder hand over; those that fail are asked again, with all the others. */
    void merge(Ref from, Ref into) {
        var failed = new ArrayList<String>();
        holders().forEach((name, data) -> {
            try {
                data.merge(from, into);
            } catch (RuntimeException e) {
                LOG.warn("{} could not hand over what it keeps of {}", name, from, e);
                failed.add(name);
            }
        });
        if (!failed.isEmpty()) {
            throw new Problem("personal.not-merged", 503, "not everything went over yet: " + String.join(", ", failed));
        }
    }

    private synchronized Map<String, PersonalData> holders() {
        return new LinkedHashMap<>(holders);
    }
}
