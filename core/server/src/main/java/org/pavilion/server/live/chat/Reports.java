package org.pavilion.server.live.chat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Caller;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;

/** What people report: one report from each person about a message, counted until somebody has looked. */
final class Reports {
    static final Set<String> REASONS = Set.of("spam", "abuse", "private", "other");

    private static final int SHOWN = 50;

    private final ChatTools tools;
    private final MessageRows messages;
    private final ModeRows modes;
    private final Moderation moderation;

    Reports(ChatTools tools, MessageRows messages, ModeRows modes, Moderation moderation) {
        this.tools = tools;
        this.messages = messages;
        this.modes = modes;
        this.moderation = moderation;
    }

    /** Reports about one message that nobody has looked at. */
    record Open(String message, int count, List<String> reasons, Instant at) {}

    void report(Caller caller, Ref room, String id, String reason) {
        if (!REASONS.contains(reason)) {
            throw Problem.invalid("/reason", "spam, abuse, private or other");
        }
        boolean enough = tools.storage().write((handle, journal) -> {
            tools.rooms().changing(handle, tools.rooms().stored(handle, room));
            var message = messages.get(handle, room, id)
                    .orElseThrow(() -> new Problem("chat.gone", 409, "This message is not here any more"));
            if (message.author().equals(caller.ref())) {
                throw new Problem("chat.own", 409, "This is your own message; take it back instead");
            }
            handle.execute(
                    """
                    insert into live_report(message, reporter, room, reason, at) values (?, ?, ?, ?, ?)
                    on conflict (message, reporter) do nothing""",
                    id,
                    caller.ref().toString(),
                    room.toString(),
                    reason,
                    journal.now().toEpochMilli());
            int needed = modes.get(handle, room).modes().reportsHold();
            return needed > 0 && count(handle, id) >= needed;
        });
        if (enough) {
            moderation.holdReported(room, id);
        } else {
            tools.desk(room);
        }
    }

    static int count(Handle handle, String id) {
        return handle.createQuery("select count(*) from live_report where message = :id and settled_at is null")
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
    }

    /** What was reported in the room and nobody has looked at, the most reported first. */
    static List<Open> open(Handle handle, Ref room) {
        return handle
                .createQuery("""
                        select message, count(*) as n, max(at) as latest from live_report
                        where room = :room and settled_at is null
                        group by message order by count(*) desc, max(at) desc limit :limit""")
                .bind("room", room)
                .bind("limit", SHOWN)
                .map((row, context) -> new Open(
                        row.getString("message"),
                        row.getInt("n"),
                        List.of(),
                        Instant.ofEpochMilli(row.getLong("latest"))))
                .list()
                .stream()
                .map(each -> new Open(each.message(), each.count(), reasons(handle, each.message()), each.at()))
                .toList();
    }

    private static List<String> reasons(Handle handle, String message) {
        return handle.createQuery("""
                        select distinct reason from live_report
                        where message = :message and settled_at is null order by reason""")
                .bind("message", message)
                .mapTo(String.class)
                .list();
    }

    /** Somebody has looked; returns how many reports there were. */
    static int settle(Handle handle, String id, Instant now) {
        return handle.execute(
                "update live_report set settled_at = ? where message = ? and settled_at is null",
                now.toEpochMilli(),
                id);
    }
}
