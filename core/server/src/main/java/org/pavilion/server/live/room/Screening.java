package org.pavilion.server.live.room;

import org.pavilion.api.Caller;
import org.pavilion.api.Ref;

/** Says what becomes of a text before anybody else reads it. */
@FunctionalInterface
public interface Screening {
    /** Lets everything through. */
    Screening NONE = (room, by, text) -> new Verdict(Verdict.Kind.PASS, "");

    Verdict verdict(Ref room, Caller by, String text);

    /**
     * What was found.
     *
     * @param reason why it is held or refused, for the desk and for who wrote it; never the rule itself
     */
    record Verdict(Kind kind, String reason) {
        /** What becomes of it. */
        public enum Kind {
            PASS,
            HOLD,
            REJECT
        }
    }
}
