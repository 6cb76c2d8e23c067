package org.pavilion.server.live.view;

/**
 * What was said, in one language.
 *
 * @param language e.g. {@code zh}
 * @param fromMs media time at which it is shown
 * @param toMs media time at which it goes
 */
public record CueView(String id, String language, long fromMs, long toMs, String text) {}
