package org.pavilion.server.identity;

import java.time.Instant;
import java.util.Optional;
import org.pavilion.api.Language;
import org.pavilion.api.Ref;

/**
 * Somebody who can sign in.
 *
 * @param ref {@code account:…}, the principal of what this person does
 * @param email as it was typed; empty once erased
 * @param name what others see; empty once erased
 * @param language letters are written in
 * @param confirmed whether the person has shown to read what is sent to the address
 * @param since when the account was made
 * @param person the entry of the public directory that is this person, e.g. a speaker
 */
public record Account(
        Ref ref,
        String email,
        String name,
        Language language,
        State state,
        boolean confirmed,
        Instant since,
        Optional<Ref> person) {

    /** Type of an account's reference. */
    public static final String TYPE = "account";

    /** What an account may do at all. */
    public enum State {
        ACTIVE,
        /** Waits for its person to open the invitation. */
        INVITED,
        /** May not sign in. */
        BLOCKED,
        /** Nothing is left of the person but the reference. */
        ERASED
    }

    @Override
    public String toString() {
        return "Account[" + ref + ", " + state + "]";
    }
}
