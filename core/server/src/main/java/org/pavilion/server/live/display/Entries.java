package org.pavilion.server.live.display;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Caller;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Room.Phase;
import org.pavilion.api.Storage;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Passes;
import org.pavilion.server.identity.Session;
import org.pavilion.server.live.room.Feed;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.view.EntryView;
import org.pavilion.server.settings.Limit;

/** The way into a hall: the code on its wall lets people without account ask and vote in that one room. */
public final class Entries {
    private static final Duration AFTER = Duration.ofHours(1);
    private static final Duration LONG = Duration.ofHours(12);
    private static final int WALL = 6;
    private static final int INVITE = 10;
    private static final int MOST_INVITES = 500;

    private final Storage storage;
    private final RoomStore rooms;
    private final Identity identity;
    private final Feed feed;
    private final InstantSource clock;

    public Entries(Storage storage, RoomStore rooms, Identity identity, Feed feed, InstantSource clock) {
        this.storage = storage;
        this.rooms = rooms;
        this.identity = identity;
        this.feed = feed;
        this.clock = clock;
    }

    /** The room's code, made when it is asked for first. */
    public String code(Ref room) {
        var there = storage.read(handle -> wall(handle, room));
        return there.orElseGet(() -> storage.write((handle, journal) ->
                wall(handle, room).orElseGet(() -> add(handle, room, WALL, false, new Ref("system", "live")))));
    }

    /** What the desk shows of the way in. */
    public EntryView view(Ref room, String site) {
        var code = code(room);
        var address = site + "/in/" + code;
        long open = storage.read(handle -> handle.createQuery(
                        "select count(*) from live_entry where room = :room and single = 1 and used_at is null")
                .bind("room", room)
                .mapTo(Long.class)
                .one());
        return new EntryView(code, address, QrCode.of(address).svg(), open);
    }

    /** Another code for the room: the one before leads nowhere from now on. Who came in stays. */
    public void rotate(Caller by, Ref room) {
        identity.require(by, LivePermissions.DISPLAY, LivePermissions.in(room));
        storage.write((handle, journal) -> {
            rooms.changing(handle, rooms.require(handle, room));
            handle.execute("delete from live_entry where room = ? and single = 0", room.toString());
            add(handle, room, WALL, false, by.ref());
            return journal.append(new DisplayChange.EntryChanged(room));
        });
        feed.desk(room, "room");
    }

    /** Codes that let in one person each, e.g. printed on seats. */
    public List<String> invite(Caller by, Ref room, int count) {
        identity.require(by, LivePermissions.DISPLAY, LivePermissions.in(room));
        if (count < 1 || count > MOST_INVITES) {
            throw Problem.invalid("/count", "1 to " + MOST_INVITES);
        }
        return storage.write((handle, journal) -> {
            rooms.changing(handle, rooms.require(handle, room));
            var codes = new ArrayList<String>();
            for (int i = 0; i < count; i++) {
                codes.add(add(handle, room, INVITE, true, by.ref()));
            }
            journal.append(new DisplayChange.Invited(room, count));
            return codes;
        });
    }

    /** Where a code leads; empty for one that leads nowhere (any more). */
    public Optional<Ref> room(String typed) {
        return storage.read(handle -> entry(handle, typed)).map(Entry::room);
    }

    private record Entry(Ref room, boolean single) {}

    private static Optional<Entry> entry(Handle handle, String typed) {
        return handle.createQuery("select room, single from live_entry where code = :code and used_at is null")
                .bind("code", Codes.typed(typed))
                .map((rs, context) -> new Entry(Ref.of(rs.getString("room")), rs.getInt("single") == 1))
                .findOne();
    }

    /** Lets somebody in: {@code entry.closed} when the room is over, not found for an unknown code. */
    public Session enter(String typed, Caller who, String address, Optional<String> previous) {
        identity.rates().take(Limit.ENTRY, who, address);
        var room = room(typed).orElseThrow(Entries::unknown);
        var scope = identity.scope(LivePermissions.in(room));
        return storage.write((handle, journal) -> {
            var entry = entry(handle, typed)
                    .filter(each -> each.room().equals(room))
                    .orElseThrow(Entries::unknown);
            if (entry.single() && !spend(handle, typed)) {
                throw unknown();
            }
            return identity.passes()
                    .issue(handle, journal, Passes.IN_ROOM, scope, until(handle, room), previous)
                    .session();
        });
    }

    private boolean spend(Handle handle, String typed) {
        return handle.execute(
                        "update live_entry set used_at = ? where code = ? and used_at is null",
                        clock.millis(),
                        Codes.typed(typed))
                == 1;
    }

    private static Problem unknown() {
        return Problem.notFound("this code");
    }

    private Instant until(Handle handle, Ref room) {
        var there = rooms.changing(handle, rooms.require(handle, room));
        if (there.phaseNow() == Phase.REPLAY || there.phaseNow() == Phase.ARCHIVED) {
            throw new Problem("entry.closed", 409, "This session is over");
        }
        var now = clock.instant();
        return there.endAt()
                .map(end -> end.isAfter(now) ? end.plus(AFTER) : now.plus(AFTER))
                .orElseGet(() -> now.plus(LONG));
    }

    private static Optional<String> wall(Handle handle, Ref room) {
        return handle.createQuery("select code from live_entry where room = :room and single = 0")
                .bind("room", room)
                .mapTo(String.class)
                .findFirst();
    }

    private String add(Handle handle, Ref room, int length, boolean single, Ref by) {
        while (true) {
            var code = Codes.random(length);
            int made = handle.execute("""
                    insert into live_entry (code, room, single, issued_by, issued_at) values (?, ?, ?, ?, ?)
                    on conflict (code) do nothing""", code, room.toString(), single ? 1 : 0, by.toString(), clock.millis());
            if (made == 1) {
                return code;
            }
        }
    }
}
