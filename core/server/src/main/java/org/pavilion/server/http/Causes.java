package org.pavilion.server.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks along a chain of causes. */
final class Causes {
    private static final int DEEPEST = 20;

    private Causes() {}

    static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        @Nullable Throwable each = thrown;
        for (int i = 0; each != null && i < DEEPEST; i++) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
            each = each.getCause();
        }
        return Optional.empty();
    }
}
