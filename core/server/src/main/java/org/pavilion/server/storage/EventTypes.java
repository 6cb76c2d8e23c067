package org.pavilion.server.storage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;

/**
 * The event names one owner may append, by record type: its own, and those of the core, whose
 * features may be asked to act inside a plugin's write.
 */
final class EventTypes {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+\\.v[1-9][0-9]*");

    private final String owner;
    private final Map<Class<?>, String> names = new ConcurrentHashMap<>();
    private final @Nullable EventTypes core;
    private volatile EventGuard guard = EventGuard.NONE;

    /** {@code core} is null for the core itself. */
    EventTypes(String owner, @Nullable EventTypes core) {
        this.owner = owner;
        this.core = core;
    }

    void register(String name, Class<? extends Record> type) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("an event is named prefix.what-happened.v1, not " + name);
        }
        if (names.containsValue(name) && !name.equals(names.get(type))) {
            throw new IllegalArgumentException(name + " is published by another record already");
        }
        names.put(type, name);
    }

    String nameOf(DomainEvent event) {
        var name = names.get(event.getClass());
        if (name == null && core != null) {
            name = core.names.get(event.getClass());
        }
        if (name == null) {
            throw new Problem(
                    "plugin.undeclared",
                    500,
                    owner + " appends " + event.getClass().getSimpleName() + " without having declared it");
        }
        return name;
    }

    /** Asked before every event of every owner; set once, on the core's. */
    void guard(EventGuard asked) {
        guard = asked;
    }

    void check(String type, Ref subject, String body) {
        (core == null ? this : core).guard.check(type, subject, body);
    }

    void within(String edition) {
        (core == null ? this : core).guard.within(edition);
    }

    /** Forgets the owner's classes. The core's stay: all its mounts share them, and they are the house's own. */
    void clear() {
        if (core != null) {
            names.clear();
        }
    }
}
