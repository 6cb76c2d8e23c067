package org.pavilion.plugin.trading;

import java.util.List;

/**
 * How well an offer answers a demand, and why. Nothing matches without a shared term or field.
 *
 * @param score 0–100, the sum of the reasons' points
 * @param fits whether nothing speaks against it
 */
public record Match(
        String demand, String offer, int score, boolean fits, List<Reason> reasons, List<Reason> disqualifiers) {

    /** How strong it is, for a word and a tone: strong, fair or faint. */
    public String strength() {
        return score >= 60 ? "strong" : score >= 35 ? "fair" : "faint";
    }
}
