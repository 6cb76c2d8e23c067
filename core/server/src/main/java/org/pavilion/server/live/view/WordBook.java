package org.pavilion.server.live.view;

import java.time.Instant;
import java.util.List;

/**
 * The rules of words of the house or of one room.
 *
 * @param scope empty for the house, else a room
 * @param rules what holds now
 * @param versions what held before, the newest first
 */
public record WordBook(String scope, List<Entry> rules, List<Version> versions) {

    /**
     * A term and what becomes of a message with it.
     *
     * @param verdict mask, hold or reject
     * @param category insult, sexual, violence, advert, private or other
     */
    public record Entry(String text, String verdict, String category) {}

    /** One version; {@code holds} when it is the one of now. */
    public record Version(long number, int terms, String by, Instant at, boolean holds) {}

    /**
     * What a draft would have done to what was said.
     *
     * @param read how many messages were played, the newest of the scope
     * @param whole whether those were all
     * @param catches how many the draft judges harder than the rules of now
     * @param misses how many it judges milder
     */
    public record Trial(
            int read, boolean whole, int catches, int misses, int alike, List<Line> caught, List<Line> missed) {}

    /** A message that the draft judges otherwise, with its harder verdict and what was found. */
    public record Line(String text, Instant at, String verdict, List<String> terms) {}
}
