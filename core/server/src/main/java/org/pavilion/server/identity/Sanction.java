package org.pavilion.server.identity;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;

/**
 * What a moderator imposed on somebody, for how long, and what became of the appeal.
 *
 * @param appeal what the subject said against it; they may once
 * @param decision what the reviewer wrote
 */
public record Sanction(
        String id,
        Ref subject,
        Kind kind,
        Scope scope,
        String reason,
        Ref by,
        Instant at,
        Instant until,
        State state,
        Optional<String> appeal,
        Optional<Ref> decidedBy,
        Optional<String> decision) {

    /** The mildest first. */
    public enum Kind {
        /** Said, and kept on the record. */
        WARNING,
        /** Read only, for minutes or hours. */
        TIMEOUT,
        /** Read only, for longer. */
        SILENCE,
        /** Public pages alone. */
        BAN;

        /** Reads its name in lower case. */
        public static Kind of(String name) {
            for (var kind : values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return kind;
                }
            }
            throw Problem.invalid("/kind", "warning, timeout, silence or ban");
        }
    }

    public enum State {
        ACTIVE,
        APPEALED,
        UPHELD,
        LIFTED
    }

    /** Whether it caps rights at that moment. */
    public boolean caps(Instant now) {
        return state != State.LIFTED && kind != Kind.WARNING && until.isAfter(now);
    }

    public boolean appealable(Instant now) {
        return state == State.ACTIVE && until.isAfter(now);
    }
}
