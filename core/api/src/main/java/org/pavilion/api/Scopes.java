package org.pavilion.api;

import java.util.Optional;
import java.util.function.Function;

/**
 * What stands in what. Each object of the house is a scope of its own, and a right that is granted
 * for one covers everything that stands in it: who moderates a hall moderates the rooms of its
 * booths.
 *
 * <pre>{@code
 * context.scopes()
 *     .nest("booth", id -> booths.hall(id))          // booth:b-1 stands in hall:h-1
 *     .nest("hall", id -> halls.edition(id));        // hall:h-1 stands in edition:ed-1
 * }</pre>
 *
 * {@link Access#scope} of {@code booth:b-1} then is {@code edition/ed-1/hall/h-1/booth/b-1}. Where
 * something stands is asked outside {@link Storage#write} and remembered for a few seconds.
 */
@Preview
public interface Scopes {

    /**
     * Says where the plugin's objects of one type stand; empty for one that stands in the expo itself.
     * A type that somebody else declared is refused with {@code plugin.clash} (409).
     */
    Scopes nest(String type, Function<String, Optional<Ref>> container);
}
