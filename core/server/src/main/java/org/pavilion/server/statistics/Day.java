package org.pavilion.server.statistics;

import java.util.List;
import org.pavilion.api.Text;

/**
 * What one metric counted on one day. Metrics are never added up: a visit is not a view.
 *
 * @param owner plugin that counts
 * @param hours 24 counts, in the hours of the venue
 */
public record Day(String owner, String metric, Text title, List<Long> hours) {
    public Day {
        hours = List.copyOf(hours);
    }

    public long total() {
        return hours.stream().mapToLong(Long::longValue).sum();
    }

    public long highest() {
        return hours.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
