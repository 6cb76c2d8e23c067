package org.pavilion.plugin.forum;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Envelope;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Ref;

/**
 * Where sessions stand at an instant: as their rooms say, and by the plan where no room ever said
 * anything.
 *
 * @param rooms the phase of each session's room that has moved
 */
record Standing(Map<String, SessionLine.Phase> rooms, Instant now) {
    /** What {@code live.phase-changed.v1} says. */
    record Moved(Ref subject, String phase) {}

    Standing {
        rooms = Map.copyOf(rooms);
    }

    /** By the plan alone. */
    static Standing planned(Instant now) {
        return new Standing(Map.of(), now);
    }

    static Standing read(Handle h, Instant now) {
        var rooms = new HashMap<String, SessionLine.Phase>();
        h.createQuery("select session, phase from forum_standing")
                .map((rs, context) -> Map.entry(rs.getString(1), rs.getString(2)))
                .forEach(each -> phase(each.getValue()).ifPresent(phase -> rooms.put(each.getKey(), phase)));
        return new Standing(rooms, now);
    }

    /** A room that waits says nothing of a session that its organiser may yet move. */
    private static Optional<SessionLine.Phase> phase(String room) {
        return switch (room) {
            case "live", "paused" -> Optional.of(SessionLine.Phase.LIVE);
            case "afterglow", "replay", "archived" -> Optional.of(SessionLine.Phase.FINISHED);
            default -> Optional.empty();
        };
    }

    Optional<SessionLine.Phase> of(SessionLine line) {
        var plan = line.phase(now);
        var room = Optional.ofNullable(rooms.get(line.id()));
        // A session that was moved into the future is not over, whatever its room saw.
        boolean ahead = plan.equals(Optional.of(SessionLine.Phase.NEXT))
                && room.equals(Optional.of(SessionLine.Phase.FINISHED));
        return line.cancelled() || ahead ? plan : room.or(() -> plan);
    }

    static Optional<Instant> liveSince(Handle h, String session) {
        return h.createQuery(
                        "select live_since from forum_standing where session = :session and live_since is not null")
                .bind("session", session)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /** Keeps what the rooms of sessions say. */
    static void follow(PluginContext context) {
        context.events().on("live.phase-changed.v1", Moved.class, event -> {
            if (event.subject().type().equals("session")) {
                keep(context, event);
            }
        });
    }

    private static void keep(PluginContext context, Envelope<Moved> event) {
        var phase = event.event().phase();
        context.storage().write((h, journal) -> {
            h.createUpdate("insert into forum_standing(session, phase, since, live_since)"
                            + " values (:session, :phase, :at, :live)"
                            + " on conflict (session) do update set phase = excluded.phase, since = excluded.since,"
                            + " live_since = coalesce(forum_standing.live_since, excluded.live_since)")
                    .bind("session", event.subject().id())
                    .bind("phase", phase)
                    .bind("at", event.at().toEpochMilli())
                    .bind("live", phase.equals("live") ? event.at().toEpochMilli() : null)
                    .execute();
            return journal.append(new SessionStood(event.subject(), phase));
        });
    }
}
