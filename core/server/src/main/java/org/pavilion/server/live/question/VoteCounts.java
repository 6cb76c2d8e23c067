package org.pavilion.server.live.question;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.pavilion.api.Ref;
import org.pavilion.server.live.question.QuestionRows.Count;

/** The votes that changed lately in rooms that somebody watches; travels in the room's tick. */
final class VoteCounts {
    /** So long a count is told again; who joins later has asked for the questions by then. */
    private static final long TOLD_MS = 20_000;

    private final Map<Ref, Map<String, Told>> rooms = new ConcurrentHashMap<>();
    private final LongSupplier clock;

    VoteCounts(LongSupplier clock) {
        this.clock = clock;
    }

    private record Told(Count count, long atMs) {}

    /** Commits may come to be known in another order than they were made in: the later one counts. */
    void changed(Ref room, String id, Count count) {
        var told = new Told(count, clock.getAsLong());
        rooms.compute(room, (key, known) -> {
            var counts = known == null ? new HashMap<String, Told>() : known;
            counts.merge(
                    id,
                    told,
                    (old, fresh) -> old.count().changes() > fresh.count().changes() ? old : fresh);
            return counts;
        });
    }

    Map<String, Long> of(Ref room) {
        var now = clock.getAsLong();
        var votes = new TreeMap<String, Long>();
        rooms.computeIfPresent(room, (key, counts) -> {
            counts.values().removeIf(told -> now - told.atMs() > TOLD_MS);
            counts.forEach((id, told) -> votes.put(id, told.count().votes()));
            return counts.isEmpty() ? null : counts;
        });
        return votes;
    }
}
