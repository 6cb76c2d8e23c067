package org.pavilion.server.live.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What somebody votes; which component it takes is said by the kind of the poll.
 *
 * @param options places of options from 0: one of choice, several of multi, all in order of rank
 * @param number of scale and number
 * @param words terms of words
 */
public record BallotDraft(
        List<Integer> options, Optional<BigDecimal> number, List<String> words, Optional<String> key) {}
