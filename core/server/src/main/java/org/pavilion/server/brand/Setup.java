package org.pavilion.server.brand;

import java.util.Map;
import java.util.Set;

/**
 * How far the set-up of a new expo has got.
 *
 * @param done steps that were saved or skipped on purpose
 * @param edition what was said of the first edition, by field of its form; {@code id} once it exists
 * @param open whether the expo was opened: then the set-up is over
 */
public record Setup(Set<String> done, Map<String, String> edition, boolean open) {
    /** Nothing was said yet. */
    public static final Setup FRESH = new Setup(Set.of(), Map.of(), false);

    public Setup {
        done = Set.copyOf(done);
        edition = Map.copyOf(edition);
    }
}
