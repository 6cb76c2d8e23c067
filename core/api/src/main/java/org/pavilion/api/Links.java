package org.pavilion.api;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The graph of objects: what every "what next" panel reads. Directed, named, idempotent. */
@Stable
public interface Links {
    void link(Handle handle, Journal journal, Ref from, Ref to, String relation);

    void unlink(Handle handle, Journal journal, Ref from, Ref to, String relation);

    /**
     * Makes the links of an object anew: those that {@code linking} makes from it stay or are added,
     * all others that start at it go. Links that end at it belong to the objects they start from.
     */
    @Preview
    void renew(Handle handle, Journal journal, Ref from, Runnable linking);

    /**
     * Links in both directions that touch the object, with the title of the other end as search knows
     * it; ends that are not public are left out.
     */
    List<Link> of(Ref ref);

    /** The same with every end that the caller may see. */
    @Preview
    List<Link> of(Ref ref, Caller caller);
}
