package org.pavilion.server.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Access;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.api.Room.Phase;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.Storage;
import org.pavilion.server.identity.Sanctions;
import org.pavilion.server.live.chat.Modes;
import org.pavilion.server.live.room.Clockwork;
import org.pavilion.server.live.room.Feed;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.room.Nicknames;
import org.pavilion.server.live.room.Pseudonyms;
import org.pavilion.server.live.room.RoomRow;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.room.Step;
import org.pavilion.server.live.stream.Streams;
import org.pavilion.server.live.view.RoomCard;
import org.pavilion.server.live.view.RoomList;
import org.pavilion.server.live.view.RoomState;
import org.pavilion.server.live.view.RoomView;
import org.pavilion.server.live.view.StreamView;

/** What is shown of rooms. */
final class RoomReader {
    private final Storage storage;
    private final RoomStore rooms;
    private final Reactions reactions;
    private final Nicknames names;
    private final Pseudonyms pseudonyms;
    private final Access access;
    private final Feed feed;
    private final Modes modes;
    private final Supplier<String> epoch;
    private final Streams streams;

    RoomReader(
            Storage storage,
            RoomStore rooms,
            Reactions reactions,
            Nicknames names,
            Pseudonyms pseudonyms,
            Access access,
            Feed feed,
            Modes modes,
            Supplier<String> epoch,
            Streams streams) {
        this.storage = storage;
        this.rooms = rooms;
        this.reactions = reactions;
        this.names = names;
        this.pseudonyms = pseudonyms;
        this.access = access;
        this.feed = feed;
        this.modes = modes;
        this.epoch = epoch;
        this.streams = streams;
    }

    Optional<RoomView> room(Ref id, Caller caller, Language language) {
        var me = pseudonyms.of(id, caller.ref());
        return storage.read(handle -> rooms.find(handle, id).map(room -> view(handle, room, me, caller, language)));
    }

    private RoomView view(Handle handle, RoomRow room, String me, Caller caller, Language language) {
        var id = room.id();
        var spec = rooms.spec(room);
        boolean host = LivePermissions.host(access, caller, id);
        return new RoomView(
                id.toString(),
                id.toString(),
                spec.title(),
                room.phase(),
                rooms.over(handle, room),
                room.startAt(),
                room.endAt(),
                spec.modules().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList(),
                modes.view(handle, room),
                stream(handle, room),
                counts(feed, id),
                reactions.totals(id),
                new RoomView.Me(me, names.of(handle, caller, host, language), host),
                epoch.get(),
                room.rev(),
                can(handle, caller, room));
    }

    /** People who watch from elsewhere and those in the hall; screens are nobody. */
    static RoomView.Counts counts(Feed feed, Ref room) {
        int hall = feed.hall(room);
        return new RoomView.Counts(Math.max(0, feed.online(room) - hall - feed.screens(room)), hall);
    }

    Optional<StreamView> stream(Handle handle, RoomRow room) {
        return streams.view(handle, room);
    }

    /** What the caller may do in the room as it stands. */
    List<String> can(Handle handle, Caller caller, RoomRow room) {
        if (rooms.over(handle, room)) {
            return may(caller, Sanctions.APPLY, room) ? List.of("sanction.apply") : List.of();
        }
        var can = new ArrayList<String>();
        var spec = rooms.spec(room);
        boolean open = Clockwork.talks(room.phaseNow());
        boolean guest = caller.kind() == Caller.Kind.GUEST;
        if (open
                && spec.has(RoomSpec.Module.CHAT)
                && may(caller, LivePermissions.SEND, room)
                && !(guest && modes.view(handle, room).membersOnly())) {
            can.addAll(List.of("chat.send", "chat.edit"));
        }
        if (may(caller, LivePermissions.SEND, room)) {
            can.add("chat.delete");
        }
        if (open && spec.has(RoomSpec.Module.REACTIONS) && may(caller, LivePermissions.REACT, room)) {
            can.add("reaction.send");
        }
        if (open && spec.has(RoomSpec.Module.QUESTIONS)) {
            add(can, "question.ask", caller, LivePermissions.ASK, room);
            add(can, "question.vote", caller, LivePermissions.VOTE, room);
        }
        if (spec.has(RoomSpec.Module.QUESTIONS)) {
            add(can, "question.answer", caller, LivePermissions.ANSWER, room);
        }
        if (open && spec.has(RoomSpec.Module.POLLS)) {
            add(can, "poll.vote", caller, LivePermissions.VOTE, room);
        }
        if (spec.has(RoomSpec.Module.POLLS)) {
            add(can, "poll.run", caller, LivePermissions.POLL, room);
        }
        if (may(caller, LivePermissions.MODERATE, room)) {
            can.add("chat.moderate");
        }
        if (may(caller, Sanctions.APPLY, room)) {
            can.add("sanction.apply");
        }
        if (may(caller, LivePermissions.CONFIGURE, room)) {
            can.addAll(List.of("room.modes", "room.phase"));
        }
        return can;
    }

    /** Refuses who may not listen here. */
    void admit(Caller caller, Ref room) {
        access.require(caller, LivePermissions.WATCH, LivePermissions.in(room));
    }

    private void add(List<String> can, String what, Caller caller, Permission right, RoomRow room) {
        if (may(caller, right, room)) {
            can.add(what);
        }
    }

    private boolean may(Caller caller, Permission right, RoomRow room) {
        return access.can(caller, right, LivePermissions.in(room.id()));
    }

    /** Live ones first, then those to come, then replays, the newest first. */
    RoomList list() {
        var now = Instant.now();
        return new RoomList(storage.read(rooms::listed).stream()
                .sorted(Comparator.<RoomRow>comparingInt(room -> rank(room.phaseNow()))
                        .thenComparing(room -> distance(room, now))
                        .thenComparing(room -> room.id().toString()))
                .map(this::card)
                .toList());
    }

    /** Every room that exists and is not archived, as those who run it see it; busy ones first. */
    List<RoomState> states() {
        var since = Instant.now().minusSeconds(60);
        return storage.read(handle -> rooms.rows().all(handle).stream()
                .filter(room -> room.phaseNow() != Phase.ARCHIVED)
                .sorted(Comparator.<RoomRow>comparingInt(room -> rank(room.phaseNow()))
                        .thenComparing(room -> distance(room, Instant.now()))
                        .thenComparing(room -> room.id().toString()))
                .map(room -> state(handle, room, since))
                .toList());
    }

    private RoomState state(Handle handle, RoomRow room, Instant since) {
        var spec = rooms.spec(room);
        int said = Clockwork.talks(room.phaseNow())
                ? handle.createQuery("select count(*) from live_message where room = :room and at > :since")
                        .bind("room", room.id())
                        .bind("since", since)
                        .mapTo(Integer.class)
                        .one()
                : 0;
        return new RoomState(
                card(room),
                room.slowSeconds(),
                said,
                stream(handle, room).map(StreamView::src),
                spec.hls().isPresent(),
                Arrays.stream(Step.values())
                        .filter(step -> step.from(room.phaseNow()).isPresent())
                        .map(step -> step.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static int rank(Phase phase) {
        return switch (phase) {
            case LIVE -> 0;
            case PAUSED -> 1;
            case LOBBY -> 2;
            case AFTERGLOW -> 3;
            case SCHEDULED -> 4;
            case REPLAY -> 5;
            case ARCHIVED -> 6;
        };
    }

    private static long distance(RoomRow room, Instant now) {
        return room.startAt()
                .map(start -> Math.abs(start.toEpochMilli() - now.toEpochMilli()))
                .orElse(Long.MAX_VALUE);
    }

    private RoomCard card(RoomRow room) {
        var spec = rooms.spec(room);
        return new RoomCard(
                room.id().toString(),
                room.id().toString(),
                spec.title(),
                room.phase(),
                room.startAt(),
                room.endAt(),
                spec.streams(),
                feed.online(room.id()));
    }
}
