package org.pavilion.server.personal;

import java.time.Instant;
import java.util.Optional;

/**
 * Something a person agreed to.
 *
 * @param kind what it is: {@code terms}, {@code lead}, {@code cross-border}
 * @param version of the text they saw
 * @param holder who may do it, as {@code type:id}, or {@code house}
 * @param fields which of their data, separated by spaces; empty when it is about no data
 */
public record Consent(
        String id,
        String kind,
        String version,
        String holder,
        String fields,
        Instant givenAt,
        Optional<Instant> untilAt,
        Optional<Instant> withdrawnAt) {

    /** Whether it holds at that moment. */
    public boolean holds(Instant now) {
        return withdrawnAt.isEmpty() && untilAt.filter(now::isAfter).isEmpty();
    }
}
