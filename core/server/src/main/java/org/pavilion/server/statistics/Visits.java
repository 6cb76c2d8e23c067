package org.pavilion.server.statistics;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** What was gathered for one counter since the last flush: calls, and who they came from on which day. */
final class Visits {
    private long calls;
    private final Set<Seen> seen = new HashSet<>();

    /** A visitor on a day (UTC). */
    record Seen(LocalDate day, String visitor) {}

    void add(Seen visitor) {
        calls++;
        seen.add(visitor);
    }

    void add(Visits other) {
        calls += other.calls;
        seen.addAll(other.seen);
    }

    long calls() {
        return calls;
    }

    Set<Seen> seen() {
        return seen;
    }
}
