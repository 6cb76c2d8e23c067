package org.pavilion.server.search;

import java.time.Instant;
import java.util.List;
import org.pavilion.api.Ref;

/**
 * Words an organiser declared to mean the same.
 *
 * @param forms 2–12 surface forms, Chinese and English mixed, folded
 * @param version for {@code If-Match}
 */
public record GlossaryGroup(
        String id, List<String> forms, String note, long version, Ref changedBy, Instant changedAt) {}
