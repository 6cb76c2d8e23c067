package org.pavilion.server.live.room;

import org.pavilion.api.Access;
import org.pavilion.api.Caller;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;

/** The rights in live rooms; who holds them is said with the house's other rights, in {@code identity}. */
public final class LivePermissions {
    public static final Permission WATCH = new Permission("live:room.watch");
    public static final Permission SEND = new Permission("live:chat.send");
    public static final Permission MODERATE = new Permission("live:chat.moderate");
    public static final Permission REACT = new Permission("live:reaction.send");
    public static final Permission ASK = new Permission("live:question.ask");
    public static final Permission ANSWER = new Permission("live:question.answer");
    public static final Permission VOTE = new Permission("live:vote");
    public static final Permission POLL = new Permission("live:poll.run");
    public static final Permission CAPTION = new Permission("live:caption.edit");
    public static final Permission SHOW = new Permission("live:display.show");
    public static final Permission DISPLAY = new Permission("live:display.pair");
    public static final Permission CONFIGURE = new Permission("live:room.configure");

    private LivePermissions() {}

    /** A room is an object that stands in what it belongs to, so that a right may be granted for either. */
    public static Ref in(Ref room) {
        return Ref.find("room", room.type() + "." + room.id()).orElse(room);
    }

    public static boolean host(Access access, Caller caller, Ref room) {
        return access.can(caller, MODERATE, in(room));
    }
}
