package org.pavilion.server.live.words;

/**
 * What may not be said.
 *
 * @param text one to forty characters; a {@code *} at its end also finds words that go on
 * @param verdict what becomes of a message with it
 */
public record Term(String text, Verdict verdict) {}
