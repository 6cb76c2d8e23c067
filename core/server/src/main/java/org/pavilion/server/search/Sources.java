package org.pavilion.server.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.pavilion.api.Envelope;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchSource;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;
import org.pavilion.server.event.Event;

/** Who provides which type now, and what else to read again at an event. */
final class Sources {
    /** A type and where its documents come from. */
    record Provided(String owner, String type, Text title, Set<String> facets, Storage storage, SearchSource source) {}

    private record Touch(String owner, String event, Function<Envelope<Record>, Set<Ref>> alsoChanged) {}

    /** The body given to a touch: events are told apart by type and subject. */
    private record Unread() {}

    private final Map<String, Provided> types = new ConcurrentHashMap<>();
    private final List<Touch> touches = new CopyOnWriteArrayList<>();

    void provide(Provided provided) {
        var other = types.putIfAbsent(provided.type(), provided);
        if (other != null) {
            throw new Problem(
                    "search.type-taken",
                    409,
                    "type " + provided.type() + " is provided by " + other.owner() + " already");
        }
    }

    void touch(String owner, String event, Function<Envelope<Record>, Set<Ref>> alsoChanged) {
        touches.add(new Touch(owner, event, alsoChanged));
    }

    void withdraw(String owner) {
        types.values().removeIf(provided -> provided.owner().equals(owner));
        touches.removeIf(touch -> touch.owner().equals(owner));
    }

    Optional<Provided> of(String type) {
        return Optional.ofNullable(types.get(type));
    }

    List<Provided> all() {
        return List.copyOf(types.values());
    }

    Set<String> types() {
        return new TreeSet<>(types.keySet());
    }

    /** Facet name → whether any type declares it. */
    Set<String> facets() {
        var facets = new TreeSet<String>();
        types.values().forEach(provided -> facets.addAll(provided.facets()));
        return facets;
    }

    Map<String, Text> titles() {
        var titles = new HashMap<String, Text>();
        types.values().forEach(provided -> titles.put(provided.type(), provided.title()));
        return titles;
    }

    /** The objects of an event that are to be read again. */
    List<Ref> touchedBy(Event event) {
        var touched = new ArrayList<Ref>();
        touched.add(event.subject());
        var envelope =
                new Envelope<Record>(event.seq(), event.id(), event.at(), event.actor(), event.subject(), new Unread());
        for (var touch : touches) {
            if (touch.event().equals(event.type())) {
                touched.addAll(touch.alsoChanged().apply(envelope));
            }
        }
        return touched;
    }
}
