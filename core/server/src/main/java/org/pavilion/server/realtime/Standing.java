package org.pavilion.server.realtime;

import org.pavilion.api.Caller;
import org.pavilion.server.identity.Credentials;
import org.pavilion.server.identity.Identity;

/** Who came in through the door, and whether they still are who they were. */
final class Standing {
    private final Identity identity;
    private final Credentials credentials;
    private final Caller admitted;

    /** Refuses with a {@link org.pavilion.api.Problem} what a request would be refused for. */
    Standing(Identity identity, Credentials credentials) {
        this.identity = identity;
        this.credentials = credentials;
        this.admitted = identity.caller(credentials);
    }

    /** As they were when the socket opened; topics were admitted for this one. */
    Caller admitted() {
        return admitted;
    }

    /** As they are now. */
    Peer peer() {
        return new Peer(temporary() ? identity.caller(credentials) : admitted, credentials.address());
    }

    String address() {
        return credentials.address();
    }

    /** A browser nobody can tell from its neighbours: it may listen, but not act. */
    boolean anonymous() {
        return admitted.kind() == Caller.Kind.GUEST && credentials.guestCookie().isEmpty();
    }

    /** Whether what they are ends some day before the socket does. */
    boolean temporary() {
        return admitted.kind() != Caller.Kind.GUEST;
    }

    boolean holds() {
        return !temporary() || identity.caller(credentials).equals(admitted);
    }
}
