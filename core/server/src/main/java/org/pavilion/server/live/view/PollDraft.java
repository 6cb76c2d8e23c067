package org.pavilion.server.live.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * A poll as a moderator writes it; nothing of it changes once it is open.
 *
 * @param kind choice, multi, scale, rank, number or words
 * @param options two to twenty for choice, multi and rank
 * @param least smallest value of scale and number
 * @param most largest value of scale and number; most options of multi; most terms of words
 * @param results never, after-vote, after-close or live; after-close when absent
 * @param receipts whether voters get a receipt; yes when absent
 * @param anonymous whether words and ranges that fewer than three voted for are kept back; no when absent
 * @param closesAt when it closes by itself
 */
public record PollDraft(
        String kind,
        Text question,
        List<Text> options,
        Optional<Integer> least,
        Optional<Integer> most,
        Optional<Text> low,
        Optional<Text> high,
        Optional<String> results,
        Optional<Boolean> receipts,
        Optional<Boolean> anonymous,
        Optional<Instant> closesAt,
        Optional<String> key) {

    /** One of several options, with results that everybody sees at once. */
    public static PollDraft choice(Text question, List<Text> options) {
        return new PollDraft(
                "choice",
                question,
                options,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("live"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
