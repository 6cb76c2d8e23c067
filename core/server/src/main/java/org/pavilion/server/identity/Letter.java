package org.pavilion.server.identity;

import java.time.Instant;
import org.pavilion.api.Language;

/**
 * What a person must be told with a link that proves the address is theirs.
 *
 * @param to the e-mail address
 * @param path of the page to open, without language prefix and host; holds the secret
 * @param expires when the link stops working
 */
public record Letter(String to, Language language, Kind kind, String path, Instant expires) {
    /** Why the letter is written. */
    public enum Kind {
        /** Finish a sign-up. */
        CONFIRM,
        /** Somebody tried to sign up with an address that has an account already. */
        KNOWN,
        /** Choose a new password. */
        RESET,
        /** The account of this address became part of another one. */
        MERGED,
        /** Join with an account that the organiser made. */
        INVITED
    }

    @Override
    public String toString() {
        return "Letter[" + kind + ", to=***, path=***]";
    }
}
