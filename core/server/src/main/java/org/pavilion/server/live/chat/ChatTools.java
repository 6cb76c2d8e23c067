package org.pavilion.server.live.chat;

import java.util.Set;
import org.pavilion.api.Access;
import org.pavilion.api.Caller;
import org.pavilion.api.JsonText;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.server.live.room.Feed;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.room.Nicknames;
import org.pavilion.server.live.room.Pseudonyms;
import org.pavilion.server.live.room.RoomStore;

/** What the parts of the chat stand on. */
public record ChatTools(
        Storage storage,
        JsonText json,
        RoomStore rooms,
        Nicknames names,
        Pseudonyms pseudonyms,
        Access access,
        Feed feed) {

    /** The room's chat has changed for its moderators. */
    void desk(Ref room) {
        feed.desk(room, "chat");
    }

    /** Whether somebody may talk in the room by now. */
    boolean speaks(Ref room, Ref author) {
        var kind = switch (author.type()) {
            case "account" -> Caller.Kind.PERSON;
            case "operator" -> Caller.Kind.OPERATOR;
            default -> Caller.Kind.GUEST;
        };
        return access.can(new Caller(author, kind, Set.of("pub")), LivePermissions.SEND, LivePermissions.in(room));
    }
}
