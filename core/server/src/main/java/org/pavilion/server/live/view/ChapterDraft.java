package org.pavilion.server.live.view;

import java.util.Optional;

/**
 * A chapter to be added or changed. One title stands for both languages when the other is missing.
 *
 * @param atMs media time; now, or where it was, when absent
 */
public record ChapterDraft(Optional<String> zh, Optional<String> en, Optional<Long> atMs) {}
