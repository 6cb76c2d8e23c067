package org.pavilion.plugin.exhibition;

import java.util.Set;
import org.pavilion.api.Link;

/** Words for how objects are linked; boards may link with relations this one has no word for. */
public final class Relations {
    private static final Set<String> NAMED = Set.of("hosted-by");

    private Relations() {}

    /** Message key of the relation as seen from the asked object. */
    public static String key(Link link) {
        if (!NAMED.contains(link.relation())) {
            return "relation.other";
        }
        return (link.outgoing() ? "relation." : "relation.back.") + link.relation();
    }
}
