package org.pavilion.server.live.words;

/**
 * A term with the reason for which it is there.
 *
 * @param category insult, sexual, violence, advert, private or other
 */
public record Rule(String text, Verdict verdict, String category) {}
