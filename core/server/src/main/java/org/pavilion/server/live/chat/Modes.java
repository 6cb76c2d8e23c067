package org.pavilion.server.live.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;
import org.pavilion.api.Tasks;
import org.pavilion.server.live.room.Change;
import org.pavilion.server.live.room.RoomRow;
import org.pavilion.server.live.room.Wording;
import org.pavilion.server.live.view.ModesDraft;
import org.pavilion.server.live.view.RoomView;

/** How rooms talk, and lockdown, which lies over it for a while and leaves it as it is. */
public final class Modes {
    static final Duration LOCKDOWN = Duration.ofMinutes(15);
    /** The task that tells a room that its lockdown is over; its argument is the room. */
    static final String UNLOCK = "live-unlock";

    private static final int LONGEST_PAUSE = 3_600;

    private final ChatTools tools;
    private final ModeRows rows;
    private final Tasks tasks;
    private final List<String> reactions;

    Modes(ChatTools tools, ModeRows rows, Tasks tasks, List<String> reactions) {
        this.tools = tools;
        this.rows = rows;
        this.tasks = tasks;
        this.reactions = List.copyOf(reactions);
    }

    /** What holds now, lockdown included. */
    public RoomView.Modes view(Handle handle, RoomRow room) {
        var standing = rows.get(handle, room.id());
        boolean locked = standing.locked(Instant.now());
        var modes = standing.modes();
        return new RoomView.Modes(
                locked ? Math.max(room.slowSeconds(), Gate.LOCKED_SLOW) : room.slowSeconds(),
                modes.delaySeconds(),
                modes.membersOnly(),
                modes.establishedMinutes(),
                modes.emojiOnly(),
                modes.linksOff(),
                modes.audienceMuted(),
                modes.inRoomMuted(),
                modes.reportsHold(),
                standing.lockedUntil().filter(until -> locked),
                (int) Chat.EDIT_WINDOW.toSeconds(),
                Wording.LONGEST_MESSAGE,
                reactions,
                Chat.COLOURS,
                Marks.KINDS);
    }

    public RoomView.Modes set(Ref room, ModesDraft draft) {
        var offered = tools.rooms().offered(room);
        return tools.storage().write((handle, journal) -> {
            var row = tools.rooms().locked(handle, journal, room, offered);
            int slow = ChatModes.within(draft.slowSeconds(), row.slowSeconds(), LONGEST_PAUSE, "/slowSeconds");
            var before = rows.get(handle, room);
            rows.set(handle, room, new ModeRows.Standing(before.modes().with(draft), before.lockedUntil()));
            tools.rooms().rows().slow(handle, room, slow);
            journal.append(new Change.ModesChanged(room, slow));
            return view(handle, tools.rooms().stored(handle, room));
        });
    }

    /** Locks a room down, or for as long again; or lets it go. */
    public RoomView.Modes lockdown(Ref room, boolean on) {
        var offered = tools.rooms().offered(room);
        var modes = tools.storage().write((handle, journal) -> {
            var row = tools.rooms().locked(handle, journal, room, offered);
            var until = on ? Optional.of(journal.now().plus(LOCKDOWN)) : Optional.<Instant>empty();
            rows.set(handle, room, new ModeRows.Standing(rows.get(handle, room).modes(), until));
            until.ifPresent(end -> tasks.at(handle, UNLOCK, end, room.toString()));
            journal.append(new Change.LockdownChanged(room, on));
            return view(handle, row);
        });
        tell(room, modes);
        return modes;
    }

    /** The task: tells what holds now. */
    void unlocked(String target) {
        var room = Ref.of(target);
        tools.storage()
                .read(handle -> tools.rooms().rows().get(handle, room).map(row -> view(handle, row)))
                .ifPresent(modes -> tell(room, modes));
    }

    private void tell(Ref room, RoomView.Modes modes) {
        tools.feed().state(room, "modes", tools.json().text(modes));
        tools.desk(room);
    }
}
