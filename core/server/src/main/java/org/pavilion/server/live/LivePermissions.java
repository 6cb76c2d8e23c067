package org.pavilion.server.live;

import org.pavilion.api.Access;
import org.pavilion.api.Caller;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;

/** The rights in live rooms; who holds them is said with the house's other rights, in {@code identity}. */
final class LivePermissions {
    static final Permission SEND = new Permission("live:chat.send");
    static final Permission MODERATE = new Permission("live:chat.moderate");
    static final Permission REACT = new Permission("live:reaction.send");
    static final Permission CONFIGURE = new Permission("live:room.configure");

    private LivePermissions() {}

    /** A room is a scope of its own, so that a right may be granted for one of them. */
    static Scope in(Ref room) {
        return Scope.EXPO.in("room", room.type() + "." + room.id());
    }

    static boolean host(Access access, Caller caller, Ref room) {
        return access.can(caller, MODERATE, in(room));
    }
}
