package org.pavilion.server.live.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * A poll as one caller sees it.
 *
 * @param kind choice, multi, scale, rank, number or words
 * @param options of choice, multi and rank, in order; a ballot names them by their place from 0
 * @param least smallest value of scale and number
 * @param most largest value of scale and number; most options of multi; most terms of words
 * @param low what the smallest value of a scale means
 * @param state draft, open, paused, closed or archived
 * @param round the round that runs or ran last, from 1; 0 in a draft
 * @param results never, after-vote, after-close or live: when those who may vote see tallies
 * @param rounds every round so far, oldest first
 * @param mine the caller's ballot of the round
 */
public record PollView(
        String id,
        String kind,
        Text question,
        List<Text> options,
        Optional<Integer> least,
        Optional<Integer> most,
        Optional<Text> low,
        Optional<Text> high,
        String state,
        int round,
        boolean featured,
        String results,
        boolean receipts,
        boolean anonymous,
        Optional<Instant> closesAt,
        List<Round> rounds,
        Optional<Mine> mine) {

    /**
     * One round.
     *
     * @param ballots how many voted
     * @param present how many were in the room when it closed
     * @param tally absent for those who may not see it yet
     * @param flow of a choice with an earlier round, for those who see the tally: how many went from the option of
     *     the row to the option of the column
     * @param root root of the tree of receipts, once it has closed
     */
    public record Round(
            int n,
            Instant openedAt,
            Optional<Instant> closedAt,
            long ballots,
            Optional<Integer> present,
            Optional<Tally> tally,
            List<List<Long>> flow,
            Optional<String> root) {}

    /**
     * What was voted.
     *
     * @param counts for each option, for each value of a scale from the smallest on, or points of a ranking
     * @param bins words with how often they came, and ranges of numbers
     * @param mean of a scale or of numbers
     */
    public record Tally(List<Long> counts, List<Bin> bins, Optional<BigDecimal> mean) {}

    /** A word or a range; {@code n} is absent where so few would tell who they are. */
    public record Bin(String label, Optional<Long> n) {}

    /** The caller's own ballot. */
    public record Mine(
            int round,
            List<Integer> options,
            Optional<BigDecimal> number,
            List<String> words,
            Optional<Receipt> receipt) {}

    /**
     * Lets the voter check that the ballot was counted.
     *
     * @param hash SHA-256 in hex of {@code poll|round|value|nonce}
     * @param value the ballot as it was hashed
     */
    public record Receipt(String hash, String nonce, String value) {}
}
