package org.pavilion.server.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Ref;

/**
 * A list of people who were invited at once, and what came of each.
 *
 * @param undone when it was taken back, as far as that was possible
 */
public record Roster(String id, Instant at, Ref by, Optional<Instant> undone, List<Row> rows) {
    /** What came of a line. */
    public enum Outcome {
        INVITED,
        GRANTED,
        SAME,
        /** Was at fault, or became so while the others were invited. */
        LEFT_OUT,
        /** Taken back: the invitation that nobody accepted, or the role. */
        WITHDRAWN,
        /** Not taken back: somebody accepted, or gave the role anew. */
        KEPT
    }

    public record Row(int line, Optional<Ref> account, Optional<String> grant, Outcome outcome) {}

    public long count(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    /** Whether anything of it can be taken back. */
    public boolean undoes() {
        return undone.isEmpty() && count(Outcome.INVITED) + count(Outcome.GRANTED) > 0;
    }
}
