package org.pavilion.server.live;

import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.view.ChatDraft;
import org.pavilion.server.live.view.ModesDraft;
import org.pavilion.server.realtime.Realtime;

/** What a client may ask over its socket; the same as over HTTP, answer for answer. */
final class LiveCommands {
    private final LiveRooms rooms;

    LiveCommands(LiveRooms rooms) {
        this.rooms = rooms;
    }

    record Send(
            String room,
            String text,
            Optional<String> lane,
            Optional<String> colour,
            Optional<String> replyTo,
            Optional<String> key) {}

    record Edit(String room, String id, String text, Optional<String> key) {}

    record Delete(String room, String id, Optional<String> key) {}

    record React(String room, String kind, int n, Optional<String> key) {}

    record SetModes(
            String room,
            Optional<Integer> slowSeconds,
            Optional<Integer> delaySeconds,
            Optional<Boolean> membersOnly,
            Optional<Integer> establishedMinutes,
            Optional<Boolean> emojiOnly,
            Optional<Boolean> linksOff,
            Optional<Boolean> audienceMuted,
            Optional<Boolean> inRoomMuted,
            Optional<Integer> reportsHold,
            Optional<String> key) {

        ModesDraft draft() {
            return new ModesDraft(
                    slowSeconds,
                    delaySeconds,
                    membersOnly,
                    establishedMinutes,
                    emojiOnly,
                    linksOff,
                    audienceMuted,
                    inRoomMuted,
                    reportsHold);
        }
    }

    record Move(String room, String event, Optional<String> key) {}

    /** Says that it was done. */
    record Done() {}

    void register(Realtime realtime) {
        realtime.command("chat.send", Send.class, LivePermissions.SEND, send -> in(send.room()), (peer, send) -> {
            rooms.bound("chat.send", peer);
            return rooms.post(
                    peer.caller(),
                    RoomTopics.roomId(send.room()),
                    new ChatDraft(send.text(), send.lane(), send.colour(), send.replyTo(), send.key()));
        });
        realtime.command("chat.edit", Edit.class, LivePermissions.SEND, edit -> in(edit.room()), (peer, edit) -> {
            rooms.bound("chat.edit", peer);
            return rooms.edit(peer.caller(), RoomTopics.roomId(edit.room()), edit.id(), edit.text(), edit.key());
        });
        realtime.command(
                "chat.delete", Delete.class, LivePermissions.SEND, delete -> in(delete.room()), (peer, delete) -> {
                    rooms.bound("chat.delete", peer);
                    rooms.delete(peer.caller(), RoomTopics.roomId(delete.room()), delete.id());
                    return new Done();
                });
        realtime.command(
                "reaction.send",
                React.class,
                LivePermissions.REACT,
                react -> in(react.room()),
                (peer, react) -> new LiveRoutes.Total(
                        react.kind(),
                        rooms.react(peer.caller(), RoomTopics.roomId(react.room()), react.kind(), react.n())));
        realtime.command(
                "room.modes",
                SetModes.class,
                LivePermissions.CONFIGURE,
                modes -> in(modes.room()),
                (peer, modes) -> rooms.modes(peer.caller(), RoomTopics.roomId(modes.room()), modes.draft()));
        realtime.command(
                "room.phase",
                Move.class,
                LivePermissions.CONFIGURE,
                move -> in(move.room()),
                (peer, move) -> rooms.step(peer.caller(), RoomTopics.roomId(move.room()), move.event(), move.key()));
    }

    private static Ref in(String room) {
        return LivePermissions.in(RoomTopics.roomId(room));
    }
}
