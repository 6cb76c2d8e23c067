package org.pavilion.server.notify;

import java.util.Optional;
import org.pavilion.api.Ref;

/** Knows where people's mail goes. */
public interface Addresses {

    /** Empty for whoever has no account, or none any more. */
    Optional<Addressee> of(Ref account);

    /** Whose address it is, if anybody's. */
    Optional<Ref> owner(String email);
}
