package org.pavilion.api;

import java.util.Set;

/**
 * Who makes a request. Decide with {@link Access}, never by comparing roles.
 *
 * @param ref {@code guest:…} for a visitor without account (stable for one browser, no personal
 *     data), {@code operator:…}, {@code account:…}, {@code in-room:…}, {@code display:…}
 * @param kind what sort of principal it is
 * @param groups search groups this caller may read, always containing {@code pub}
 */
@Stable
public record Caller(Ref ref, Kind kind, Set<String> groups) {
    public enum Kind {
        GUEST,
        PERSON,
        OPERATOR,
        MACHINE,
        PLUGIN,
        /** Somebody without account who came into a hall by its code: may act in that room alone. */
        IN_ROOM,
        /** A screen of the venue: sees one room, changes nothing. */
        DISPLAY
    }
}
