package org.pavilion.api;

import java.time.Instant;
import java.util.List;

/**
 * A poll of one choice held in a room earlier.
 *
 * @param rounds for each round how many voted for each option
 * @param open whether people still vote in its last round
 */
@Preview
public record Survey(Instant at, Text question, List<Text> options, List<List<Integer>> rounds, boolean open) {
    public Survey {
        options = List.copyOf(options);
        rounds = rounds.stream().map(List::copyOf).toList();
    }
}
