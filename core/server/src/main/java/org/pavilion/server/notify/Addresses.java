package org.pavilion.server.notify;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;

/** Knows where people's mail goes. */
public interface Addresses {

    /** Empty for whoever has no account, or none any more. */
    Optional<Addressee> of(Ref account);

    /** The same within a read or write of the caller. */
    Optional<Addressee> of(Handle handle, Ref account);

    /** Whose address it is, if anybody's. */
    Optional<Ref> owner(String email);
}
