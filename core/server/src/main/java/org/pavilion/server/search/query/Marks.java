package org.pavilion.server.search.query;

import java.util.List;
import java.util.Set;

/**
 * What to mark in a found text.
 *
 * @param words folded words and known forms
 * @param sounds for each run that was heard: the readings of each syllable
 * @param near English words that may be off by some letters
 */
public record Marks(Set<String> words, List<List<Set<String>>> sounds, Set<String> near) {
    /** Nothing to mark. */
    public static final Marks NONE = new Marks(Set.of(), List.of(), Set.of());

    /** How many letters a near word may be off. */
    public static int distance(String word) {
        return Relaxed.distance(word);
    }
}
