package org.pavilion.server.live.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Caller;
import org.pavilion.api.Journal;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.live.room.Change;
import org.pavilion.server.live.room.RoomRow;
import org.pavilion.server.live.view.ChatDesk;
import org.pavilion.server.live.view.MessageView;

/**
 * What waits is shown or refused, by a moderator or by its time. Two moderators never judge the same
 * message: each decision compares the state it was made for.
 */
final class Moderation {
    static final Duration CLAIM = Duration.ofSeconds(60);

    private static final int AT_ONCE = 200;

    private final ChatTools tools;
    private final HeldRows held;
    private final MessageRows messages;
    private final Telling telling;

    Moderation(ChatTools tools, HeldRows held, MessageRows messages, Telling telling) {
        this.tools = tools;
        this.held = held;
        this.messages = messages;
        this.telling = telling;
    }

    private record Told(ChatDesk.Decided decided, List<Runnable> after) {}

    /** Shows a message that waits or was rejected; of one that is shown, it settles the reports. */
    ChatDesk.Decided approve(Caller by, Ref room, String id) {
        return run(room, (handle, journal) -> {
            var row = tools.rooms().changing(handle, tools.rooms().rows().locked(handle, room));
            var found = free(handle, by, room, id, journal.now());
            if (found.state().equals("visible") && Reports.settle(handle, id, journal.now()) > 0) {
                return new Told(new ChatDesk.Decided(id, "visible"), List.of());
            }
            if (!found.held() && !found.state().equals("rejected")) {
                throw conflict(found);
            }
            Reports.settle(handle, id, journal.now());
            journal.append(new Change.MessageApproved(room, id));
            return new Told(
                    new ChatDesk.Decided(id, "visible"),
                    show(handle, row, found.message(), by.ref().toString(), journal.now()));
        });
    }

    ChatDesk.Decided reject(Caller by, Ref room, String id) {
        return run(room, (handle, journal) -> {
            tools.rooms().changing(handle, tools.rooms().rows().locked(handle, room));
            var found = free(handle, by, room, id, journal.now());
            if (!found.held() || !held.reject(handle, id, by.ref().toString(), journal.now())) {
                throw conflict(found);
            }
            Reports.settle(handle, id, journal.now());
            journal.append(new Change.MessageRejected(room, id));
            return new Told(new ChatDesk.Decided(id, "rejected"), List.of());
        });
    }

    ChatDesk.Claim claim(Caller by, String name, Ref room, String id) {
        var until = tools.storage().write((handle, journal) -> {
            tools.rooms().changing(handle, tools.rooms().stored(handle, room));
            var found = found(handle, room, id);
            var end = journal.now().plus(CLAIM);
            if (!held.claim(handle, id, by.ref(), journal.now(), end)) {
                throw found.held() ? claimed() : conflict(found);
            }
            return end;
        });
        tools.desk(room);
        return new ChatDesk.Claim(name, true, until);
    }

    /** Takes a shown message out of sight until somebody decides. */
    void holdReported(Ref room, String id) {
        run(room, (handle, journal) -> {
            var row = tools.rooms().changing(handle, tools.rooms().rows().next(handle, room));
            if (messages.get(handle, room, id).isEmpty()) {
                throw new Problem("chat.gone", 409, "This message is not here any more");
            }
            var outcome = new Outcome("", Optional.of(Holds.REPORTS), Optional.empty(), 100);
            held.hold(handle, id, outcome, "held", journal.now());
            tools.rooms().rows().log(handle, row, journal.now(), Chat.DELETED, id, null);
            journal.append(new Change.MessageHeld(room, id));
            return new Told(
                    new ChatDesk.Decided(id, "held"), List.of(telling.gone(handle, row, new Chat.Deleted(id, "held"))));
        });
    }

    /** The task: shows what waited long enough, in the order in which it was said. */
    void release(String target) {
        var room = Ref.of(target);
        int lot;
        do {
            lot = releaseSome(room); // a write for each, so that none of them is long
        } while (lot == AT_ONCE);
        tools.desk(room);
    }

    private record Released(int lot, List<Runnable> told) {}

    private int releaseSome(Ref room) {
        var released = tools.storage().write((handle, journal) -> {
            var row = tools.rooms().rows().get(handle, room);
            if (row.isEmpty() || tools.rooms().over(handle, row.get())) {
                return new Released(0, List.of());
            }
            var told = new ArrayList<Runnable>();
            tools.rooms().rows().locked(handle, room);
            var due = held.due(handle, room, journal.now(), AT_ONCE);
            for (var each : due) {
                // What somebody said just before a sanction is not shown by itself.
                if (tools.speaks(room, each.message().author())) {
                    told.addAll(show(handle, row.get(), each.message(), null, journal.now()));
                } else {
                    held.keep(handle, each.message().id(), Holds.SANCTION);
                }
            }
            return new Released(due.size(), told);
        });
        released.told().forEach(Runnable::run);
        return released.lot();
    }

    private List<Runnable> show(Handle handle, RoomRow room, MessageRow message, @Nullable String by, Instant now) {
        var row = tools.rooms().rows().next(handle, room.id());
        if (!held.show(handle, message.id(), row.rev(), by, now)) {
            throw new Problem("message.state-conflict", 409, "Somebody else decided this at this moment");
        }
        tools.rooms().rows().log(handle, row, now, Chat.SHOWN, message.id(), null);
        MessageView view =
                telling.view(messages.get(handle, room.id(), message.id()).orElseThrow(), "visible", Map.of());
        return List.of(telling.back(handle, room.id()), () -> telling.shown(room.id(), view));
    }

    private interface Act {
        Told on(Handle handle, Journal journal);
    }

    private ChatDesk.Decided run(Ref room, Act act) {
        var told = tools.storage().write(act::on);
        told.after().forEach(Runnable::run);
        tools.desk(room);
        return told.decided();
    }

    private HeldRows.Any found(Handle handle, Ref room, String id) {
        return held.get(handle, room, id).orElseThrow(() -> Problem.notFound("this message"));
    }

    private HeldRows.Any free(Handle handle, Caller by, Ref room, String id, Instant now) {
        var found = found(handle, room, id);
        if (found.held() && found.taken(by.ref(), now)) {
            throw claimed();
        }
        return found;
    }

    private static Problem claimed() {
        return new Problem("message.claimed", 409, "Somebody else looks at this one now");
    }

    private static Problem conflict(HeldRows.Any found) {
        return new Problem("message.state-conflict", 409, "It is " + found.state() + " already");
    }
}
