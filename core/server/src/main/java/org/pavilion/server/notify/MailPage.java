package org.pavilion.server.notify;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of the mail, newest first.
 *
 * @param next where the next page begins
 * @param counts how many there are in each state, whatever was looked for
 */
public record MailPage(List<MailRow> rows, Optional<String> next, Map<String, Integer> counts) {
    /** How many are in a state. */
    public int count(String state) {
        return counts.getOrDefault(state, 0);
    }
}
