package org.pavilion.api;

import java.time.Duration;

/**
 * Something that was said in a recording, as its captions show it.
 *
 * @param at media time at which it is shown
 * @param shown how long
 */
@Preview
public record Spoken(Duration at, Duration shown, Language language, String text) {}
