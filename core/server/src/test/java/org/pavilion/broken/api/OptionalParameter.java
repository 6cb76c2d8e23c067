package org.pavilion.broken.api;

import java.util.Optional;

/** Breaks rule 8. */
public interface OptionalParameter {
    void find(Optional<String> name);
}
