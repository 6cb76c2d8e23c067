package org.pavilion.server.plugin;

import java.util.Optional;
import java.util.function.Function;
import org.pavilion.api.Ref;
import org.pavilion.api.Scopes;
import org.pavilion.server.identity.Identity;

/** Where one plugin's objects stand; asked only while it runs. */
final class HostedScopes implements Scopes {
    private final Identity identity;
    private final Doorway doorway;

    HostedScopes(Identity identity, Doorway doorway) {
        this.identity = identity;
        this.doorway = doorway;
    }

    @Override
    public Scopes nest(String type, Function<String, Optional<Ref>> container) {
        doorway.registering();
        identity.nest(
                doorway.info().id(),
                type,
                id -> doorway.<Optional<Ref>, RuntimeException>within(() -> container.apply(id)));
        return this;
    }
}
