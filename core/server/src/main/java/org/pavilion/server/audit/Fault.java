package org.pavilion.server.audit;

/**
 * The first thing in the audit that is not as it was written.
 *
 * @param seq the event's place in the log; 0 when the fault lies in the checkpoints
 * @param kind what was done to it, as far as that can be told
 * @param detail one sentence
 */
public record Fault(long seq, Kind kind, String detail) {
    public enum Kind {
        EDITED,
        REMOVED,
        OUT_OF_PLACE,
        INSERTED,
        REWRITTEN,
        TRUNCATED,
        CHECKPOINT
    }
}
