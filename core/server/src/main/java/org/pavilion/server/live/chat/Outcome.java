package org.pavilion.server.live.chat;

import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a text that was not refused.
 *
 * @param text as it may be shown, words masked
 * @param held why it waits; empty when it is shown at once
 * @param due when it is shown by itself
 * @param score how much speaks against it, 0 to 100
 */
record Outcome(String text, Optional<String> held, Optional<Instant> due, int score) {}
