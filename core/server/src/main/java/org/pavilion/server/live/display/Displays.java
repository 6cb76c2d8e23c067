package org.pavilion.server.live.display;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Caller;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Passes;
import org.pavilion.server.identity.Session;
import org.pavilion.server.live.room.Feed;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.room.RoomRow;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.view.DisplayList;
import org.pavilion.server.live.view.PairingView;
import org.pavilion.server.settings.Limit;

/** The screens of rooms: let in by a code, seen and sent away by the room's moderators. */
public final class Displays {
    /** What a screen may show. */
    public static final Set<String> VIEWS = Set.of("projector", "lower-third", "kiosk");

    /** How long a screen stays after the session. */
    private static final Duration AFTER = Duration.ofHours(1);

    /** How long where nothing says when the session ends. */
    private static final Duration LONG = Duration.ofHours(12);

    private static final int LONGEST_LABEL = 60;
    private static final int MOST = 200;

    private final Storage storage;
    private final RoomStore rooms;
    private final Identity identity;
    private final Feed feed;
    private final InstantSource clock;
    private final Pairings pairings;

    public Displays(Storage storage, RoomStore rooms, Identity identity, Feed feed, InstantSource clock) {
        this.storage = storage;
        this.rooms = rooms;
        this.identity = identity;
        this.feed = feed;
        this.clock = clock;
        this.pairings = new Pairings(clock);
    }

    /** A screen and the session that its browser carries from now on. */
    public record Paired(Session session, Ref room, String view) {}

    /** A screen asks for a code to show. */
    public PairingView begin(String view, String place) {
        return pairings.begin(known(view), label(place));
    }

    /** Lets the screen that shows the code see one view of the room. */
    public void accept(Caller by, Ref room, String code, Optional<String> view, Optional<String> label) {
        identity.require(by, LivePermissions.DISPLAY, LivePermissions.in(room));
        identity.rates().own(Limit.PAIRING, by, room);
        storage.read(handle -> rooms.changing(handle, rooms.require(handle, room)));
        pairings.accept(code, room, view.map(Displays::known), label.map(Displays::label), by.ref());
    }

    /** Whether the screen with the secret still has to wait. */
    public boolean waits(String secret) {
        return pairings.waits(secret);
    }

    /** Gives the screen what was decided for it, once. */
    public Optional<Paired> collect(String secret, Optional<String> previous) {
        return pairings.collect(secret).map(decision -> pair(decision, previous));
    }

    private Paired pair(Pairings.Decision decision, Optional<String> previous) {
        var scope = identity.scope(LivePermissions.in(decision.room()));
        var session = storage.write((handle, journal) -> {
            var until = until(rooms.require(handle, decision.room()));
            var issued = identity.passes().issue(handle, journal, Passes.DISPLAY, scope, until, previous);
            handle.execute(
                    """
                    insert into live_display (id, room, view, label, paired_by, paired_at, until_at)
                    values (?, ?, ?, ?, ?, ?, ?)""",
                    issued.holder().id(),
                    decision.room().toString(),
                    decision.view(),
                    decision.label(),
                    decision.by().toString(),
                    clock.millis(),
                    until.toEpochMilli());
            journal.append(
                    new DisplayChange.Paired(decision.room(), issued.holder().id(), decision.view(), decision.by()));
            return issued.session();
        });
        feed.desk(decision.room(), "room");
        return new Paired(session, decision.room(), decision.view());
    }

    private Instant until(RoomRow room) {
        var now = clock.instant();
        return room.endAt()
                .map(end -> end.isAfter(now) ? end.plus(AFTER) : now.plus(AFTER))
                .orElseGet(() -> now.plus(LONG));
    }

    /** What a screen was let in for. */
    public record Shown(Ref room, String view) {}

    /** What the caller shows; empty for whoever is no screen, or is none any more. */
    public Optional<Shown> of(Caller caller) {
        if (caller.kind() != Caller.Kind.DISPLAY
                || identity.passes().find(caller.ref()).isEmpty()) {
            return Optional.empty();
        }
        return storage.read(handle -> handle.createQuery(
                        "select room, view from live_display where id = :id and revoked_at is null")
                .bind("id", caller.ref().id())
                .map((rs, context) -> new Shown(Ref.of(rs.getString("room")), rs.getString("view")))
                .findOne());
    }

    /** The screens of a room that are let in now, the newest first. */
    public DisplayList list(Ref room) {
        var now = clock.millis();
        return new DisplayList(storage
                .read(handle -> handle.createQuery("""
                        select id, view, label, paired_by, paired_at, until_at from live_display
                        where room = :room and revoked_at is null and until_at > :now
                        order by paired_at desc, id desc limit :most""")
                        .bind("room", room)
                        .bind("now", now)
                        .bind("most", MOST)
                        .map((rs, context) -> new DisplayList.Screen(
                                rs.getString("id"),
                                rs.getString("view"),
                                rs.getString("label"),
                                identity.accounts()
                                        .name(handle, Ref.of(rs.getString("paired_by")))
                                        .orElse(""),
                                Instant.ofEpochMilli(rs.getLong("paired_at")),
                                Instant.ofEpochMilli(rs.getLong("until_at")),
                                Optional.empty()))
                        .list())
                .stream()
                .map(screen -> screen.seen(identity.passes().seen(new Ref(Passes.DISPLAY, screen.id()))))
                .toList());
    }

    /** Sends a screen away: it shows the way in again at once. */
    public void revoke(Caller by, Ref room, String id) {
        identity.require(by, LivePermissions.DISPLAY, LivePermissions.in(room));
        var holder = new Ref(Passes.DISPLAY, id);
        storage.write((handle, journal) -> {
            int gone = handle.execute(
                    "update live_display set revoked_at = ? where id = ? and room = ? and revoked_at is null",
                    clock.millis(),
                    id,
                    room.toString());
            if (gone == 0) {
                throw Problem.notFound("this screen");
            }
            identity.passes().revoke(handle, holder);
            return journal.append(new DisplayChange.Revoked(room, id));
        });
        identity.passes().gone(holder);
        feed.desk(room, "room");
    }

    private static String known(String view) {
        if (!VIEWS.contains(view)) {
            throw Problem.invalid("/view", "projector, lower-third or kiosk");
        }
        return view;
    }

    private static String label(String text) {
        var label = text.strip();
        if (label.length() > LONGEST_LABEL || label.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid("/label", "at most " + LONGEST_LABEL + " characters");
        }
        return label;
    }
}
