package org.pavilion.server.live;

import org.pavilion.api.Access;
import org.pavilion.api.Caller;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;

/** The rights in live rooms; who holds them is said with the house's other rights, in {@code identity}. */
final class LivePermissions {
    static final Permission WATCH = new Permission("live:room.watch");
    static final Permission SEND = new Permission("live:chat.send");
    static final Permission MODERATE = new Permission("live:chat.moderate");
    static final Permission REACT = new Permission("live:reaction.send");
    static final Permission CONFIGURE = new Permission("live:room.configure");

    private LivePermissions() {}

    /** A room is an object that stands in what it belongs to, so that a right may be granted for either. */
    static Ref in(Ref room) {
        return Ref.find("room", room.type() + "." + room.id()).orElse(room);
    }

    static boolean host(Access access, Caller caller, Ref room) {
        return access.can(caller, MODERATE, in(room));
    }
}
