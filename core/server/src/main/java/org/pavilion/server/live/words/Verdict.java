package org.pavilion.server.live.words;

/** What becomes of a message, the mildest first. */
public enum Verdict {
    /** It is shown. */
    PASS,
    /** It is shown with the words replaced by stars. */
    MASK,
    /** It waits for a moderator. */
    HOLD,
    /** It is sent back to its author. */
    REJECT
}
