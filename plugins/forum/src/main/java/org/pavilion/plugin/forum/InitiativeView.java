package org.pavilion.plugin.forum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * An initiative with those who stand behind it.
 *
 * @param newest number of the text that stands here
 * @param own what the reader signed, on the page where they sign
 * @param signing whether this is that page
 */
public record InitiativeView(
        InitiativeLine line,
        Text edition,
        List<CoSigner> signers,
        List<Version> versions,
        long newest,
        Optional<CoSigner> own,
        boolean signing) {

    /** A version of the text. */
    public record Version(long number, Text name, Text summary, Instant at) {}
}
