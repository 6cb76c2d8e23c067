package org.pavilion.server.live.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Room.Phase;

/** The SQL of rooms and of their log. Every write takes the room's next rev first, and with it its row lock. */
public final class RoomRows {
    private static final String COLUMNS = "id, spec, phase, phase_at, start_at, end_at, slow_seconds, rev";

    public Optional<RoomRow> get(Handle handle, Ref room) {
        return handle.createQuery("select " + COLUMNS + " from live_room where id = :id")
                .bind("id", room)
                .mapTo(RoomRow.class)
                .findOne();
    }

    /** Rooms with a stream or a schedule that are not archived. */
    public List<RoomRow> open(Handle handle) {
        return handle.createQuery("select " + COLUMNS
                        + " from live_room where phase <> 'archived' and start_at is not null order by start_at, id")
                .mapTo(RoomRow.class)
                .list();
    }

    public List<RoomRow> all(Handle handle) {
        return handle.createQuery("select " + COLUMNS + " from live_room")
                .mapTo(RoomRow.class)
                .list();
    }

    /** Makes the room unless somebody else was faster. */
    public boolean insert(Handle handle, RoomRow room, Instant now) {
        return handle.createUpdate("""
                        insert into live_room(id, spec, phase, phase_at, start_at, end_at, slow_seconds, rev, created_at)
                        values (:id, :spec, :phase, :at, :start, :end, :slow, 0, :now) on conflict (id) do nothing""")
                        .bind("id", room.id())
                        .bind("spec", room.spec())
                        .bind("phase", room.phase())
                        .bind("at", room.phaseAt())
                        .bind("start", millis(room.startAt()))
                        .bind("end", millis(room.endAt()))
                        .bind("slow", room.slowSeconds())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    public void describe(Handle handle, RoomRow room) {
        handle.createUpdate("update live_room set spec = :spec, start_at = :start, end_at = :end where id = :id")
                .bind("id", room.id())
                .bind("spec", room.spec())
                .bind("start", millis(room.startAt()))
                .bind("end", millis(room.endAt()))
                .execute();
    }

    public void slow(Handle handle, Ref room, int seconds) {
        handle.execute("update live_room set slow_seconds = ? where id = ?", seconds, room.toString());
    }

    /** The room with its next rev; nobody else writes to it before this write ends. */
    public RoomRow next(Handle handle, Ref room) {
        return handle.createQuery("update live_room set rev = rev + 1 where id = :id returning " + COLUMNS)
                .bind("id", room)
                .mapTo(RoomRow.class)
                .findOne()
                .orElseThrow(() -> Problem.notFound("this room"));
    }

    /** The room as it stands; nobody else writes to it before this write ends. */
    public RoomRow locked(Handle handle, Ref room) {
        return handle.createQuery("update live_room set rev = rev where id = :id returning " + COLUMNS)
                .bind("id", room)
                .mapTo(RoomRow.class)
                .findOne()
                .orElseThrow(() -> Problem.notFound("this room"));
    }

    /** Moves the room on; empty when it stood elsewhere by then. */
    public Optional<RoomRow> move(Handle handle, RoomRow from, Phase to, Instant at) {
        return handle.createQuery("""
                        update live_room set phase = :to, phase_at = :at, rev = rev + 1
                        where id = :id and phase = :from returning\s""" + COLUMNS)
                .bind("id", from.id())
                .bind("from", from.phase())
                .bind("to", RoomRow.word(to))
                .bind("at", at)
                .mapTo(RoomRow.class)
                .findOne();
    }

    /** Notes in the room's log what happened at its rev. */
    public void log(
            Handle handle, RoomRow room, Instant at, String name, @Nullable String message, @Nullable String body) {
        handle.createUpdate("""
                        insert into live_change(room, rev, at, name, message, body)
                        values (:room, :rev, :at, :name, :message, :body)""")
                .bind("room", room.id())
                .bind("rev", room.rev())
                .bind("at", at)
                .bind("name", name)
                .bind("message", message)
                .bind("body", body)
                .execute();
    }

    private static @Nullable Long millis(Optional<Instant> at) {
        return at.map(Instant::toEpochMilli).orElse(null);
    }
}
