package org.pavilion.server.live.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Caller;
import org.pavilion.api.PersonalData;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.live.room.Feed;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.view.DeskLoad;
import org.pavilion.server.live.view.DutyView;
import org.pavilion.server.live.view.RoomCard;

/** Who looks after a room, what they tell whoever comes next, and what each has in hand. */
public final class Duty implements PersonalData {
    static final String PART = "duty";

    /** Nobody is on duty for longer without saying so again. */
    private static final Duration SHIFT = Duration.ofHours(12);

    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_ITEM = 160;

    private final Storage storage;
    private final RoomStore rooms;
    private final Identity identity;
    private final Feed feed;
    private final InstantSource clock;
    private final Claims claims;

    public Duty(Storage storage, RoomStore rooms, Identity identity, Feed feed, InstantSource clock) {
        this.storage = storage;
        this.rooms = rooms;
        this.identity = identity;
        this.feed = feed;
        this.clock = clock;
        this.claims = new Claims(clock);
    }

    /** What the desk shows to the reader. */
    public DutyView view(Caller reader, Ref room) {
        return storage.read(handle -> {
            rooms.require(handle, room);
            var people = people(handle, room);
            return new DutyView(
                    people.containsKey(reader.ref().toString()),
                    List.copyOf(people.values()),
                    handover(handle, room),
                    claims.of(room, reader.ref()));
        });
    }

    private Map<String, DutyView.OnDuty> people(Handle handle, Ref room) {
        var people = new java.util.LinkedHashMap<String, DutyView.OnDuty>();
        handle.createQuery("""
                        select person, name, since_at from live_duty where room = :room and since_at > :from
                        order by since_at, person""")
                .bind("room", room)
                .bind("from", clock.millis() - SHIFT.toMillis())
                .map((rs, context) -> Map.entry(
                        rs.getString("person"),
                        new DutyView.OnDuty(rs.getString("name"), Instant.ofEpochMilli(rs.getLong("since_at")))))
                .forEach(each -> people.put(each.getKey(), each.getValue()));
        return people;
    }

    private static Optional<DutyView.Handover> handover(Handle handle, Ref room) {
        return handle.createQuery("select note, name, at from live_handover where room = :room")
                .bind("room", room)
                .map((rs, context) -> new DutyView.Handover(
                        rs.getString("note"), rs.getString("name"), Instant.ofEpochMilli(rs.getLong("at"))))
                .findOne()
                .filter(note -> !note.note().isEmpty());
    }

    /** Comes on duty, or goes. */
    public DutyView onDuty(Caller who, Ref room, boolean on) {
        identity.require(who, LivePermissions.MODERATE, LivePermissions.in(room));
        storage.write((handle, journal) -> {
            rooms.changing(handle, rooms.require(handle, room));
            handle.execute(
                    "delete from live_duty where room = ? and person = ?",
                    room.toString(),
                    who.ref().toString());
            return on
                    ? handle.execute(
                            "insert into live_duty (room, person, name, since_at) values (?, ?, ?, ?)",
                            room.toString(),
                            who.ref().toString(),
                            name(handle, who),
                            clock.millis())
                    : 0;
        });
        feed.desk(room, PART);
        return view(who, room);
    }

    /** Leaves a note for whoever comes next; an empty one takes it away. */
    public DutyView handOver(Caller who, Ref room, String note) {
        identity.require(who, LivePermissions.MODERATE, LivePermissions.in(room));
        if (note.length() > LONGEST_NOTE) {
            throw Problem.invalid("/note", "at most " + LONGEST_NOTE + " characters");
        }
        storage.write((handle, journal) -> {
            rooms.changing(handle, rooms.require(handle, room));
            return handle.execute(
                    """
                    insert into live_handover (room, note, person, name, at) values (?, ?, ?, ?, ?)
                    on conflict (room) do update
                    set note = excluded.note, person = excluded.person, name = excluded.name, at = excluded.at""", room.toString(), note.strip(), who.ref().toString(), name(handle, who), clock.millis());
        });
        feed.desk(room, PART);
        return view(who, room);
    }

    /** Takes an item in hand for a minute, or puts it down. */
    public DutyView claim(Caller who, Ref room, String item, boolean on) {
        identity.require(who, LivePermissions.MODERATE, LivePermissions.in(room));
        if (item.length() > LONGEST_ITEM || !item.matches("(question|message):[A-Za-z0-9._-]+")) {
            throw Problem.invalid("/item", "question:id or message:id");
        }
        var name = storage.read(handle -> {
            rooms.require(handle, room);
            return name(handle, who);
        });
        if (on) {
            claims.take(room, item, who.ref(), name);
        } else if (!claims.release(room, item, who.ref())) {
            return view(who, room);
        }
        feed.desk(room, PART);
        return view(who, room);
    }

    /** What waits in each of the rooms. */
    public List<DeskLoad> loads(List<RoomCard> cards) {
        return storage.read(handle -> cards.stream()
                .map(card -> new DeskLoad(
                        card,
                        count(handle, "live_message where state = 'held' and room = :room", card),
                        count(handle, "live_question where state = 'queued' and room = :room", card),
                        count(handle, "live_report where settled_at is null and room = :room", card)))
                .toList());
    }

    private static int count(Handle handle, String what, RoomCard card) {
        return handle.createQuery("select count(*) from " + what)
                .bind("room", card.room())
                .mapTo(Integer.class)
                .one();
    }

    private String name(Handle handle, Caller who) {
        return identity.accounts().name(handle, who.ref()).orElse(who.ref().type());
    }

    @Override
    public Map<String, Object> export(Ref person) {
        return storage.read(handle -> {
            var kept = new LinkedHashMap<String, Object>();
            var duty = handle.createQuery("select room, since_at from live_duty where person = :person order by room")
                    .bind("person", person)
                    .map((rs, context) -> Map.of(
                            "room",
                            rs.getString("room"),
                            "since",
                            Instant.ofEpochMilli(rs.getLong("since_at")).toString()))
                    .list();
            if (!duty.isEmpty()) {
                kept.put("duty", duty);
            }
            var notes = handle.createQuery("select room, note from live_handover where person = :person order by room")
                    .bind("person", person)
                    .map((rs, context) -> Map.of("room", rs.getString("room"), "note", rs.getString("note")))
                    .list();
            if (!notes.isEmpty()) {
                kept.put("handover", notes);
            }
            return kept;
        });
    }

    @Override
    public void erase(Ref person) {
        storage.write((handle, journal) -> {
            handle.execute("delete from live_duty where person = ?", person.toString());
            return handle.execute("delete from live_handover where person = ?", person.toString());
        });
    }
}
