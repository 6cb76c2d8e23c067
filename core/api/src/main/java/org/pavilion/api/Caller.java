package org.pavilion.api;

import java.util.Set;

/**
 * Who makes a request. Decide with {@link Access}, never by comparing roles.
 *
 * @param ref {@code guest:…} for a visitor without account (stable for one browser, no personal
 *     data), {@code operator:…}, {@code person:…}
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
        PLUGIN
    }
}
