package org.pavilion.api;

import java.util.Objects;

/**
 * Separation of duty: what one person did, another must decide. Ask inside the write that decides,
 * with the people as the locked row names them.
 *
 * <pre>{@code
 * new FourEyes("policy.publish").require(request.caller().ref(), version.author(), version.reviewer());
 * }</pre>
 *
 * @param action what is decided, for the refusal
 */
@Preview
public record FourEyes(String action) {

    /** Throws {@code duty.separate} (403) when the actor is one of those who had a hand in it before. */
    public void require(Ref actor, Ref... others) {
        for (var other : others) {
            if (Objects.equals(actor, other)) {
                throw new Problem("duty.separate", 403, "Somebody else has to decide this: " + action);
            }
        }
    }
}
