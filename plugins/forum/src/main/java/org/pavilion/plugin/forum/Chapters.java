package org.pavilion.plugin.forum;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.RoomSpec;

/** The chapters of a session's recording: those it was planned with, and the blocks that were run, when they were. */
final class Chapters {
    private Chapters() {}

    static List<RoomSpec.Chapter> of(Handle h, SessionLine line) {
        var begun = new HashMap<String, Integer>();
        h.createQuery("select block, media_second from forum_block_run where session = :session")
                .bind("session", line.id())
                .map((rs, context) -> begun.put(rs.getString(1), rs.getInt(2)))
                .list();
        var all = new ArrayList<>(line.chapters());
        for (int i = 0; i < line.agenda().size(); i++) {
            var plan = line.agenda().get(i);
            var second = begun.get(Ceremonies.id(plan, i));
            if (second != null) {
                all.add(new SessionLine.Chapter(second, plan.title().orElseGet(() -> Terms.of(plan.block()))));
            }
        }
        return all.stream()
                .sorted(Comparator.comparingInt(SessionLine.Chapter::second))
                .map(part -> new RoomSpec.Chapter(Duration.ofSeconds(part.second()), part.title()))
                .toList();
    }

    /** The second of the recording at an instant: since the room went live, else since the planned start. */
    static int second(Handle h, SessionLine line, Instant at) {
        var start = Standing.liveSince(h, line.id()).or(line::startsAt).orElse(at);
        return Math.clamp(Duration.between(start, at).toSeconds(), 0, Integer.MAX_VALUE);
    }
}
