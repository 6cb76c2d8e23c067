package org.pavilion.server.live;

import java.util.Optional;
import java.util.function.Function;
import org.pavilion.api.Language;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.server.live.ChatRoutes.MarkCounts;
import org.pavilion.server.live.chat.ChatModule;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.realtime.Peer;
import org.pavilion.server.realtime.Realtime;

/** Moderation of chat over the socket; the same as over HTTP, answer for answer. */
final class ChatCommands {
    private final LiveRooms rooms;
    private final ChatModule chat;
    private final Realtime realtime;

    ChatCommands(LiveRooms rooms, ChatModule chat, Realtime realtime) {
        this.rooms = rooms;
        this.chat = chat;
        this.realtime = realtime;
    }

    record One(String room, String id, Optional<String> key) {}

    record Pin(String room, String id, Optional<Integer> place, Optional<String> key) {}

    record Report(String room, String id, String reason, Optional<String> key) {}

    record Mark(String room, String id, String kind, boolean on, Optional<String> key) {}

    record Lockdown(String room, boolean on, Optional<String> key) {}

    void register() {
        moderate("chat.approve", One.class, One::room, (peer, one) -> chat.approve(peer.caller(), at(one), one.id()));
        moderate("chat.reject", One.class, One::room, (peer, one) -> chat.reject(peer.caller(), at(one), one.id()));
        moderate(
                "chat.claim",
                One.class,
                One::room,
                (peer, one) -> chat.claim(peer.caller(), at(one), one.id(), Language.ZH));
        moderate(
                "chat.pin",
                Pin.class,
                Pin::room,
                (peer, pin) -> chat.pin(
                        RoomTopics.roomId(pin.room()), pin.id(), pin.place().orElse(Integer.MAX_VALUE)));
        moderate("chat.unpin", One.class, One::room, (peer, one) -> chat.unpin(at(one), one.id()));
        moderate(
                "room.lockdown",
                Lockdown.class,
                Lockdown::room,
                (peer, lock) -> chat.modes().lockdown(RoomTopics.roomId(lock.room()), lock.on()));
        command("chat.report", Report.class, LivePermissions.SEND, Report::room, (peer, report) -> {
            rooms.bound("chat.report", peer);
            chat.report(peer.caller(), RoomTopics.roomId(report.room()), report.id(), report.reason());
            return new LiveCommands.Done();
        });
        command("chat.mark", Mark.class, LivePermissions.REACT, Mark::room, (peer, mark) -> {
            rooms.bound("chat.mark", peer);
            return new MarkCounts(
                    chat.mark(peer.caller(), RoomTopics.roomId(mark.room()), mark.id(), mark.kind(), mark.on()));
        });
    }

    private interface Act<T> {
        Record on(Peer peer, T asked);
    }

    private <T extends Record> void moderate(String name, Class<T> type, Function<T, String> room, Act<T> act) {
        command(name, type, LivePermissions.MODERATE, room, act);
    }

    private <T extends Record> void command(
            String name, Class<T> type, Permission right, Function<T, String> room, Act<T> act) {
        realtime.command(name, type, right, asked -> LivePermissions.in(RoomTopics.roomId(room.apply(asked))), act::on);
    }

    private static Ref at(One one) {
        return RoomTopics.roomId(one.room());
    }
}
