package org.pavilion.server.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.pavilion.api.Ref;

/** Gathers visits between two flushes. */
final class Tallies {
    private final Clock clock;
    private Map<CountKey, Visits> gathered = new HashMap<>();

    Tallies(Clock clock) {
        this.clock = clock;
    }

    void add(CountKey key, Ref visitor) {
        var seen = new Visits.Seen(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), visitor.toString());
        synchronized (this) {
            gathered.computeIfAbsent(key, fresh -> new Visits()).add(seen);
        }
    }

    /**
     * Hands over what was gathered. The receiver removes from the map what it stored; the rest is
     * taken back, so that a failure loses nothing and counts nothing twice.
     */
    void drain(Consumer<Map<CountKey, Visits>> store) {
        Map<CountKey, Visits> taken;
        synchronized (this) {
            taken = gathered;
            gathered = new HashMap<>();
        }
        try {
            store.accept(taken);
        } finally {
            putBack(taken);
        }
    }

    private synchronized void putBack(Map<CountKey, Visits> left) {
        left.forEach((key, visits) ->
                gathered.computeIfAbsent(key, fresh -> new Visits()).add(visits));
    }
}
