package org.pavilion.server.live.words;

/**
 * A term found in a text.
 *
 * @param from first UTF-16 unit of it in the text
 * @param to the unit after its last
 * @param bySound whether it only sounds like the term
 */
public record Match(Term term, int from, int to, boolean bySound) {}
