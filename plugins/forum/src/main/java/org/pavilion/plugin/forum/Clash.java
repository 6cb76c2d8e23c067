package org.pavilion.plugin.forum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Two sessions that cannot both take place: at the same time in the same place, or with the same
 * speaker. A session and the whole it is part of share both and do not clash.
 *
 * @param first the one that starts earlier
 * @param cause what they share
 * @param shared the person's id, or the place
 */
record Clash(SessionLine first, SessionLine second, Cause cause, String shared) {
    enum Cause {
        SPEAKER,
        PLACE
    }

    private static final Comparator<SessionLine> BY_START = Comparator.comparing(
                    (SessionLine line) -> line.startsAt().orElseThrow())
            .thenComparing(SessionLine::id);

    /** All clashes among the sessions, by start. */
    static List<Clash> among(List<SessionLine> sessions) {
        var sorted = sessions.stream()
                .filter(line -> line.timed() && !line.cancelled())
                .sorted(BY_START)
                .toList();
        var clashes = new ArrayList<Clash>();
        var on = new ArrayList<SessionLine>();
        for (var next : sorted) {
            on.removeIf(
                    line -> !line.endsAt().orElseThrow().isAfter(next.startsAt().orElseThrow()));
            on.forEach(line -> clashes.addAll(of(line, next)));
            on.add(next);
        }
        return List.copyOf(clashes);
    }

    /** What keeps a session from its hour beside the others. */
    static List<Clash> against(SessionLine session, List<SessionLine> others) {
        return others.stream()
                .filter(other -> !other.id().equals(session.id()) && overlap(session, other))
                .flatMap(other -> of(other, session).stream())
                .toList();
    }

    private static List<Clash> of(SessionLine first, SessionLine second) {
        if (related(first, second)) {
            return List.of();
        }
        var found = new ArrayList<Clash>();
        var busy = new HashSet<>(first.speakers());
        second.speakers().stream()
                .distinct()
                .filter(busy::contains)
                .forEach(person -> found.add(new Clash(first, second, Cause.SPEAKER, person)));
        first.spot()
                .filter(spot -> second.spot().equals(Optional.of(spot)))
                .ifPresent(spot -> found.add(new Clash(first, second, Cause.PLACE, spot)));
        return found;
    }

    private static boolean overlap(SessionLine one, SessionLine other) {
        return one.timed()
                && other.timed()
                && !one.cancelled()
                && !other.cancelled()
                && one.startsAt().orElseThrow().isBefore(other.endsAt().orElseThrow())
                && other.startsAt().orElseThrow().isBefore(one.endsAt().orElseThrow());
    }

    private static boolean related(SessionLine one, SessionLine other) {
        return one.partOf().equals(Optional.of(other.id())) || other.partOf().equals(Optional.of(one.id()));
    }

    boolean touches(String session) {
        return first.id().equals(session) || second.id().equals(session);
    }

    /** The other session than this one. */
    SessionLine other(String session) {
        return first.id().equals(session) ? second : first;
    }
}
