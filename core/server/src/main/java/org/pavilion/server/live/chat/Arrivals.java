package org.pavilion.server.live.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;

/**
 * Since when somebody is known: by their account, by what they said in this room, or by having come in.
 * Coming in is kept in memory; after a restart whoever never spoke is new again.
 */
final class Arrivals {
    private static final int MOST = 50_000;

    private final AuthorRows authors;
    private final Map<Arrival, Instant> came = new ConcurrentHashMap<>();

    Arrivals(AuthorRows authors) {
        this.authors = authors;
    }

    private record Arrival(Ref room, Ref who) {}

    /** Somebody listens in a room or looks at it. */
    void came(Ref room, Ref who, Instant now) {
        if (came.size() < MOST) {
            came.putIfAbsent(new Arrival(room, who), now);
        }
    }

    /** How long until they have been known for so long; empty when they have. */
    Optional<Duration> until(
            Handle handle, Ref room, Ref who, Optional<Instant> registered, Duration time, Instant now) {
        if (time.isZero()) {
            return Optional.empty();
        }
        var threshold = now.minus(time);
        if (registered.filter(at -> !at.isAfter(threshold)).isPresent()) {
            return Optional.empty();
        }
        var arrived = came.get(new Arrival(room, who));
        if (arrived != null && !arrived.isAfter(threshold)) {
            return Optional.empty();
        }
        var spoke = authors.firstOf(handle, room, who);
        if (spoke.filter(at -> !at.isAfter(threshold)).isPresent()) {
            return Optional.empty();
        }
        came(room, who, now);
        var since = arrived == null || spoke.filter(arrived::isAfter).isPresent() ? spoke.orElse(now) : arrived;
        return Optional.of(Duration.between(threshold, since));
    }
}
