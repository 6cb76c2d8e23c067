package org.pavilion.server.live.chat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Caller;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.RoomSpec;
import org.pavilion.server.live.room.Clockwork;

/** Emoji with which people answer a message: one of a kind from each person, counted, told with the tick. */
final class Marks {
    static final List<String> KINDS = List.of("👍", "❤️", "😂", "😮", "😢", "🎉", "🔥", "👀");

    /** Messages whose counts are told to everybody; older ones are read with the history. */
    private static final int TOLD = 20;

    private final ChatTools tools;
    private final MessageRows messages;
    private final Map<Ref, Map<String, Map<String, Integer>>> changed = new ConcurrentHashMap<>();

    Marks(ChatTools tools, MessageRows messages) {
        this.tools = tools;
        this.messages = messages;
    }

    private record Count(String message, String kind, int n) {}

    /** Puts the caller's emoji on a message or takes it back; returns its counts. */
    Map<String, Integer> mark(Caller caller, Ref room, String id, String kind, boolean on) {
        if (!KINDS.contains(kind)) {
            throw Problem.invalid("/kind", "one of " + String.join(" ", KINDS) + " is required");
        }
        var counts = tools.storage().write((handle, journal) -> {
            var row = tools.rooms().changing(handle, tools.rooms().stored(handle, room));
            if (!Clockwork.talks(row.phaseNow()) || !tools.rooms().spec(row).has(RoomSpec.Module.CHAT)) {
                throw new Problem("chat.closed", 409, "The room is " + row.phase() + " now");
            }
            if (messages.get(handle, room, id).isEmpty()) {
                throw new Problem("chat.gone", 409, "This message is not here any more");
            }
            if (on) {
                handle.execute(
                        """
                        insert into live_mark(message, person, kind, room, at) values (?, ?, ?, ?, ?)
                        on conflict (message, person, kind) do nothing""",
                        id,
                        caller.ref().toString(),
                        kind,
                        room.toString(),
                        journal.now().toEpochMilli());
            } else {
                handle.execute(
                        "delete from live_mark where message = ? and person = ? and kind = ?",
                        id,
                        caller.ref().toString(),
                        kind);
            }
            return all(handle, room, List.of(id)).getOrDefault(id, Map.of());
        });
        changed.compute(room, (key, before) -> {
            var now = new LinkedHashMap<String, Map<String, Integer>>(before == null ? Map.of() : before);
            now.remove(id);
            now.put(id, counts);
            while (now.size() > TOLD) {
                now.remove(now.keySet().iterator().next());
            }
            return now;
        });
        return counts;
    }

    /** Counts by kind of those messages that have any. */
    Map<String, Map<String, Integer>> all(Handle handle, Ref room, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var all = new LinkedHashMap<String, Map<String, Integer>>();
        handle.createQuery("""
                        select message, kind, count(*) as n from live_mark
                        where room = :room and message in (<ids>) group by message, kind order by message, min(at), kind""")
                .bind("room", room)
                .bindList("ids", new ArrayList<>(ids))
                .map((row, context) -> new Count(row.getString("message"), row.getString("kind"), row.getInt("n")))
                .forEach(each -> all.computeIfAbsent(each.message(), key -> new LinkedHashMap<>())
                        .put(each.kind(), each.n()));
        return all;
    }

    /** The caller's own, by message. */
    Map<String, List<String>> own(Handle handle, Ref room, Ref who) {
        var own = new LinkedHashMap<String, List<String>>();
        handle.createQuery("select message, kind from live_mark where room = :room and person = :who order by at, kind")
                .bind("room", room)
                .bind("who", who)
                .map((row, context) -> new Count(row.getString("message"), row.getString("kind"), 1))
                .forEach(each -> own.computeIfAbsent(each.message(), key -> new ArrayList<>())
                        .add(each.kind()));
        return own;
    }

    /** What changed last; for the tick. */
    Map<String, Map<String, Integer>> latest(Ref room) {
        return changed.getOrDefault(room, Map.of());
    }
}
