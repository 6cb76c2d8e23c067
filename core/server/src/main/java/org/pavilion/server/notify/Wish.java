package org.pavilion.server.notify;

import java.util.Set;

/**
 * What somebody wants by mail besides what is in their inbox anyway.
 *
 * @param digest one mail a day, when there is something to say
 * @param kinds notices to be mailed at once
 */
public record Wish(boolean digest, Set<String> kinds) {
    /** Of those who never chose: no mail at all. */
    public static final Wish NONE = new Wish(false, Set.of());

    public Wish {
        kinds = Set.copyOf(kinds);
    }
}
