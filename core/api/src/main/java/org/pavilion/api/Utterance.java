package org.pavilion.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something said in a room earlier.
 *
 * @param by the name that is shown
 * @param desk whether the host's team said it
 * @param lane {@code scroll} or {@code top} when it also flew over the picture, else null
 */
@Stable
public record Utterance(
        Instant at,
        String by,
        boolean desk,
        String text,
        @Nullable String lane) {}
