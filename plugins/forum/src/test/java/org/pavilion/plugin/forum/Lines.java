package org.pavilion.plugin.forum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/** Sessions for tests. */
final class Lines {
    private Lines() {}

    static SessionLine session(String id, Instant start, Instant end, String hall, String... speakers) {
        return new SessionLine(
                id,
                Optional.of("session"),
                Text.same(id),
                Text.same(id),
                "ed-test",
                Optional.empty(),
                Optional.empty(),
                "forum",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(start),
                Optional.of(end),
                Optional.empty(),
                Optional.of(Text.same(hall)),
                Optional.empty(),
                List.of(speakers),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
