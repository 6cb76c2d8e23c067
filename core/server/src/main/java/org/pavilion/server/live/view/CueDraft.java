package org.pavilion.server.live.view;

import java.util.Optional;

/**
 * A caption to be added or changed.
 *
 * @param language e.g. {@code zh}; a caption keeps the one it has
 * @param fromMs media time; now, or what it was, when absent
 * @param toMs media time; as long as the text takes to read, when absent
 * @param key makes adding twice harmless
 */
public record CueDraft(
        String text, Optional<String> language, Optional<Long> fromMs, Optional<Long> toMs, Optional<String> key) {}
