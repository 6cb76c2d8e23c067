package org.pavilion.api;

import java.util.function.Supplier;

/** The plugin's own checks, shown on the plugin page and in {@code /readyz?details}. */
@Stable
public interface Health {
    void check(String name, Supplier<Status> check);

    sealed interface Status {
        record Up() implements Status {}

        record Degraded(String reason) implements Status {}

        record Down(String reason) implements Status {}

        static Status up() {
            return new Up();
        }

        static Status degraded(String reason) {
            return new Degraded(reason);
        }

        static Status down(String reason) {
            return new Down(reason);
        }
    }
}
