package org.pavilion.server.http.page;

import java.time.Instant;
import java.util.List;
import org.pavilion.server.http.HealthSign;

/**
 * How the house does, the worst first.
 *
 * @param mark of the signs, to see whether they are still what they were
 */
public record HealthDesk(Instant at, List<HealthSign> signs, String mark) {
    public long faults() {
        return signs.stream()
                .filter(sign -> sign.level() != HealthSign.Level.GOOD)
                .count();
    }
}
